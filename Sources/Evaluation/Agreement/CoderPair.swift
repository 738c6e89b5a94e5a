/// Two coders and the units that both labelled.
struct CoderPair: Sendable {
  let first: Int
  let second: Int
  /// Each common unit with the label of either.
  private let common: [(unit: Int, first: Int, second: Int)]

  /// How many units both labelled.
  var count: Int { common.count }

  /// All pairs with a unit in common, in the order of the coders.
  static func all(of coded: CodedUnits) -> [CoderPair] {
    let coders = coded.coderNames.count
    var found = [[(unit: Int, first: Int, second: Int)]](repeating: [], count: coders * coders)
    for (number, unit) in coded.units.enumerated() {
      let ordered = unit.sorted { $0.coder < $1.coder }
      for (place, one) in ordered.enumerated() {
        for other in ordered[(place + 1)...] {
          found[one.coder * coders + other.coder].append((unit: number, first: one.label, second: other.label))
        }
      }
    }
    return found.indices.filter { !found[$0].isEmpty }.map {
      CoderPair(first: $0 / coders, second: $0 % coders, common: found[$0])
    }
  }

  /// The share of units with one label, and Cohen's kappa (1960), unit u counting `weights[u]` times.
  ///
  /// Kappa is nil where both gave one and the same label throughout, and both are without a unit.
  func figures(labelCount: Int, weights: [Double]) -> (agreement: Double?, kappa: Double?) {
    var firstGave = [Double](repeating: 0, count: labelCount)
    var secondGave = firstGave
    var (total, agreed) = (0.0, 0.0)
    for labels in common {
      let weight = weights[labels.unit]
      total += weight
      firstGave[labels.first] += weight
      secondGave[labels.second] += weight
      if labels.first == labels.second { agreed += weight }
    }
    guard total > 0 else { return (nil, nil) }
    let chance = zip(firstGave, secondGave).reduce(0) { $0 + $1.0 * $1.1 }
    let disagreed = total * total - chance
    return (agreed / total, disagreed > 0 ? (total * agreed - chance) / disagreed : nil)
  }
}
