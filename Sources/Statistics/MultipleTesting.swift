/// P-values that allow for how many hypotheses were tested.
///
/// Both hold for the family that is given, which has to be fixed before its p-values are seen.
public enum MultipleTesting {
  /// Holm's step-down adjustment (1979): with p₍₁₎ ≤ … ≤ p₍ₘ₎, max over j ≤ i of min(1, (m - j + 1) p₍ⱼ₎).
  ///
  /// Hypotheses whose adjusted p is at most α hold the probability of a single false rejection at α, whatever the dependence.
  /// R's `p.adjust(p, "holm")`.
  ///
  /// - Parameter values: in any order; each in 0 ... 1.
  /// - Returns: in the order of `values`.
  /// - Complexity: O(m log m).
  public static func holm(_ values: [Double]) -> [Double] {
    check(values)
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var adjusted = values
    var largest = 0.0
    for (place, index) in order.enumerated() {
      largest = max(largest, min(1, Double(values.count - place) * values[index]))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// Benjamini and Hochberg's step-up adjustment (1995): min over j ≥ i of min(1, m p₍ⱼ₎ / j).
  ///
  /// Of the hypotheses whose adjusted p is at most q, a share of q or less is expected to be true, for tests that are independent
  /// or depend positively. R's `p.adjust(p, "BH")`; formulas 4.19.
  ///
  /// - Parameter values: in any order; each in 0 ... 1.
  /// - Returns: in the order of `values`.
  /// - Complexity: O(m log m).
  public static func benjaminiHochberg(_ values: [Double]) -> [Double] {
    check(values)
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var adjusted = values
    var smallest = 1.0
    for (place, index) in order.enumerated().reversed() {
      smallest = min(smallest, Double(values.count) / Double(place + 1) * values[index])
      adjusted[index] = smallest
    }
    return adjusted
  }

  private static func check(_ values: [Double]) {
    for value in values { precondition(value >= 0 && value <= 1, "a p-value of \(value)") }
  }
}
