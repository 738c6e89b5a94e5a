internal import Reproducibility

extension CorpusValidation {
  /// How few rows make a class small: it then cannot be in each part of a five-fold split.
  static let smallClass = 5

  static func labelFindings(_ corpus: Corpus) -> [CorpusFinding] {
    guard let labels = corpus.labels else { return [] }
    let groups = TextGroups(labels)
    var sizes = [Int](repeating: 0, count: labels.count)
    for row in labels.indices where !labels[row].isEmpty { sizes[groups.first[row]] += 1 }
    let classes = labels.indices.filter { sizes[$0] > 0 }
    let missing = labels.indices.filter { labels[$0].isEmpty }
    var findings = finding(
      .missingLabels, .warning, "\(count(missing.count, "row")) \(missing.count == 1 ? "has" : "have") no label",
      rows: missing, in: corpus, detail: { row in "no label: \(corpus.texts[row].quoted)" })
    if classes.count == 1 {
      findings.append(
        CorpusFinding(
          kind: .oneClass, severity: .error,
          message: "every label is \(labels[classes[0]].quoted): there is nothing to tell apart", rows: [], examples: []
        ))
    }
    let small = classes.filter { sizes[$0] < smallClass }
    guard classes.count > 1, !small.isEmpty else { return findings }
    let names = small.prefix(5).map { "\(labels[$0].quoted) (\(sizes[$0]))" }.joined(separator: ", ")
    let isSmall = labels.indices.filter { !labels[$0].isEmpty && sizes[groups.first[$0]] < smallClass }
    return findings
      + finding(
        .smallClasses, .warning,
        "\(count(isSmall.count, "row")) \(isSmall.count == 1 ? "belongs" : "belong") to classes of fewer than"
          + " \(smallClass) rows: \(names)\(small.count > 5 ? ", and \(small.count - 5) more" : "")",
        rows: isSmall, in: corpus, detail: { row in labels[row].quoted })
  }

  static func metadataFindings(_ corpus: Corpus) -> [CorpusFinding] {
    let dates = corpus.dates ?? []
    let badDates = dates.indices.filter { !dates[$0].isEmpty && StatementDate(dates[$0]) == nil }
    let languages = corpus.languages ?? []
    let groups = TextGroups(languages)
    var isKnown = [Bool](repeating: true, count: languages.count)
    for row in languages.indices {
      isKnown[row] = groups.first[row] == row ? LanguageTag.isKnown(languages[row]) : isKnown[groups.first[row]]
    }
    let unknown = languages.indices.filter { !languages[$0].isEmpty && !isKnown[$0] }
    return finding(
      .unparsableDates, .warning,
      "\(count(badDates.count, "date")) \(badDates.count == 1 ? "is" : "are") not of the form 2021-05-24, 2021-05 or 2021",
      rows: badDates, in: corpus, detail: { row in dates[row].quoted })
      + finding(
        .unknownLanguages, .warning,
        "\(count(unknown.count, "language")) \(unknown.count == 1 ? "is" : "are") not a known tag such as en or hy-AM",
        rows: unknown, in: corpus, detail: { row in languages[row].quoted })
  }
}
