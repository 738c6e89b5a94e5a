/// Which rows a model is trained on and which it is tested on, as a user says it.
///
/// In text: `stratified`, `group:COLUMN`, `group:COLUMN,COLUMN`, `leave-one-out:COLUMN`, `forward`, `forward:COLUMN`,
/// `forward:DATE` or `group-forward:COLUMN`.
public enum Split: Sendable, Hashable, CustomStringConvertible {
  /// Every fold has about the same share of each class.
  case stratified
  /// Rows with one value in a column stay together; folds of about equal size. Several columns stand with commas between them,
  /// and rows that share a value of any of them, directly or over others, then stay together.
  case group(column: String)
  /// One fold for each value of a column.
  case leaveOneOut(column: String)
  /// Folds are windows of time, each trained on all that came before; the dates are in a column, or nil for the usual one.
  case forward(column: String?)
  /// Windows of time as of `forward`, and in each the values of a column (or of several, as of `group`) in turn: those tested
  /// are never trained on.
  case groupForward(column: String)
  /// One fold: trained before a date (a year, a month or a day in ISO 8601), tested from then on.
  case forwardFrom(date: String)

  /// Reads a split from its text.
  ///
  /// - Throws: `EvaluationError` that lists the forms.
  public init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count > 1 ? parts[1] : nil) {
    case ("stratified", nil): self = .stratified
    case ("group", let column?) where !column.isEmpty: self = .group(column: column)
    case ("leave-one-out", let column?) where !column.isEmpty: self = .leaveOneOut(column: column)
    case ("group-forward", let column?) where !column.isEmpty: self = .groupForward(column: column)
    case ("forward", nil): self = .forward(column: nil)
    case ("forward", let word?) where !word.isEmpty:
      self = Self.looksLikeDate(word) ? .forwardFrom(date: word) : .forward(column: word)
    default:
      throw EvaluationError(
        "no split is called \"\(text)\"",
        hint: "stratified, group:COLUMN, leave-one-out:COLUMN, forward, forward:COLUMN, forward:DATE (2021-05-24) or "
          + "group-forward:COLUMN")
    }
  }

  /// Whether the number of folds is the user's to choose.
  public var takesFoldCount: Bool {
    switch self {
    case .stratified, .group, .forward, .groupForward: true
    case .leaveOneOut, .forwardFrom: false
    }
  }

  /// Whether rows are trained on only before they are tested.
  public var isForward: Bool {
    switch self {
    case .forward, .groupForward, .forwardFrom: true
    case .stratified, .group, .leaveOneOut: false
    }
  }

  /// The column whose values keep rows together, or hold the dates; nil where the split names none.
  public var column: String? {
    switch self {
    case .stratified, .forwardFrom: nil
    case .group(let column), .leaveOneOut(let column), .groupForward(let column): column
    case .forward(let column): column
    }
  }

  /// The text from which the split can be read again.
  public var description: String {
    switch self {
    case .stratified: "stratified"
    case .group(let column): "group:\(column)"
    case .leaveOneOut(let column): "leave-one-out:\(column)"
    case .forward(let column): column.map { "forward:\($0)" } ?? "forward"
    case .groupForward(let column): "group-forward:\(column)"
    case .forwardFrom(let date): "forward:\(date)"
    }
  }

  /// Four digits, and then nothing or a hyphen: no check of the calendar.
  private static func looksLikeDate(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return bytes.count >= 4 && bytes[..<4].allSatisfy(digits.contains)
      && (bytes.count == 4 || bytes[4] == UInt8(ascii: "-"))
  }
}

extension Split: Codable {
  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
