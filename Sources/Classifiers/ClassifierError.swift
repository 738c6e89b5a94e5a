public import Reproducibility

/// Why a model cannot be fitted to what was given, in a sentence that says what to do.
public struct ClassifierError: UserFacingError, Hashable {
  /// What was seen.
  public let problem: String
  /// What to do about it.
  public let hint: String

  /// The problem, and the hint on a line of its own.
  public var description: String { "\(problem)\nhint: \(hint)" }

  static func badOption(_ name: String, value: String, expected: String) -> ClassifierError {
    ClassifierError(problem: "\(name) is \(value) (\(expected) was expected)", hint: "choose another \(name)")
  }

  static let noRows = ClassifierError(
    problem: "there are no rows to fit a model to", hint: "check the filters and the labels")

  static let noColumns = ClassifierError(
    problem: "there are no features to fit a model to",
    hint: "check the feature options: a high --min-df or a low --max-df may have left none")

  static func tooFewClasses(_ count: Int) -> ClassifierError {
    ClassifierError(
      problem: "there are \(count) classes (a classifier tells at least 2 apart)", hint: "check the column of labels")
  }

  static func emptyClass(_ index: Int, of count: Int, hasRows: Bool) -> ClassifierError {
    ClassifierError(
      problem: "class \(index + 1) of \(count) has no training rows\(hasRows ? " with a weight above zero" : "")",
      hint: "leave the class out, or see that every class has rows to learn from in each fold")
  }

  static func badWeight(_ weight: Double, row: Int) -> ClassifierError {
    ClassifierError(
      problem: "the weight of row \(row + 1) is \(weight) (a finite number, zero or more, was expected)",
      hint: "correct the weight, or leave the column of weights out")
  }

  static func notFinite(_ value: Double, row: Int, column: Int) -> ClassifierError {
    ClassifierError(
      problem: "row \(row + 1) has \(value) in feature column \(column + 1) (a finite number was expected)",
      hint: "remove the row or replace the value")
  }

  static let overflow = ClassifierError(
    problem: "the features or weights are so large that their sums overflow",
    hint: "rescale them, for example to a standard deviation of 1")

  static func tooLargeForCholesky(parameterCount: Int, limit: Int) -> ClassifierError {
    ClassifierError(
      problem: "newton-cholesky would need a matrix of \(parameterCount) x \(parameterCount) (at most \(limit) a side)",
      hint: "use the solver newton-cg or auto")
  }

  static func coordinateOfManyClasses(_ count: Int) -> ClassifierError {
    ClassifierError(
      problem: "the solver coordinate was asked for \(count) classes (it tells 2 apart)",
      hint: "use the solver newton-cg or auto")
  }

  static func sparseOfManyClasses(_ penalty: Penalty, count: Int) -> ClassifierError {
    ClassifierError(
      problem: "the penalty \(penalty.rawValue) was asked for \(count) classes (it is there for 2)",
      hint: "use the penalty l2, or gather classes until two remain, as in --classes escalatory,rest")
  }

  static func prevalenceOfManyClasses(_ count: Int) -> ClassifierError {
    ClassifierError(
      problem: "a prevalence was given for \(count) classes (it corrects the intercept of 2)",
      hint: "leave --prevalence out, or gather classes until two remain, as in --classes escalatory,rest")
  }
}
