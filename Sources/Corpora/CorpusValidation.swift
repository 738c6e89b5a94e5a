public import Reproducibility

/// Looks for what is wrong with a corpus beyond what makes it unreadable.
public enum CorpusValidation {
  /// Everything that was found: the most severe first, then in the order of `CorpusFinding.Kind`.
  ///
  /// The result depends on the corpus alone, not on the number of threads. Complexity: O(bytes), and for near duplicates
  /// what `NearDuplicates` says; 600 thousand sentences take a few seconds.
  ///
  /// - Parameters:
  ///   - corpus: the statements to look at.
  ///   - parallelism: the threads to use.
  ///   - progress: is told of near duplicates, which take the longest.
  public static func findings(
    of corpus: Corpus, on parallelism: Parallelism = .serial, progress: ProgressHandler? = nil
  ) -> [CorpusFinding] {
    let texts = TextGroups(corpus.texts)
    let findings =
      identifierFindings(corpus) + duplicateFindings(corpus, texts) + labelFindings(corpus) + metadataFindings(corpus)
      + textFindings(corpus, on: parallelism)
      + nearDuplicateFindings(corpus, texts, on: parallelism, progress: progress)
    let order = CorpusFinding.Kind.allCases
    let ranked = findings.map { finding in (finding, order.firstIndex(of: finding.kind) ?? order.count) }
    return ranked.sorted { left, right in
      left.0.severity != right.0.severity ? left.0.severity > right.0.severity : left.1 < right.1
    }.map(\.0)
  }
}

extension CorpusValidation {
  /// A finding about some rows, or none where there are no such rows.
  static func finding(
    _ kind: CorpusFinding.Kind, _ severity: CorpusFinding.Severity, _ message: @autoclosure () -> String, rows: [Int],
    in corpus: Corpus, detail: (Int) -> String
  ) -> [CorpusFinding] {
    guard !rows.isEmpty else { return [] }
    let examples = rows.prefix(CorpusFinding.maximumExamples).map { row in
      CorpusFinding.Example(place: corpus.place(ofRow: row), detail: detail(row))
    }
    return [CorpusFinding(kind: kind, severity: severity, message: message(), rows: rows, examples: Array(examples))]
  }

  /// `1 row`, `2 rows`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
