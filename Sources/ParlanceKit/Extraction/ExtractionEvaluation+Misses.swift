internal import Reports

// The attributions behind the figures, for eyes: those that a writer of rules wants to see.

extension ExtractionEvaluation {
  private static let longestCell = 90

  /// The longest attributions that were missed, were found and are none, or differ; nil where there is nothing to show.
  func misses(_ shown: Int) -> ReportSection? {
    let blocks = [
      table("Missed", missed, of: missed.count, shown),
      table("Found, and not in the gold", spurious, of: spurious.count, shown),
      differences(shown),
    ].compactMap { $0 }
    return blocks.isEmpty ? nil : ReportSection(heading: "What went wrong", blocks: blocks)
  }

  private func table(_ name: String, _ excerpts: [ExtractionExcerpt], of count: Int, _ shown: Int) -> ReportBlock? {
    guard count > 0, shown > 0 else { return nil }
    let longest = excerpts.indices.sorted { left, right in
      (excerpts[right].end - excerpts[right].start, left) < (excerpts[left].end - excerpts[left].start, right)
    }
    return .table(
      ReportTable(
        caption: Self.caption(name, shown: min(shown, count), of: count, "the longest"),
        columns: ["article", "from", "kind", "cue", "statement"].map { ReportColumn($0) },
        rows: longest.prefix(shown).map { index in
          let excerpt = excerpts[index]
          return [
            .text(excerpt.article), .text(String(excerpt.start)), .text(excerpt.kind ?? ""), .text(excerpt.cue),
            .text(ExtractionExcerpt.shortened(excerpt.text, to: Self.longestCell)),
          ]
        }))
  }

  private func differences(_ shown: Int) -> ReportBlock? {
    guard !differing.isEmpty, shown > 0 else { return nil }
    let worst = differing.indices.sorted { left, right in
      (differing[left].contentF1, -differing[left].differs.count, left)
        < (differing[right].contentF1, -differing[right].differs.count, right)
    }
    return .table(
      ReportTable(
        caption: Self.caption(
          "Found otherwise", shown: min(shown, differing.count), of: differing.count, "the furthest off"),
        columns: ["article", "from", "F1", "differs in", "gold", "predicted"].map { ReportColumn($0) },
        rows: worst.prefix(shown).map { index in
          let pair = differing[index]
          return [
            .text(pair.gold.article), .text(String(pair.gold.start)), .number(pair.contentF1, .decimals(2)),
            .text(pair.differs.joined(separator: ", ")), .text(Self.words(of: pair.gold, where: pair.differs)),
            .text(Self.words(of: pair.predicted, where: pair.differs)),
          ]
        }))
  }

  private static func caption(_ name: String, shown: Int, of count: Int, _ which: String) -> String {
    shown < count ? "\(name): \(which) \(shown) of \(count); JSON has all" : "\(name): \(count)"
  }

  /// What one side has where two differ: the statement where that does, else the first other thing.
  private static func words(of excerpt: ExtractionExcerpt, where differs: [String]) -> String {
    let words =
      switch differs.first {
      case "cue": excerpt.cue
      case "speaker": excerpt.speaker
      case "actor": excerpt.actor
      case "addressee": excerpt.addressee
      case "kind": excerpt.kind ?? ""
      case "voice": excerpt.voice ?? ""
      default: excerpt.text
      }
    return words.isEmpty ? "(none)" : ExtractionExcerpt.shortened(words, to: 50)
  }
}
