/// What alpha and its kin are made of, for units that each count some number of times.
///
/// Of the coincidences o_ck only sums are kept: how often each label was given to units with two labels or more (n_c), how often
/// it met itself (o_cc), and the disagreement by the distances of the level.
struct CoincidenceSums: Sendable {
  /// n_c, for each label.
  private(set) var given: [Double]
  /// o_cc, for each label.
  private(set) var same: [Double]
  /// Σ o_ck δ²(c, k).
  private(set) var disagreement = 0.0
  /// Σ n_c n_k δ²(c, k).
  private(set) var chance = 0.0

  /// Sums over `units`, unit u counting `weights[u]` times.
  ///
  /// - Complexity: O(codings + labels), for the ratio level O(codings + labels²).
  init(_ units: [PairableUnit], level: MeasurementLevel, values: [Double]?, labelCount: Int, weights: [Double]) {
    var given = [Double](repeating: 0, count: labelCount)
    var same = given
    for (unit, weight) in zip(units, weights) where weight > 0 {
      for entry in unit.labels {
        given[entry.label] += weight * entry.count
        same[entry.label] += weight * entry.count * (entry.count - 1) / unit.pairDivisor
      }
    }
    let distance = LabelDistance(level, values: values, given: given)
    for (unit, weight) in zip(units, weights) where weight > 0 && unit.labels.count > 1 {
      disagreement += weight * unit.disagreement(by: distance)
    }
    self.given = given
    self.same = same
    chance = distance.chance(given)
  }

  /// n, the number of labels that can be paired.
  var total: Double { given.reduce(0, +) }

  /// Krippendorff's alpha; nil where chance leaves no disagreement to expect, as with one label.
  var alpha: Double? { chance > 0 ? 1 - (total - 1) * disagreement / chance : nil }

  /// D_o, the mean distance of labels paired within units.
  var observedDisagreement: Double? { total > 0 ? disagreement / total : nil }

  /// D_e, the mean distance of labels paired at random.
  var expectedDisagreement: Double? { total > 1 ? chance / (total * (total - 1)) : nil }

  /// The share of pairs within units that are of one label, each unit counting as often as it has labels.
  var rawAgreement: Double? { total > 0 ? same.reduce(0, +) / total : nil }

  /// How often somebody who shares a unit with a giver of `label` gave it too.
  func agreement(on label: Int) -> Double? { given[label] > 0 ? same[label] / given[label] : nil }

  /// Nominal alpha with all labels but `label` taken for one; nil where it was given always or never.
  func alpha(of label: Int) -> Double? {
    let others = total - given[label]
    guard given[label] > 0, others > 0 else { return nil }
    return 1 - (total - 1) * (given[label] - same[label]) / (given[label] * others)
  }
}

/// The labels of a unit that has two or more.
struct PairableUnit: Sendable {
  /// Each label given and how often, in the order of the labels.
  let labels: [(label: Int, count: Double)]
  /// m - 1 for m labels: what each pair's weight is divided by.
  let pairDivisor: Double

  /// Nil for fewer than two labels.
  init?(_ codings: [CodedUnits.Coding]) {
    guard codings.count >= 2 else { return nil }
    var counts: [Int: Int] = [:]
    for coding in codings { counts[coding.label, default: 0] += 1 }
    labels = counts.sorted { $0.key < $1.key }.map { (label: $0.key, count: Double($0.value)) }
    pairDivisor = Double(codings.count - 1)
  }

  fileprivate func disagreement(by distance: LabelDistance) -> Double {
    var sum = 0.0
    for (place, one) in labels.enumerated() {
      for other in labels[(place + 1)...] {
        sum += 2 * one.count * other.count * distance.squared(one.label, other.label)
      }
    }
    return sum / pairDivisor
  }
}

/// δ² between labels.
private struct LabelDistance {
  private enum Rule { case unequal, difference, proportion }

  private let rule: Rule
  private let positions: [Double]

  /// - Parameter given: how often each label was given, on which the ordinal distance depends: it is the difference of midranks,
  ///   which is the sum of what lies between with half of both ends.
  init(_ level: MeasurementLevel, values: [Double]?, given: [Double]) {
    switch level {
    case .nominal:
      (rule, positions) = (.unequal, [])
    case .ordinal:
      var below = 0.0
      positions = given.map { count in
        defer { below += count }
        return below + count / 2
      }
      rule = .difference
    case .interval:
      (rule, positions) = (.difference, values ?? [])
    case .ratio:
      (rule, positions) = (.proportion, values ?? [])
    }
  }

  func squared(_ one: Int, _ other: Int) -> Double {
    switch rule {
    case .unequal: return one == other ? 0 : 1
    case .difference: return (positions[one] - positions[other]) * (positions[one] - positions[other])
    case .proportion:
      let sum = positions[one] + positions[other]
      let share = sum == 0 ? 0 : (positions[one] - positions[other]) / sum
      return share * share
    }
  }

  /// Σ n_c n_k δ²(c, k) over ordered pairs.
  func chance(_ given: [Double]) -> Double {
    let total = given.reduce(0, +)
    switch rule {
    case .unequal:
      return given.reduce(0) { $0 + $1 * (total - $1) }
    case .difference:
      // About the mean, 2 n Σ n_c (t_c - mean)²: no digits are lost to large values.
      guard total > 0 else { return 0 }
      let mean = zip(given, positions).reduce(0) { $0 + $1.0 * $1.1 } / total
      return 2 * total * zip(given, positions).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    case .proportion:
      var sum = 0.0
      for one in given.indices where given[one] > 0 {
        for other in given[..<one].indices { sum += 2 * given[one] * given[other] * squared(one, other) }
      }
      return sum
    }
  }
}
