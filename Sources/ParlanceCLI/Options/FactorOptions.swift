internal import ArgumentParser
internal import ParlanceKit

/// How columns are coded as predictors of a regression.
struct FactorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take these columns of numbers for factors, as years may be.", valueName: "column,column"))
  var factor: String?

  @Option(help: ArgumentHelp("Compare a factor's levels with this one; repeat it.", valueName: "column=level"))
  var reference: [String] = []

  /// The columns of numbers that are factors.
  var columns: [String] { (factor ?? "").split(separator: ",").map(String.init) }

  /// The level that each named column's others are compared with.
  ///
  /// - Throws: `ConfigurationError` for what is not written `column=level`.
  func references() throws -> [String: String] {
    var references: [String: String] = [:]
    for text in reference {
      guard let place = text.firstIndex(of: "="), place != text.startIndex else {
        throw ConfigurationError(
          "--reference \(text) names no level", hint: "give the column and the level, as in --reference role=general")
      }
      references[String(text[..<place])] = String(text[text.index(after: place)...])
    }
    return references
  }
}
