/// Finds the name that a user most likely meant.
package enum NearestName {
  /// The first of `names` with the fewest edits from `name`, case and outer spaces aside, or nil where every one differs in
  /// more than a third of its letters.
  package static func of(_ name: String, among names: [String]) -> String? {
    var best: (name: String, distance: Int)?
    let wanted = folded(name)
    let allowed = max(1, wanted.count / 3)
    for candidate in names.prefix(1000) {
      let distance = edits(from: wanted, to: folded(candidate))
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    var scalars = Array(name.lowercased().unicodeScalars.prefix(200))
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return Array(scalars.drop { $0.properties.isWhitespace })
  }

  /// The Levenshtein distance, in O(n·m).
  private static func edits(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
    var row = Array(0...target.count)
    for (index, scalar) in source.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in 0..<target.count {
        let substituted = diagonal + (scalar == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
      }
    }
    return row[target.count]
  }
}
