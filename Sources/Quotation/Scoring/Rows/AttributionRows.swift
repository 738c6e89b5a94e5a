internal import Corpora

/// Makes attributions of the rows of a table.
struct AttributionRows {
  private let corpus: Corpus
  private let columns: [String: [String]]
  private let texts: [String: ArticleText]
  private var complaints = BadRowList(policy: .skip)

  /// The attributions of each article, in the order of the rows.
  private(set) var attributions: [String: [MarkedAttribution]] = [:]
  /// How many rows of several fragments have only their ends, so that the fragments were looked for.
  private(set) var soughtCount = 0

  /// Reads the rows of `corpus`.
  ///
  /// - Parameter texts: the articles' texts as far as they are known, by name.
  /// - Throws: `CorpusError` for columns that are not there, or with the rows that cannot be understood.
  init(_ corpus: Corpus, texts: [String: ArticleText]) throws {
    self.corpus = corpus
    self.texts = texts
    var columns: [String: [String]] = [:]
    for column in corpus.namedColumns { columns[column.name] = column.values }
    self.columns = columns
    try checkColumns()
    for row in 0..<corpus.count {
      if let attribution = attribution(ofRow: row) {
        attributions[articleName(ofRow: row), default: []].append(attribution)
      }
    }
    if complaints.count > 0 { throw complaints.error }
  }

  private func checkColumns() throws {
    let file = corpus.source.name
    let hint =
      "attributions have the columns article, text, spans or start and end, and may have speaker, actor, cue, kind, voice "
      + "and addressee, as parlance extract writes them"
    _ = columns["article"] == nil ? try corpus.values(ofColumn: "article") : []
    guard columns["spans"] != nil || (columns["start"] != nil && columns["end"] != nil) else {
      throw CorpusError(
        "there are no columns of offsets (spans, or start and end, were expected; columns here: "
          + "\(CorpusError.list(corpus.columnNames)))",
        at: CorpusPlace(file: file, line: 1), hint: hint)
    }
  }

  private func articleName(ofRow row: Int) -> String { MarkedArticle.name(of: columns["article"]?[row] ?? "") }

  private func cell(_ name: String, _ row: Int) -> String { columns[name]?[row] ?? "" }

  private mutating func complain(_ problem: String, row: Int, hint: String = "") {
    complaints.add(problem, at: corpus.place(ofRow: row), hint: hint)
  }
}

// MARK: A row

extension AttributionRows {
  private mutating func attribution(ofRow row: Int) -> MarkedAttribution? {
    let name = articleName(ofRow: row)
    guard !name.isEmpty else {
      complain("the row names no article (a name was expected)", row: row)
      return nil
    }
    guard let content = content(ofRow: row, article: texts[name]) else { return nil }
    guard let cue = part("cue", ofRow: row, article: texts[name]),
      let speaker = part("speaker", ofRow: row, article: texts[name])
    else { return nil }
    let kind = Attribution.Kind(rawValue: cell("kind", row))
    let voice = Attribution.Voice(rawValue: cell("voice", row))
    if kind == nil, !isEmpty("kind", row, Attribution.Kind.allCases.map(\.rawValue)) { return nil }
    if voice == nil, !isEmpty("voice", row, Attribution.Voice.allCases.map(\.rawValue)) { return nil }
    return MarkedAttribution(
      content: content, cue: cue, speaker: speaker, actor: cell("actor", row), addressee: cell("addressee", row),
      kind: kind, voice: voice, place: corpus.place(ofRow: row))
  }

  private mutating func isEmpty(_ column: String, _ row: Int, _ names: [String]) -> Bool {
    let value = cell(column, row)
    if value.isEmpty { return true }
    complain("the \(column) \(AttributionWording.unknown(value, among: names))", row: row)
    return false
  }

  /// The fragments of a cell of offsets, none where it is empty; nil after a complaint.
  private mutating func fragments(_ column: String, ofRow row: Int) -> [Range<Int>]? {
    let cell = cell(column, row)
    if cell.isEmpty || cell == "[]" { return [] }
    if let fragments = OffsetNotation.fragments(cell) { return fragments }
    complain(
      "\(cell.quoted) in \(column.quoted) ([[97, 171], [190, 230]] or 97-171 190-230 was expected)", row: row,
      hint: "offsets count Unicode characters from 0; no fragment is empty")
    return nil
  }

