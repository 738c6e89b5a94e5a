import Classifiers
import Foundation
import Reproducibility
import Testing

/// Rows with a known truth, a classifier that errs, and a random part of them coded.
struct SurrogateSimulation {
  var generator: SeededGenerator
  let rowCount: Int
  let model: OutcomeModel
  let clusterSize: Int?

  init(_ index: Int, rows: Int, model: OutcomeModel = .linear, clusterSize: Int? = nil, seed: UInt64 = 11) {
    generator = SeededGenerator(seed: seed).child(named: "surrogates", index: index)
    rowCount = rows
    self.model = model
    self.clusterSize = clusterSize
  }

  /// What a unit of the column adds to the outcome, or to its log-odds.
  static let truth = 0.2

  struct Rows {
    var column: [Double] = []
    var gold: [Double] = []
    var scores: [Double] = []
    var codings: [SurrogateData.Coding] = []
    var clusters: [Int]?
  }

  /// The classifier sees the outcome, but takes the column for it too, so that its scores exaggerate what the column does.
  mutating func rows(coded share: Double = 0.25) -> Rows {
    var rows = Rows()
    if let clusterSize { rows.clusters = (0..<rowCount).map { $0 / clusterSize } }
    var luck = 0.0
    for row in 0..<rowCount {
      if let clusterSize, row % clusterSize == 0 { luck = 0.4 * (generator.unitInterval() - 0.5) }
      let x = generator.unitInterval() < 0.5 ? 1.0 : 0.0
      let chance =
        model == .linear
        ? 0.35 + Self.truth * x + (clusterSize == nil ? 0 : luck) : 1 / (1 + exp(0.3 - Self.truth * x))
      let y = generator.unitInterval() < chance ? 1.0 : 0.0
      let score = min(0.99, max(0.01, 0.2 + 0.4 * y + 0.15 * x + 0.2 * (generator.unitInterval() - 0.5)))
      // Coding follows the score, as a design may.
      let probability = share * (score > 0.4 ? 1.4 : 0.7)
      if generator.unitInterval() < probability {
        rows.codings.append(SurrogateData.Coding(row: row, outcome: y, probability: probability))
      }
      rows.column.append(x)
      rows.gold.append(y)
      rows.scores.append(score)
    }
    return rows
  }
}

extension SurrogateData {
  init(_ rows: SurrogateSimulation.Rows, scores: [Double]? = nil, codings: [Coding]? = nil, clusters: [Int]? = nil)
    throws
  {
    try self.init(
      names: ["x"], predictors: [rows.column], surrogates: scores ?? rows.scores, codings: codings ?? rows.codings,
      clusters: clusters ?? rows.clusters)
  }
}

@Suite struct SurrogateInferenceTests {
  private static func coefficients(_ estimates: SurrogateFit.Estimates) -> [Double] {
    (estimates.terms ?? []).flatMap { [$0.estimate, $0.standardError, $0.low, $0.high] }
  }

