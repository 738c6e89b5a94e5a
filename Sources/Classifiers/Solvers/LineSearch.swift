/// A step length along a descent direction of a convex function that satisfies the strong Wolfe conditions.
///
/// Problem: φ(t) = f(x + t d), convex, φ'(0) < 0. Wanted is t > 0 with φ(t) <= φ(0) + c₁ t φ'(0) (enough descent) and
/// |φ'(t)| <= c₂ |φ'(0)| (flat enough), 0 < c₁ < c₂ < 1.
/// Method: the slope of a convex function rises, so a step is too long when it descends too little or its slope is too
/// positive, and too short when its slope is too negative. These bracket the wanted steps; the next guess is the
/// zero of the slopes' straight line, kept within the bracket. With rising slopes this is all that remains of the two phases
/// of Nocedal and Wright's search (Numerical Optimization, 2nd edition, algorithms 3.5 and 3.6).
/// Close to the minimum the difference of two values is lost in their rounding. There the first condition is replaced by
/// φ'(t) <= (2 c₁ - 1) φ'(0), which it becomes for a quadratic (Hager and Zhang 2005, approximate Wolfe conditions).
struct LineSearch {
  /// c₁.
  var sufficientDescent = 1e-4
  /// c₂.
  var flatness = 0.9

  /// The step, beginning with a guess, or nil where there is none within the precision of numbers.
  ///
  /// - Parameters:
  ///   - line: φ.
  ///   - start: φ(0) and φ'(0).
  func step(on line: some ObjectiveLine, from start: LineValue, firstGuess: Double) -> Double? {
    guard start.slope < 0 else { return nil }
    var (low, lowSlope) = (0.0, start.slope)
    var (high, highSlope) = (Double.infinity, 0.0)
    var step = firstGuess
    for _ in 0..<60 {
      let point = line.value(at: step)
      if !descendsEnough(point, at: step, from: start) || point.slope > -flatness * start.slope {
        (high, highSlope) = (step, point.slope)
      } else if point.slope < flatness * start.slope {
        (low, lowSlope) = (step, point.slope)
      } else {
        return step
      }
      step = nextGuess(low: low, lowSlope: lowSlope, high: high, highSlope: highSlope, first: firstGuess)
      if step <= low || step >= high { break }
    }
    return low > 0 ? low : nil
  }

  private func descendsEnough(_ point: LineValue, at step: Double, from start: LineValue) -> Bool {
    guard point.value.isFinite, point.slope.isFinite else { return false }
    if point.value <= start.value + sufficientDescent * step * start.slope { return true }
    let rounding = 1e-12 * abs(start.value)
    return point.value <= start.value + rounding && point.slope <= (2 * sufficientDescent - 1) * start.slope
      && abs(step * start.slope) <= 1e3 * rounding
  }

  private func nextGuess(low: Double, lowSlope: Double, high: Double, highSlope: Double, first: Double) -> Double {
    if high == .infinity { return max(4 * low, first) }
    let width = high - low
    guard highSlope > lowSlope, highSlope.isFinite else { return low + width / 10 }
    let zero = low - lowSlope * width / (highSlope - lowSlope)
    return min(max(zero, low + width / 10), high - width / 10)
  }
}
