/// How the bootstrap's resamples become an interval.
public enum IntervalMethod: String, Codable, Sendable, Hashable, CaseIterable {
  /// Quantiles of the resampled values (Efron 1979).
  case percentile
  /// The same, corrected for bias and for a spread that changes with the value (Efron 1987); it costs a jackknife.
  case bca
}
