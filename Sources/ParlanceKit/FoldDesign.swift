internal import Corpora
public import Evaluation
internal import Reproducibility

/// How rows are split, with everything that decides it.
public struct FoldDesign: Sendable, Hashable {
  /// The kind of split.
  public var split: Split
  /// The number of folds, where the split leaves it open; two or more. Default 5.
  public var foldCount: Int
  /// How often the design is repeated with other draws, for stratified and grouped folds. Default 1.
  public var repeats: Int
  /// How long before each test training ends, for splits forward in time, as "7d"; nil for no gap.
  public var embargo: String?
  /// The column of dates for a split forward in time that names none; nil for the usual one.
  public var dateColumn: String?
  /// Whether copies of a text may be on both sides of a fold. Default false.
  public var allowsCopies: Bool
  /// The seed of repeated designs.
  public var seed: UInt64
  /// The number of inner folds by which settings are chosen; nil for none.
  public var innerFoldCount: Int?

  /// Asks for a design.
  public init(
    split: Split, foldCount: Int = 5, repeats: Int = 1, embargo: String? = nil, dateColumn: String? = nil,
    allowsCopies: Bool = false, seed: UInt64 = SeededGenerator.defaultSeed, innerFoldCount: Int? = nil
  ) {
    self.split = split
    self.foldCount = foldCount
    self.repeats = repeats
    self.embargo = embargo
    self.dateColumn = dateColumn
    self.allowsCopies = allowsCopies
    self.seed = seed
    self.innerFoldCount = innerFoldCount
  }

  /// Checks what can be checked without data.
  ///
  /// - Throws: `ConfigurationError` for options that do not go together or a stretch of time that is none.
  func validate() throws {
    if repeats < 1 || repeats > 1000 {
      throw ConfigurationError("--repeats \(repeats) (1 to 1000 was expected)")
    }
    if let innerFoldCount, innerFoldCount < 2 {
      throw ConfigurationError("--inner-folds \(innerFoldCount) (two or more were expected)")
    }
    switch split {
    case .stratified, .group: break
    case .leaveOneOut, .forward, .forwardFrom, .groupForward:
      if repeats > 1 {
        throw ConfigurationError(
          "--repeats \(repeats) with --split \(split): its folds are the same every time",
          hint: "repeat stratified or group:COLUMN")
      }
    }
    if let embargo {
      if !split.isForward {
        throw ConfigurationError(
          "--embargo \(embargo) with --split \(split), which does not go forward in time",
          hint: "as in --split forward --embargo 7d")
      }
      _ = try TimeSpan(embargo)
    }
  }

  /// The design in words.
  public var description: String {
    var parts = ["\(split)"]
    if split.takesFoldCount { parts.append("\(foldCount) folds") }
    if repeats > 1 { parts.append("\(repeats) repeats, seed \(seed)") }
    if let embargo { parts.append("embargo \(embargo)") }
    if allowsCopies { parts.append("copies allowed") }
    if let innerFoldCount { parts.append("\(innerFoldCount) inner folds") }
    return parts.joined(separator: ", ")
  }
}

/// A stretch of time as a user says it: `7d`, `2w`, `3m`, `1y`.
struct TimeSpan: Sendable, Hashable {
  private let days: Int
  private let months: Int
  private let text: String

  /// - Throws: `ConfigurationError` for another form.
  init(_ text: String) throws {
    self.text = text
    guard let unit = text.last, let count = Int(text.dropLast()), (0...10_000).contains(count) else {
      throw Self.error(text)
    }
    switch unit {
    case "d": (days, months) = (count, 0)
    case "w": (days, months) = (7 * count, 0)
    case "m": (days, months) = (0, count)
    case "y": (days, months) = (0, 12 * count)
    default: throw Self.error(text)
    }
  }

  private static func error(_ text: String) -> ConfigurationError {
    ConfigurationError(
      "--embargo \(text) (a number of days, weeks, months or years was expected)", hint: "as in 7d, 2w, 3m or 1y")
  }

  /// The stretch before a test. A month before the 31st is the last day of a shorter month; before the year 1 there is nothing.
  var embargo: Embargo {
    let (days, months) = (days, months)
    return Embargo(name: text) { start in
      guard months > 0 else { return start - days }
      return StatementDate(dayNumber: start)?.firstDay(monthsBefore: months)?.firstDayNumber ?? .min
    }
  }
}
