public import Evaluation
internal import Reproducibility

/// How rows are drawn for hand coding.
public enum SampleDesign: Sendable, Hashable {
  /// All rows have the same chance.
  case simple
  /// Rows are drawn within strata: those with the same values in these columns, `score` standing for bins of the score.
  case stratified(columns: [String])

  /// Reads `simple`, or `stratified:column,column`.
  ///
  /// - Throws: `ConfigurationError` for anything else.
  public init(parsing text: String) throws {
    if text == "simple" {
      self = .simple
      return
    }
    let prefix = "stratified:"
    let columns = text.hasPrefix(prefix) ? text.dropFirst(prefix.count).split(separator: ",").map(String.init) : []
    guard !columns.isEmpty else {
      throw ConfigurationError(
        "the design \"\(text)\" (simple or stratified:column,column was expected)", hint: "as in stratified:actor,score"
      )
    }
    for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
      throw ConfigurationError("the design \"\(text)\" names \(column) twice", hint: "name it once")
    }
    self = .stratified(columns: columns)
  }

  /// As it is written on the command line.
  public var description: String {
    switch self {
    case .simple: "simple"
    case .stratified(let columns): "stratified:\(columns.joined(separator: ","))"
    }
  }
}

/// What `parlance sample` is asked for.
public struct SampleRequest: Sendable, Hashable {
  /// The name that stands for bins of the score in a design.
  public static let scoreName = "score"

  /// How rows are drawn.
  public var design: SampleDesign
  /// How many rows.
  public var count: Int
  /// How many rows of each stratum.
  public var allocation = SampleAllocation.proportional
  /// The number of bins of the score.
  public var binCount = 4
  /// The column of scores.
  public var scoreColumn = "probability"
  /// A table of scores as `predict` writes it, matched by ids; nil where the corpus has the column itself.
  public var scoresPath: String?
  /// Whether rows keep the corpus's other columns, without what a classifier said.
  public var keepsColumns = false
  /// The seed of the draws.
  public var seed = SeededGenerator.defaultSeed

  /// Asks for `count` rows.
  public init(design: SampleDesign, count: Int) {
    self.design = design
    self.count = count
  }
}
