internal import Corpora

/// Sentences that complain about attributions.
enum AttributionWording {
  static func unknown(_ value: String, among names: [String]) -> String {
    "\(value.quoted) (\(names.dropLast().joined(separator: ", ")) or \(names.last ?? "") was expected)"
  }
}
