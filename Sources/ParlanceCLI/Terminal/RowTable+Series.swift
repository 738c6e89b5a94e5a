internal import ParlanceKit
internal import Reproducibility

extension RowTable {
  /// Series as tidy rows: one an estimate, whose `figure` says what it is of and `method` how its interval was made.
  init(_ document: ActorSeriesDocument) {
    let columns = [
      "term", "estimate", "low", "high", "n", "clusters", "method", "figure", "date", "date_low", "date_high", "lag",
      "p",
      "p_adjusted", "note",
    ]
    let smooth = document.width.map { "\(document.smooth.rawValue), \($0) days" } ?? document.smooth.rawValue
    let robust = document.cluster == nil ? "robust t" : "cluster-robust t"
    var rows: [[JSONValue]] = []
    for actor in document.actors {
      for point in actor.points {
        rows.append(
          [
            .string(actor.actor), .optional(point.value), .optional(point.low), .optional(point.high),
            .integer(point.n), .integer(point.clusters), .string("\(smooth), \(robust)"),
            .string(document.measure.rawValue), .string(point.date),
          ] + [JSONValue](repeating: .null, count: 5) + [.optional(point.note)])
      }
      for change in actor.changes {
        rows.append([
          .string(actor.actor), .number(change.difference), .optional(change.differenceLow),
          .optional(change.differenceHigh), .integer(actor.n), .integer(actor.clusters),
          .string("least squares on cluster means, BIC"), .string("change"), .string(change.date),
          .string(change.low), .string(change.high), .null, .optional(actor.pNoChange), .null, .null,
        ])
      }
    }
    for one in document.exchange {
      rows.append([
        .string("\(one.leader) -> \(one.follower)"), .optional(one.correlation), .optional(one.low),
        .optional(one.high), .integer(one.n), .null, .string("block permutation, block bootstrap"),
        .string("correlation"), .null, .null, .null, .integer(one.lag), .optional(one.p), .optional(one.pAdjusted),
        .optional(one.note),
      ])
    }
    self.init(columns: columns, rows: rows)
  }
}
