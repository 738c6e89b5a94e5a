/// A feature that is active in a text, and where it stands there.
public struct FeatureOccurrence: Sendable, Hashable {
  /// A place in a text.
  public struct Place: Sendable, Hashable {
    /// Where it begins and ends, counted in Unicode scalars as Python counts characters.
    public let characters: Range<Int>
    /// Where it begins and ends in the text's UTF-8 bytes.
    public let bytes: Range<Int>
  }

  /// The column of the design matrix.
  public let column: Int
  /// The name of the block.
  public let block: String
  /// The name of the column, as `FeatureSchema.name(of:)` gives it.
  public let name: String
  /// The terms of this text that the column counts, in order of appearance: one unless columns are hashed; of a cue or a category
  /// what shows it, which may be nothing.
  public let terms: [String]
  /// How often the terms occur, or a cue or a category shows; for a hashed column less how often those of the other sign do.
  public let count: Int
  /// The value in the design matrix, the same bit for bit.
  public let value: Double
  /// Where the terms stand in the text, from front to back. An n-gram of words reaches from the start of its first word to the
  /// end of its last, one of characters over those that stand in the text; a masked name is where the name stood.
  public let places: [Place]
}

extension FittedPipeline {
  /// The features that are active in `text`, in the order of columns: those whose columns have an entry in its row, and of
  /// dense blocks those whose value is not 0.
  ///
  /// Complexity: O(bytes x greatest n-gram length).
  public func occurrences(in text: String) -> [FeatureOccurrence] {
    let normalized = preparation.mapped(text)
    let ruler = TextRuler(text)
    var occurrences: [FeatureOccurrence] = []
    for (block, columns) in zip(blocks, schema.blocks) {
      let findings =
        switch block {
        case .ngrams(let block): block.findings(in: normalized.text, preparation: preparation)
        case .matches(let block): block.findings(in: normalized.text, preparation: preparation)
        }
      for found in findings {
        let column = columns.columns.lowerBound + found.column
        occurrences.append(
          FeatureOccurrence(
            column: column, block: columns.name, name: schema.name(of: column), terms: found.terms, count: found.count,
            value: found.value, places: found.sources.map { ruler.place(of: normalized.source(of: $0)) }))
      }
    }
    return occurrences
  }
}

/// A column that a text has an entry in.
struct ColumnFinding {
  let column: Int
  var terms: [String] = []
  var count = 0
  var value = 0.0
  /// The bytes of the terms' places.
  var sources: [Range<Int>] = []

  /// Counts a term where it stands.
  mutating func add(_ term: String, at bytes: Range<Int>) {
    count += 1
    sources.append(bytes)
    if !terms.contains(term) { terms.append(term) }
  }
}

extension FittedBlock {
  /// The columns that have an entry in the row of a text, ascending.
  fileprivate func findings(in normalized: String, preparation: TextPreparation) -> [ColumnFinding] {
    var reader = BlockReader(configuration, preparation: preparation)
    reader.read(normalized)
    let finder = ColumnFinder(self, textBytes: normalized.utf8.count)
    let text = reader.text
    var hits: [(column: Int32, sign: Int, term: Range<Int>, source: Range<Int>)] = []
    text.forEachNgram(configuration) { units, bytes, range in
      guard let signed = finder.signedColumn(of: bytes, range) else { return }
      let source = text.units[units.lowerBound].sourceStart..<text.units[units.upperBound].sourceEnd
      hits.append((FeatureHash.column(signed), signed < 0 ? -1 : 1, range, source))
    }
    hits.sort {
      ($0.column, $0.source.lowerBound, $0.source.upperBound) < ($1.column, $1.source.lowerBound, $1.source.upperBound)
    }
    var findings: [ColumnFinding] = []
    for hit in hits {
      if findings.last?.column != Int(hit.column) { findings.append(ColumnFinding(column: Int(hit.column))) }
      let term = String(decoding: text.bytes[hit.term], as: UTF8.self)
      findings[findings.count - 1].count += hit.sign
      findings[findings.count - 1].sources.append(hit.source)
      if !findings[findings.count - 1].terms.contains(term) { findings[findings.count - 1].terms.append(term) }
    }
    let weighting = RowWeighting(configuration, idf: idf)
    var values = findings.map { weighting.frequency($0.count) }
    weighting.weigh(&values, columns: findings.map { Int32($0.column) }, from: 0)
    for index in findings.indices { findings[index].value = values[index] }
    return findings
  }
}

/// Counts characters between places of a text.
private struct TextRuler {
  /// The number of scalars that begin before each byte.
  private var scalarsBefore: [Int32] = []

  init(_ text: String) {
    var scalars: Int32 = 0
    scalarsBefore.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      scalarsBefore.append(scalars)
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    scalarsBefore.append(scalars)
  }

  func place(of bytes: Range<Int>) -> FeatureOccurrence.Place {
    let characters = Int(scalarsBefore[bytes.lowerBound])..<Int(scalarsBefore[bytes.upperBound])
    return FeatureOccurrence.Place(characters: characters, bytes: bytes)
  }
}
