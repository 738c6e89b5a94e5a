internal import Reproducibility

extension CorpusValidation {
  static func identifierFindings(_ corpus: Corpus) -> [CorpusFinding] {
    let groups = TextGroups(corpus.ids)
    let repeated = corpus.ids.indices.filter { groups.first[$0] != $0 && !corpus.ids[$0].isEmpty }
    let missing = corpus.ids.indices.filter { corpus.ids[$0].isEmpty }
    return finding(
      .duplicateIdentifiers, .error,
      "\(count(repeated.count, "row")) \(repeated.count == 1 ? "has" : "have") the identifier of an earlier row",
      rows: repeated, in: corpus,
      detail: { row in "\(corpus.ids[row].quoted), as on line \(corpus.lines[groups.first[row]])" })
      + finding(
        .missingIdentifiers, .info, "\(count(missing.count, "identifier")) \(missing.count == 1 ? "is" : "are") empty",
        rows: missing, in: corpus, detail: { _ in "there is no identifier" })
  }

  /// Equal texts; those with different labels apart, because no model can be right on both.
  static func duplicateFindings(_ corpus: Corpus, _ groups: TextGroups) -> [CorpusFinding] {
    let texts = corpus.texts
    let labels = corpus.labels
    let repeated = texts.indices.filter { groups.first[$0] != $0 && !texts[$0].isEmpty }
    let conflicting = repeated.filter { row in
      labels.map { !$0[row].hasSameBytes(as: $0[groups.first[row]]) } ?? false
    }
    let agreeing = repeated.filter { row in
      labels.map { $0[row].hasSameBytes(as: $0[groups.first[row]]) } ?? true
    }
    return finding(
      .conflictingDuplicates, .error,
      "\(count(conflicting.count, "text")) \(conflicting.count == 1 ? "repeats" : "repeat") an earlier one letter for letter,"
        + " under another label",
      rows: conflicting, in: corpus,
      detail: { row in
        let first = groups.first[row]
        let pair = labels.map { "\($0[row].quoted), but \($0[first].quoted)" } ?? ""
        return "\(pair) on line \(corpus.lines[first]): \(texts[row].quoted)"
      })
      + finding(
        .duplicateTexts, .warning,
        "\(count(agreeing.count, "text")) \(agreeing.count == 1 ? "repeats" : "repeat") an earlier one letter for letter: in"
          + " training and test data, they make results look better than they are",
        rows: agreeing, in: corpus,
        detail: { row in "as on line \(corpus.lines[groups.first[row]]): \(texts[row].quoted)" })
  }

  /// Texts that differ in a word in ten or so, in punctuation or in case.
  static func nearDuplicateFindings(
    _ corpus: Corpus, _ groups: TextGroups, on parallelism: Parallelism, progress: ProgressHandler?
  ) -> [CorpusFinding] {
    let pairs = NearDuplicates(corpus.texts, groups, on: parallelism, progress: progress).pairs
    let labels = corpus.labels
    let conflicts = labels.map { labels in pairs.count { labels[$0.row] != labels[$0.otherRow] } } ?? 0
    let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.row, $0) })
    return finding(
      .nearDuplicates, .warning,
      "\(count(pairs.count, "text")) nearly \(pairs.count == 1 ? "repeats" : "repeat") another (four fifths of their"
        + " words or more are the same)" + (conflicts > 0 ? ", \(conflicts) of them under another label" : ""),
      rows: pairs.map(\.row), in: corpus,
      detail: { row in
        guard let pair = partners[row] else { return "" }
        let percent = Int((100 * pair.similarity).rounded(.down))
        return "\(percent) % as on line \(corpus.lines[pair.otherRow]): \(corpus.texts[row].quoted)"
      })
  }
}