  /// The ends of the statement; nil after a complaint.
  private mutating func hull(ofRow row: Int) -> [Range<Int>]? {
    let (start, end) = (cell("start", row), cell("end", row))
    if let first = OffsetNotation.number(start.utf8), let last = OffsetNotation.number(end.utf8), first < last {
      return [first..<last]
    }
    complain(
      "the statement reaches from \(start.quoted) to \(end.quoted) (two numbers of characters from 0 were expected)",
      row: row)
    return nil
  }
}

// MARK: Places

extension AttributionRows {
  private mutating func content(ofRow row: Int, article: ArticleText?) -> MarkedSpan? {
    guard var fragments = fragments("spans", ofRow: row) else { return nil }
    let hasFragments = !fragments.isEmpty
    if !hasFragments {
      guard let hull = hull(ofRow: row) else { return nil }
      fragments = hull
    }
    let text = cell("text", row)
    if let article {
      guard isInside(fragments, article, row: row) else { return nil }
      return hasFragments || text.isEmpty
        ? checked(fragments, saying: text, article: article, row: row)
        : sought(text, in: fragments[0], of: article, row: row)
    }
    if let span = MarkedSpan(fragments, saying: text) { return span }
    complain(
      "the text has \(text.unicodeScalars.count) characters, and its offsets hold "
        + "\(fragments.reduce(0) { $0 + $1.count })",
      row: row,
      hint:
        "statements of several fragments need a column spans, as in JSON Lines, or the article's text: give the folder "
        + "of .ann and .txt files as the other side")
    return nil
  }

  private mutating func isInside(_ fragments: [Range<Int>], _ article: ArticleText, row: Int) -> Bool {
    guard let outside = fragments.first(where: { $0.upperBound > article.scalars.count }) else { return true }
    complain(
      "\(outside.lowerBound) to \(outside.upperBound) lies outside the article, which has \(article.scalars.count) characters",
      row: row, hint: Self.offsetHint)
    return false
  }

  private static let offsetHint =
    "offsets count Unicode characters of the article from 0, not bytes, in the very text that was annotated"

  /// What stands in `fragments`, where that is what the row says; nil after a complaint.
  private mutating func checked(
    _ fragments: [Range<Int>], saying text: String, article: ArticleText, row: Int
  ) -> MarkedSpan? {
    let span = MarkedSpan(fragments, in: article)
    if text.isEmpty || MarkedSpan(wordsAlone: text).words == span.words { return span }
    complain(
      "the row says \(text.quoted), where the article has \((span.text ?? "").quoted)", row: row, hint: Self.offsetHint)
    return nil
  }

  /// The fragments of `hull` in which the words of `text` stand; nil after a complaint.
  private mutating func sought(
    _ text: String, in hull: Range<Int>, of article: ArticleText, row: Int
  ) -> MarkedSpan? {
    let whole = MarkedSpan([hull], in: article)
    let words = MarkedSpan(wordsAlone: text).words
    if words == whole.words { return whole }
    guard let fragments = FragmentSearch(words, in: whole).fragments else {
      complain(
        "the words of \(text.quoted) do not stand in this order in \((whole.text ?? "").quoted)", row: row,
        hint: Self.offsetHint)
      return nil
    }
    soughtCount += 1
    return MarkedSpan(fragments, in: article)
  }

  /// The cue or the speaker of a row, where it has one; nil after a complaint.
  private mutating func part(_ column: String, ofRow row: Int, article: ArticleText?) -> MarkedSpan?? {
    guard let fragments = fragments("\(column)Span", ofRow: row) else { return nil }
    let text = cell(column, row)
    if fragments.isEmpty { return .some(text.isEmpty ? nil : MarkedSpan(wordsAlone: text)) }
    if let article {
      return isInside(fragments, article, row: row) ? .some(MarkedSpan(fragments, in: article)) : nil
    }
    return .some(MarkedSpan(fragments, saying: text) ?? MarkedSpan(placesAlone: fragments))
  }
}
