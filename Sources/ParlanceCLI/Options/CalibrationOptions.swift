internal import ArgumentParser
internal import Classifiers

/// How scores become probabilities.
struct CalibrationOptions: ParsableArguments {
  @Option(
    help: """
      Map scores to probabilities that hold on unseen rows, by scores of models that had not seen them: none, platt, or \
      isotonic (for a thousand rows or more).
      """)
  var calibrate = CalibrationMethod.none

  /// The method, or nil for none.
  var method: CalibrationMethod? { calibrate == .none ? nil : calibrate }
}
