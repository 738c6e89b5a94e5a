/// A document about a result, as data: what the terminal, Markdown, HTML and JSON forms are all made from.
///
/// A report knows nothing of how its figures were computed. Whoever computed them fills it in, and every form shows the same.
/// Texts are plain: nothing in them is markup, so that words from a corpus can be put anywhere.
public struct Report: Codable, Sendable, Hashable {
  /// What the report is about, in a few words.
  public var title: String
  /// A sentence under the title, where one helps.
  public var subtitle: String?
  /// The language of the report's own words, as a BCP 47 tag such as `en`.
  public var language: String
  /// The few results to see first, shown large.
  public var summary: [ReportFact]
  /// The report's parts, in reading order.
  public var sections: [ReportSection]
  /// What somebody needs to get the same result again: inputs, digests, seeds, versions. Shown small, at the end.
  public var provenance: [ReportFact]

  /// Makes a report from its parts.
  public init(
    title: String, subtitle: String? = nil, language: String = "en", summary: [ReportFact] = [],
    sections: [ReportSection] = [], provenance: [ReportFact] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.summary = summary
    self.sections = sections
    self.provenance = provenance
  }
}

extension Report {
  /// The figures of all sections, in reading order. Complexity: O(blocks).
  public var figures: [ReportFigure] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }
}

/// A part of a report under one heading.
public struct ReportSection: Codable, Sendable, Hashable {
  /// The heading.
  public var heading: String
  /// What stands under it, in reading order. Figures that follow one another are set side by side where there is room.
  public var blocks: [ReportBlock]

  /// Makes a section from its parts.
  public init(heading: String, blocks: [ReportBlock]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// One thing in a section.
public enum ReportBlock: Codable, Sendable, Hashable {
  /// Running text.
  case paragraph(String)
  /// Something worth knowing beside the text.
  case note(String)
  /// Something that limits what the result can be used for.
  case warning(String)
  /// Names and values, one to a line.
  case facts([ReportFact])
  /// A table.
  case table(ReportTable)
  /// A drawing.
  case figure(ReportFigure)
  /// Statements to look through.
  case statements(ReportStatements)
  /// What other thresholds would give.
  case threshold(ReportThreshold)
}

/// A name and a value.
public struct ReportFact: Codable, Sendable, Hashable {
  /// What it is.
  public var name: String
  /// How much, or which.
  public var value: ReportValue
  /// A few words of explanation, where needed.
  public var note: String?

  /// Makes a fact from its parts.
  public init(_ name: String, _ value: ReportValue, note: String? = nil) {
    self.name = name
    self.value = value
    self.note = note
  }
}
