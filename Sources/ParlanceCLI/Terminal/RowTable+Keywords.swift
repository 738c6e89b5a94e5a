internal import ParlanceKit
internal import Reproducibility

extension RowTable {
  private static let keywordMethod = "log-odds, informative Dirichlet prior"

  /// Keywords as tidy rows: one a term, the surest first.
  init(_ document: KeywordDocument) {
    self.init(
      columns: [
        "term", "estimate", "low", "high", "n", "clusters", "method", "group", "against", "countA", "countB", "logOdds",
        "z", "p", "pAdjusted", "logLikelihood", "logRatio", "logRatioLow", "logRatioHigh",
      ],
      rows: document.comparisons.flatMap { comparison in
        comparison.terms.map { term in
          [
            .string(term.term), .optional(term.logOdds), .optional(term.low), .optional(term.high),
            .integer(term.countA + term.countB), .integer(term.clusters), .string(Self.keywordMethod),
            .string(comparison.group),
            .string(comparison.against), .integer(term.countA), .integer(term.countB),
          ]
            + [
              term.logOdds, term.z, term.p, term.pAdjusted, term.logLikelihood, term.logRatio, term.logRatioLow,
              term.logRatioHigh,
            ].map { JSONValue.optional($0) }
        }
      })
  }
}
