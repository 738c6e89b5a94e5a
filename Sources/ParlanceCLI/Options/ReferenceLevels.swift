internal import ParlanceKit

/// The levels that factors are compared with, as `--reference column=level` names them.
enum ReferenceLevels {
  /// - Throws: `ConfigurationError` for a text without a level.
  static func parse(_ texts: [String]) throws -> [String: String] {
    var references: [String: String] = [:]
    for text in texts {
      guard let place = text.firstIndex(of: "="), place != text.startIndex else {
        throw ConfigurationError(
          "--reference \(text) names no level", hint: "give the column and the level, as in --reference role=general")
      }
      references[String(text[..<place])] = String(text[text.index(after: place)...])
    }
    return references
  }
}
