/// How statements near a day weigh in that day's mean.
public enum SmoothingKernel: String, Codable, Sendable, Hashable, CaseIterable {
  /// Those nearer the day weigh more: 1 - (2 d / width)² at a distance of d days (Epanechnikov 1969), where that is above zero.
  case kernel
  /// All within half the width weigh alike: a rolling mean about the day.
  case rolling

  /// The weight at a distance of `distance` days; zero beyond the window.
  ///
  /// - Parameter width: the whole width of the window in days, positive.
  public func weight(at distance: Int, width: Int) -> Double {
    guard abs(distance) <= reach(ofWidth: width) else { return 0 }
    switch self {
    case .rolling: return 1
    case .kernel:
      let share = 2 * Double(distance) / Double(width)
      return 1 - share * share
    }
  }

  /// The farthest distance in whole days at which a weight is above zero.
  func reach(ofWidth width: Int) -> Int {
    precondition(width > 0, "the width of a window must be positive, not \(width)")
    switch self {
    case .rolling: return width / 2
    case .kernel: return (width - 1) / 2
    }
  }
}
