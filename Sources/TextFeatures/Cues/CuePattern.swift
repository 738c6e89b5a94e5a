/// A pattern of a cue, taken apart: items one after the other, each of which is one of some alternatives.
///
///     word            that word                         word*        words that begin so
///     (a|b c|d*)      one of these                      x?           x or nothing
///     ..3             up to three words in between, not over , ; : . or a dash
///     ^ $             beginning and end of the sentence
///     , ; : ? ! "     that mark                         #            a number
///     <name>          any pattern of the cue `name`
struct CuePattern: Sendable {
  /// The smallest thing that a pattern asks for.
  enum Atom: Sendable, Hashable {
    case word([UInt8])
    case prefix([UInt8])
    /// A word with wildcards elsewhere than at its end alone; of dictionaries.
    case glob([UInt8])
    /// Any word or number; of dictionaries.
    case anyWord
    case mark(CueMark)
    case number
    case sentenceStart
    case sentenceEnd
    case gap(Int)
    case reference(String)

    /// Whether it takes a token of the text whenever it matches.
    var takesToken: Bool {
      switch self {
      case .word, .prefix, .glob, .anyWord, .mark, .number, .reference: true
      case .sentenceStart, .sentenceEnd, .gap: false
      }
    }

    var isGap: Bool {
      if case .gap = self { true } else { false }
    }
  }

  /// One of some alternatives, each a sequence of atoms, or nothing where it is optional.
  struct Item: Sendable {
    let alternatives: [[Atom]]
    let isOptional: Bool

    /// Whether it can match without taking a token.
    var canTakeNothing: Bool { isOptional || alternatives.contains { !$0.contains(where: \.takesToken) } }
  }

  let items: [Item]

  /// The cues that it refers to, in order.
  var references: [String] {
    items.flatMap(\.alternatives).joined().compactMap { atom in
      if case .reference(let name) = atom { name } else { nil }
    }
  }

  /// One atom after the other.
  init(_ atoms: [Atom]) { items = atoms.map { Item(alternatives: [[$0]], isOptional: false) } }

  /// Takes `text` apart.
  ///
  /// - Throws: `Flaw` for what is no pattern, one that can match nothing, and one that begins or ends in a gap.
  init(parsing text: String) throws(Flaw) {
    items = try CuePattern.items(of: text)
    if items.isEmpty { throw Flaw("an empty pattern") }
    if items.allSatisfy(\.canTakeNothing) { throw Flaw("the pattern \"\(text)\" can match no word at all") }
    if CuePattern.beginsWithGap(items.map(\.alternatives), items: items) {
      throw Flaw("the pattern \"\(text)\" begins with a gap")
    }
    if CuePattern.beginsWithGap(items.reversed().map { $0.alternatives.map { $0.reversed() } }, items: items.reversed())
    {
      throw Flaw("the pattern \"\(text)\" ends with a gap")
    }
  }

  /// What is wrong with a pattern.
  struct Flaw: Error {
    let problem: String

    init(_ problem: String) { self.problem = problem }
  }

  /// Whether a gap may come before the first token.
  private static func beginsWithGap(_ alternatives: [[[Atom]]], items: [Item]) -> Bool {
    for (place, item) in items.enumerated() {
      for alternative in alternatives[place]
      where alternative.prefix(while: { !$0.takesToken }).contains(where: \.isGap) {
        return true
      }
      if !item.canTakeNothing { return false }
    }
    return false
  }
}

/// The marks that patterns can ask for.
enum CueMark: UInt8, Sendable, CaseIterable {
  case comma
  case semicolon
  case colon
  case question
  case exclamation
  case quotation

  /// The mark as patterns write it.
  init?(_ text: Substring) {
    switch text {
    case ",": self = .comma
    case ";": self = .semicolon
    case ":": self = .colon
    case "?": self = .question
    case "!": self = .exclamation
    case "\"": self = .quotation
    default: return nil
    }
  }
}
