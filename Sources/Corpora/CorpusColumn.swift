/// What a column of a corpus means to this package.
public enum CorpusColumn: String, Codable, CaseIterable, Sendable, Hashable {
  /// What names the statement; the row's number where there is no such column.
  case id
  /// The statement itself.
  case text
  /// The class an annotator gave it.
  case label
  /// Who said it.
  case actor
  /// Whom it is about.
  case target
  /// When it was said: an ISO 8601 day, month or year.
  case date
  /// Its language, as a BCP 47 tag such as `en` or `hy-AM`.
  case lang
  /// How much it counts: a number that is not negative.
  case weight
}

/// The names under which a file keeps the columns that mean something here.
///
/// A name that is nil is the default: the column is called as in `CorpusColumn`, and a file may do without it (but for
/// the text, and for what is required). A name that is given must be a column of the file.
public struct ColumnNames: Codable, Sendable, Hashable {
  /// The name of the column of identifiers, or nil for `id`.
  public var id: String?
  /// The name of the column of statements, or nil for `text`.
  public var text: String?
  /// The name of the column of classes, or nil for `label`.
  public var label: String?
  /// The name of the column of speakers, or nil for `actor`.
  public var actor: String?
  /// The name of the column of those spoken about, or nil for `target`.
  public var target: String?
  /// The name of the column of dates, or nil for `date`.
  public var date: String?
  /// The name of the column of languages, or nil for `lang`.
  public var lang: String?
  /// The name of the column of weights, or nil for `weight`.
  public var weight: String?

  /// Names the columns that are called otherwise than by default.
  public init(
    id: String? = nil, text: String? = nil, label: String? = nil, actor: String? = nil, target: String? = nil,
    date: String? = nil, lang: String? = nil, weight: String? = nil
  ) {
    self.id = id
    self.text = text
    self.label = label
    self.actor = actor
    self.target = target
    self.date = date
    self.lang = lang
    self.weight = weight
  }

  /// The name a user gave to `column`, or nil where the default holds.
  public func explicitName(of column: CorpusColumn) -> String? {
    switch column {
    case .id: id
    case .text: text
    case .label: label
    case .actor: actor
    case .target: target
    case .date: date
    case .lang: lang
    case .weight: weight
    }
  }

  /// The name `column` has in the file, given or by default.
  public func name(of column: CorpusColumn) -> String { explicitName(of: column) ?? column.rawValue }
}