  private static func distance(_ one: SurrogateFit.Estimates, _ other: SurrogateFit.Estimates) -> Double {
    let (left, right) = (coefficients(one), coefficients(other))
    guard left.count == right.count, !left.isEmpty else { return .infinity }
    return zip(left, right).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// mean(g) + mean over coded rows of y - g, where all rows had the same chance.
  @Test func aMeanIsThatOfScoresLessTheirMeanError() throws {
    var simulation = SurrogateSimulation(0, rows: 200)
    let rows = simulation.rows()
    let coded = Array(stride(from: 0, to: 200, by: 5))
    let codings = coded.map { SurrogateData.Coding(row: $0, outcome: rows.gold[$0], probability: 0.2) }
    let data = try SurrogateData(names: [], predictors: [], surrogates: rows.scores, codings: codings)
    let fit = try SurrogateInference().fit(data)
    let expected =
      rows.scores.reduce(0, +) / 200 + coded.reduce(0) { $0 + rows.gold[$1] - rows.scores[$1] } / 40
    #expect(abs((fit.corrected.terms?[0].estimate ?? .nan) - expected) < 1e-12)
    #expect(abs((fit.naive.terms?[0].estimate ?? .nan) - rows.scores.reduce(0, +) / 200) < 1e-12)
    let logit = try SurrogateInference(model: .logit).fit(data)
    #expect(abs((logit.corrected.terms?[0].estimate ?? .nan) - log(expected / (1 - expected))) < 1e-9)
  }

  @Test(arguments: OutcomeModel.allCases, [nil, 8])
  func withAllRowsCodedThereIsNothingToCorrect(model: OutcomeModel, clusterSize: Int?) throws {
    var simulation = SurrogateSimulation(1, rows: 240, model: model, clusterSize: clusterSize)
    let rows = simulation.rows()
    let codings = rows.gold.enumerated().map { SurrogateData.Coding(row: $0, outcome: $1, probability: 1) }
    let fit = try SurrogateInference(model: model).fit(try SurrogateData(rows, codings: codings))
    #expect(Self.distance(fit.corrected, fit.handCoded) < 1e-9)
    let known = try SurrogateInference(model: model).fit(try SurrogateData(rows, scores: rows.gold))
    #expect(Self.distance(fit.corrected, known.naive) < 1e-9)
    #expect(fit.labelNeeds?.labels(forError: 1e-6, ofColumn: 1) == nil)
  }

  @Test(arguments: OutcomeModel.allCases)
  func scoresThatAreRightNeedNoCorrection(model: OutcomeModel) throws {
    var simulation = SurrogateSimulation(2, rows: 300, model: model)
    let rows = simulation.rows()
    let fit = try SurrogateInference(model: model).fit(try SurrogateData(rows, scores: rows.gold))
    #expect(Self.distance(fit.corrected, fit.naive) < 1e-9)
    #expect((fit.handCoded.terms?[1].standardError ?? 0) > (fit.corrected.terms?[1].standardError ?? .infinity))
  }

  @Test func rowsByThemselvesAreClustersOfOne() throws {
    var simulation = SurrogateSimulation(3, rows: 150)
    let rows = simulation.rows()
    let alone = try SurrogateInference().fit(try SurrogateData(rows))
    let clusters = try SurrogateInference().fit(try SurrogateData(rows, clusters: Array((0..<150).reversed())))
    #expect(Self.distance(alone.corrected, clusters.corrected) < 1e-12)
    #expect(alone.corrected.clusterCount == nil && clusters.corrected.clusterCount == 150)
  }

  @Test func theOrderOfRowsIsNothing() throws {
    var simulation = SurrogateSimulation(4, rows: 180, clusterSize: 6)
    let rows = simulation.rows()
    let order = simulation.generator.shuffled(Array(0..<180))
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var other = rows
    other.column = order.map { rows.column[$0] }
    other.scores = order.map { rows.scores[$0] }
    other.clusters = rows.clusters.map { all in order.map { all[$0] } }
    other.codings = rows.codings.compactMap { coding in
      place[coding.row].map {
        SurrogateData.Coding(row: $0, outcome: coding.outcome, probability: coding.probability)
      }
    }
    let (one, two) = (
      try SurrogateInference().fit(SurrogateData(rows)), try SurrogateInference().fit(SurrogateData(other))
    )
    for (left, right) in [(one.naive, two.naive), (one.handCoded, two.handCoded), (one.corrected, two.corrected)] {
      #expect(Self.distance(left, right) < 1e-10)
    }
  }

  /// The interval holds the truth as often as it says, however biased the classifier is, and the naive one does not.
  @Test(arguments: [(OutcomeModel.linear, nil as Int?), (.linear, 10), (.logit, nil)])
  func correctedIntervalsHoldTheTruth(model: OutcomeModel, clusterSize: Int?) throws {
    let simulations = 600
    let hits = try Parallelism(threadCount: 2).map(count: simulations) { index in
      var simulation = SurrogateSimulation(index, rows: 800, model: model, clusterSize: clusterSize)
      let fit = try SurrogateInference(model: model).fit(try SurrogateData(simulation.rows()))
      return [fit.naive, fit.handCoded, fit.corrected].map { estimates in
        estimates.terms.map { $0[1].low <= SurrogateSimulation.truth && SurrogateSimulation.truth <= $0[1].high }
          ?? false
      }
    }
    let coverage = (0..<3).map { method in Double(hits.count { $0[method] }) / Double(simulations) }
    let corrected = 0.93...0.97
    #expect(corrected.contains(coverage[2]) && corrected.contains(coverage[1]), "\(model) \(coverage)")
    #expect(coverage[0] < 0.5, "\(model) \(coverage)")
  }

  /// Drawing the rows that are asked for brings the error that was wanted.
  @Test func theNumberOfLabelsIsRight() throws {
    var simulation = SurrogateSimulation(5, rows: 6000)
    let rows = simulation.rows(coded: 0.05)
    let needs = try #require(try SurrogateInference().fit(try SurrogateData(rows)).labelNeeds)
    let target = 0.03
    let wanted = try #require(needs.labels(forError: target, ofColumn: 1))
    #expect(wanted > needs.codedCount)
    var errors: [Double] = []
    for index in 0..<10 {
      var again = SurrogateSimulation(100 + index, rows: 6000)
      let more = again.rows(coded: 0.05 * Double(wanted) / Double(needs.codedCount))
      errors.append(try SurrogateInference().fit(try SurrogateData(more)).corrected.terms?[1].standardError ?? .nan)
    }
    #expect(abs(errors.reduce(0, +) / 10 - target) < 0.15 * target, "\(errors)")
    #expect(needs.labels(forError: 1, ofColumn: 1) == needs.codedCount)
    #expect(needs.labels(forError: 0.9 * needs.leastError(ofColumn: 1), ofColumn: 1) == nil)
    #expect(needs.labels(forError: 0.025, ofColumn: 1) ?? 0 > wanted)
  }

  @Test func recalibrationKeepsARowsCodingOutOfItsScore() throws {
    var simulation = SurrogateSimulation(6, rows: 300)
    let rows = simulation.rows()
    let recalibration = try ScoreRecalibration(foldCount: 5, seed: 1)
    let before = try recalibration.recalibrated(try SurrogateData(rows))
    let changed = rows.codings[7]
    var codings = rows.codings
    codings[7] = SurrogateData.Coding(
      row: changed.row, outcome: 1 - changed.outcome, probability: changed.probability)
    let after = try recalibration.recalibrated(try SurrogateData(rows, codings: codings))
    #expect(before.surrogates[changed.row] == after.surrogates[changed.row])
    #expect(before.surrogates != after.surrogates)
    #expect(try recalibration.recalibrated(SurrogateData(rows)) == before)
  }

  @Test func recalibrationMakesBadScoresUseful() throws {
    var errors = (raw: 0.0, mapped: 0.0)
    for index in 0..<20 {
      var simulation = SurrogateSimulation(index, rows: 600)
      let rows = simulation.rows()
      // Far too sure, and turned round.
      let scores = rows.scores.map { 1 - pow($0, 4) }
      let data = try SurrogateData(rows, scores: scores)
      let mapped = try ScoreRecalibration(foldCount: 5, seed: 1).recalibrated(data)
      errors.raw += try SurrogateInference().fit(data).corrected.terms?[1].standardError ?? .nan
      errors.mapped += try SurrogateInference().fit(mapped).corrected.terms?[1].standardError ?? .nan
    }
    #expect(errors.mapped < 0.8 * errors.raw, "\(errors)")
  }

  @Test func whatCannotBeEstimated() throws {
    var simulation = SurrogateSimulation(7, rows: 60)
    let rows = simulation.rows()
    #expect(throws: ClassifierError.self) { try SurrogateData(rows, codings: Array(rows.codings.prefix(2))) }
    #expect(throws: ClassifierError.self) { try SurrogateInference(confidence: 1) }
    #expect(throws: ClassifierError.self) { try ScoreRecalibration(foldCount: 1, seed: 1) }
    #expect(throws: ClassifierError.self) {
      try SurrogateInference().fit(try SurrogateData(rows, clusters: Array(repeating: 0, count: 60)))
    }
    // All coded rows on one side: no hand-coded estimates, and corrected ones all the same.
    let oneSided = rows.codings.filter { rows.column[$0.row] == 1 }
    let fit = try SurrogateInference().fit(try SurrogateData(rows, codings: oneSided))
    #expect(fit.handCoded.terms == nil && fit.handCoded.note != nil && fit.corrected.terms != nil)
    let alike = rows.codings.map { SurrogateData.Coding(row: $0.row, outcome: 1, probability: $0.probability) }
    let logit = try SurrogateInference(model: .logit).fit(try SurrogateData(rows, codings: alike))
    #expect(logit.handCoded.terms == nil && logit.handCoded.note != nil)
    #expect(throws: ClassifierError.self) {
      try ScoreRecalibration(foldCount: 5, seed: 1).recalibrated(try SurrogateData(rows, codings: alike))
    }
  }
}
