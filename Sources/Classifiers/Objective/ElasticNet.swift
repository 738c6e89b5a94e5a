/// The elastic-net penalty of one weight, (1 - ρ)/2 w² + ρ |w|, as scikit-learn writes it: ρ = 1 is L1, ρ = 0 is L2.
struct ElasticNet: Sendable, Hashable {
  /// ρ: how much of the penalty is the weight's absolute value.
  let absolute: Double
  /// 1 - ρ: how much of it is half the weight's square.
  let square: Double

  /// - Precondition: `absoluteShare` is in `0 ... 1`.
  init(absoluteShare: Double) {
    precondition(absoluteShare >= 0 && absoluteShare <= 1, "a share of \(absoluteShare)")
    absolute = absoluteShare
    square = 1 - absoluteShare
  }

  /// The penalty of one weight.
  func value(_ weight: Double) -> Double { square / 2 * weight * weight + absolute * abs(weight) }

  /// How far zero is from the derivatives of loss and penalty together at `weight`, where the loss has `slope`: at zero the
  /// penalty has every derivative from -ρ to ρ. Signed, so that a step against it goes down.
  func violation(_ weight: Double, slope: Double) -> Double {
    if weight > 0 { return slope + square * weight + absolute }
    if weight < 0 { return slope + square * weight - absolute }
    return slope > absolute ? slope - absolute : slope < -absolute ? slope + absolute : 0
  }

  /// The weight u at which slope (u - weight) + curvature/2 (u - weight)² + penalty(u) is least.
  func minimum(near weight: Double, slope: Double, curvature: Double) -> Double {
    let total = curvature + square
    let pull = curvature * weight - slope
    guard abs(pull) > absolute, total > 0 else { return 0 }
    return (pull > 0 ? pull - absolute : pull + absolute) / total
  }

  /// penalty(w) + penalty*(v) - w v, never negative: zero where v is a derivative of the penalty at w.
  ///
  /// penalty*(v) = max(0, |v| - ρ)² / (2 (1 - ρ)); for ρ = 1 it is infinite beyond ρ, and `dual` must not lie there.
  func mismatch(_ weight: Double, dual: Double) -> Double {
    let (size, pull) = (abs(weight), weight < 0 ? -dual : dual)
    let excess = abs(pull) - absolute
    guard excess > 0 else { return square / 2 * size * size + size * (absolute - pull) }
    guard square > 0 else { return size * (absolute - min(pull, absolute)) }
    if pull > 0 {
      let distance = size - excess / square
      return square / 2 * distance * distance
    }
    return square / 2 * size * size + size * (absolute - pull) + excess * excess / (2 * square)
  }
}
