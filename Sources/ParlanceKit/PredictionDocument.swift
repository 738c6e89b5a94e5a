internal import Corpora
public import Reproducibility

/// Scored statements, by who made them: what `predict` wrote with the columns of its corpus beside the scores.
public struct PredictionDocument: Codable, Sendable, Hashable {
  /// A statement with its score.
  public struct Statement: Codable, Sendable, Hashable {
    /// What names it.
    public let id: String
    /// Its words.
    public let text: String
    /// Who is named as its author, as written; empty where nobody is.
    public let speaker: String
    /// The most probable class.
    public let label: String
    /// The probability of the positive class.
    public let probability: Double
  }

  /// All statements of one actor.
  public struct Actor: Codable, Sendable, Hashable {
    /// Who; empty for statements of which nobody says whose they are.
    public let actor: String
    /// The mean of the statements' probabilities.
    public let mean: Double
    /// The statements, the most probable first.
    public let statements: [Statement]
  }

  /// The file as the user named it.
  public let source: String
  /// The SHA-256 of its bytes.
  public let sha256: ContentDigest
  /// How many statements there are.
  public let rows: Int
  /// The class whose probability it is, as far as the labels tell: they do where one is more probable than all others.
  public let positive: String?
  /// The actors, the highest mean first.
  public let actors: [Actor]
}

extension PredictionDocument {
  /// Reads the table that `predict --keep` wrote, as CSV, JSON Lines or in any other form of a corpus.
  ///
  /// - Throws: `FileError`, `CorpusError`; `ConfigurationError` for a probability that is none, or where the table has no texts.
  public static func read(_ path: String) throws -> PredictionDocument {
    try read(try StoredBytes.contents(of: path), name: path)
  }

  /// Reads such a table from memory.
  static func read(_ bytes: [UInt8], name: String) throws -> PredictionDocument {
    var options = ReadingOptions(columns: ColumnNames(id: "id"))
    options.requiresTexts = false
    let table = try CorpusReader.read(try CorpusInput(bytes: bytes, name: name, options: options), options: options)
    guard table.columnNames.contains("text") else {
      throw ConfigurationError(
        "\(table.place(ofRow: 0).file): the predictions have no column \"text\" (the statements were expected beside their scores)",
        hint: "give parlance predict --keep, so that it puts the corpus's columns beside the scores")
    }
    return try PredictionDocument(table, digest: ContentDigest(of: bytes))
  }

  private init(_ table: Corpus, digest: ContentDigest) throws {
    let probabilities = try Self.probabilities(of: table)
    func column(_ name: String) throws -> [String]? {
      table.columnNames.contains(name) ? try table.values(ofColumn: name) : nil
    }
    let (labels, speakers, actors) = (try column("label"), try column("speaker"), try column("actor"))
    var groups: [String: [Statement]] = [:]
    for row in 0..<table.count {
      let speaker = speakers?[row] ?? ""
      let statement = Statement(
        id: table.ids[row], text: table.texts[row], speaker: speaker, label: labels?[row] ?? "",
        probability: probabilities[row])
      let actor = actors?[row] ?? ""
      groups[actor.isEmpty ? speaker : actor, default: []].append(statement)
    }
    source = table.source.name
    sha256 = digest
    rows = table.count
    let likeliest = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    positive = likeliest.flatMap { probabilities[$0] > 0.5 ? labels?[$0] : nil }
    self.actors = groups.map { Actor($0, $1) }.sorted { (-$0.mean, $0.actor) < (-$1.mean, $1.actor) }
  }

  private static func probabilities(of table: Corpus) throws -> [Double] {
    try table.values(ofColumn: "probability").enumerated().map { row, text in
      guard let value = Double(text), value >= 0, value <= 1 else {
        throw ConfigurationError(
          "\(table.place(ofRow: row)): \(text.quoted) is no probability (0 to 1 was expected)",
          hint: "give the table that parlance predict --keep writes")
      }
      return value
    }
  }
}

extension PredictionDocument.Actor {
  /// - Precondition: there is a statement.
  fileprivate init(_ actor: String, _ statements: [PredictionDocument.Statement]) {
    self.actor = actor
    mean = statements.reduce(0) { $0 + $1.probability } / Double(statements.count)
    self.statements = statements.enumerated().sorted {
      (-$0.element.probability, $0.offset) < (-$1.element.probability, $1.offset)
    }.map(\.element)
  }
}
