/// Values to try for one or more settings, as a user says it: `C=0.1,1,10`.
public struct ParameterGrid: Codable, Sendable, Hashable {
  /// One setting and the values to try for it.
  public struct Axis: Codable, Sendable, Hashable {
    /// The setting's name.
    public let name: String
    /// Its values, ascending and distinct.
    public let values: [Double]
  }

  /// One value for each setting, in the order of the axes.
  public struct Candidate: Codable, Sendable, Hashable {
    /// The settings' names.
    public let names: [String]
    /// Their values.
    public let values: [Double]

    /// The value of the setting called `name`, if it is in the grid.
    public subscript(name: String) -> Double? { names.firstIndex(of: name).map { values[$0] } }
  }

  /// The settings, in the order given.
  public let axes: [Axis]

  /// Reads a grid from texts of the form `NAME=VALUE,VALUE,…`, one for each setting.
  ///
  /// - Parameters:
  ///   - texts: the texts; none gives a grid of one empty candidate.
  ///   - allowedNames: the settings there are.
  /// - Throws: `EvaluationError` for a text of another form, an unknown setting, one named twice, or a value that is not a
  ///   finite number.
  public init(parsing texts: [String], allowedNames: [String]) throws {
    var axes: [Axis] = []
    for text in texts {
      let axis = try Self.axis(text, allowedNames: allowedNames)
      if axes.contains(where: { $0.name == axis.name }) {
        throw EvaluationError(
          "the grid names \(axis.name) twice", hint: "give all its values together: \(axis.name)=1,2")
      }
      axes.append(axis)
    }
    self.axes = axes
  }

  private static func axis(_ text: String, allowedNames: [String]) throws -> Axis {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw EvaluationError("a grid of \"\(text)\" (NAME=VALUE,VALUE was expected)", hint: "as in C=0.1,1,10")
    }
    let name = String(parts[0])
    guard allowedNames.contains(name) else {
      throw EvaluationError(
        "no setting to search is called \"\(name)\"", hint: "there is \(allowedNames.joined(separator: ", "))")
    }
    let values = try parts[1].split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let value = Double(String(word)), value.isFinite else {
        throw EvaluationError(
          "the grid's value \"\(word)\" for \(name) (a number was expected)", hint: "as in C=0.1,1,10")
      }
      return value
    }
    var distinct: [Double] = []
    for value in values.sorted() where value != distinct.last { distinct.append(value) }
    return Axis(name: name, values: distinct)
  }

  /// Every combination of values, ascending, the last setting changing fastest.
  public var candidates: [Candidate] {
    var combinations: [[Double]] = [[]]
    for axis in axes { combinations = combinations.flatMap { start in axis.values.map { start + [$0] } } }
    return combinations.map { Candidate(names: axes.map(\.name), values: $0) }
  }

  /// The place of the best of `candidates`: that with the best value of `metric`, and of equals the first, which for C is
  /// the smallest and so the simplest model.
  ///
  /// - Parameter values: the metric's value for each candidate; nil where it is undefined.
  /// - Throws: `EvaluationError` where it is undefined for all.
  public func best(by metric: Metric, values: [Double?]) throws -> Int {
    precondition(values.count == candidates.count, "\(values.count) values, \(candidates.count) candidates")
    var best: (index: Int, value: Double)?
    for (index, value) in values.enumerated() {
      guard let value, !value.isNaN else { continue }
      let score = metric.isHigherBetter ? value : -value
      if best.map({ score > $0.value }) ?? true { best = (index, score) }
    }
    guard let best else {
      throw EvaluationError(
        "\(metric.rawValue) is undefined for all \(values.count) settings of the grid", hint: "choose by another metric"
      )
    }
    return best.index
  }
}
