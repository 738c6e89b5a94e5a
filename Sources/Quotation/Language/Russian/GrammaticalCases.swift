/// The cases that a form of a noun or adjective may be in; a form is often several.
struct GrammaticalCases: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let nominative = GrammaticalCases(rawValue: 1)
  static let genitive = GrammaticalCases(rawValue: 2)
  static let dative = GrammaticalCases(rawValue: 4)
  static let accusative = GrammaticalCases(rawValue: 8)
  static let instrumental = GrammaticalCases(rawValue: 16)
  static let prepositional = GrammaticalCases(rawValue: 32)
  /// The nominative of the plural.
  static let pluralNominative = GrammaticalCases(rawValue: 64)
  /// Another case of the plural.
  static let plural = GrammaticalCases(rawValue: 128)
  /// Of one; without it a form is a plural.
  static let one = GrammaticalCases(rawValue: 256)

  /// Those that a subject may be in.
  static let subject: GrammaticalCases = [.nominative, .pluralNominative]
  /// All of them.
  static let all = GrammaticalCases(rawValue: 511)
}
