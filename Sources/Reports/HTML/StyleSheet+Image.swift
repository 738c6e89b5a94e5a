extension StyleSheet {
  /// The sheet of an image that is a file of its own: the light colours and, where the screen is dark, the dark ones.
  ///
  /// Many programs that draw such files know no custom properties, so that every colour is written out.
  static let image: Markup = {
    let schemes = "\(palette)".components(endingBefore: "@media")
    let light = declarations(in: schemes[0])
    let dark = light.merging(declarations(in: schemes[schemes.count - 1])) { $1 }
    return MarkupWriter.verbatim([drawings]) { rules in
      // Each rule is a line; those without a colour need not be said again.
      let coloured = rules.split(separator: "\n").filter { $0.contains("var(") }.joined(separator: "\n")
      return "\n" + written(rules, with: light) + "@media screen and (prefers-color-scheme: dark) {\n"
        + written(coloured, with: dark) + "\n}\n"
    }
  }()

  /// The custom properties that are declared in a part of the sheet.
  private static func declarations(in rules: String) -> [String: String] {
    var values: [String: String] = [:]
    for declaration in rules.split(whereSeparator: { $0 == ";" || $0 == "{" || $0 == "}" }) {
      let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.drop { $0.isWhitespace } }
      guard parts.count == 2, parts[0].hasPrefix("--") else { continue }
      values[String(parts[0])] = String(parts[1])
    }
    return values
  }

  /// The rules with the values in place of the names.
  private static func written(_ rules: String, with values: [String: String]) -> String {
    let parts = rules.components(endingBefore: "var(")
    return parts[0]
      + parts.dropFirst().map { part in
        let name = part.dropFirst("var(".count).prefix { $0 != ")" }
        guard let value = values[String(name)] else { preconditionFailure("the palette has no \(name)") }
        return value + part.dropFirst("var(".count + name.count + 1)
      }.joined()
  }
}

extension String {
  /// The text cut before each `mark`, which begins all parts but the first.
  fileprivate func components(endingBefore mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.dropFirst(parts.isEmpty ? 0 : mark.count).firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.lowerBound...]
    }
    return parts + [String(rest)]
  }
}
