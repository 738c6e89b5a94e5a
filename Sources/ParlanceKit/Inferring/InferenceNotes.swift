internal import Classifiers

/// What a reader of corrected estimates should know before relying on them.
struct InferenceNotes {
  /// Below so many clusters robust errors are too small.
  private static let fewClusters = 30
  /// Below so many coded rows a coefficient, errors are rough.
  private static let fewCodings = 20

  let all: [String]

  init(
    _ fit: SurrogateFit, coded: GoldCodings, data: SurrogateData, support: LevelSupport, request: InferenceRequest
  ) {
    var notes: [String] = []
    if !coded.hasProbabilities {
      notes.append(
        "\(coded.source.name) has no column probability: every row is taken to have had the same chance to be drawn, "
          + "\(coded.codings.count) in \(data.rowCount)")
    }
    for (name, estimates) in [("hand-coded", fit.handCoded), ("corrected", fit.corrected), ("naive", fit.naive)] {
      if let note = estimates.note { notes.append("there are no \(name) estimates: \(note)") }
    }
    if let clusters = fit.handCoded.clusterCount ?? fit.corrected.clusterCount, clusters < Self.fewClusters {
      notes.append(
        "the hand-coded rows belong to \(clusters) clusters: below some \(Self.fewClusters) errors come out too small")
    }
    if coded.codings.count < Self.fewCodings * data.names.count {
      notes.append(
        "\(coded.codings.count) hand-coded rows for \(data.names.count) coefficients are few "
          + "(at least \(Self.fewCodings) each): intervals may be too short")
    }
    if Self.isReversed(data) {
      notes.append(
        "scores are lower where people coded \(request.formula.outcome): they may be those of another label. "
          + "Corrected estimates hold all the same, but gain nothing")
    }
    if let note = support.note { notes.append(note) }
    let missed = Self.missed(fit, support: support)
    if !missed.isEmpty {
      notes.append("the naive interval leaves out the corrected estimate of \(ClassSelection.list(missed))")
    }
    all = notes
  }

  private static func isReversed(_ data: SurrogateData) -> Bool {
    func mean(_ codings: [SurrogateData.Coding]) -> Double? {
      codings.isEmpty ? nil : codings.reduce(0) { $0 + data.surrogates[$1.row] } / Double(codings.count)
    }
    guard let positive = mean(data.codings.filter { $0.outcome == 1 }),
      let other = mean(data.codings.filter { $0.outcome == 0 })
    else { return false }
    return positive < other
  }

  /// The coefficients whose naive interval does not hold what correction makes of them.
  private static func missed(_ fit: SurrogateFit, support: LevelSupport) -> [String] {
    guard let naive = fit.naive.terms, let corrected = fit.corrected.terms else { return [] }
    return naive.indices.filter { column in
      let (guess, truth) = (naive[column], corrected[column].estimate)
      return support.hasError(column, by: .naive) && (truth < guess.low || truth > guess.high)
    }.map { naive[$0].name }
  }
}
