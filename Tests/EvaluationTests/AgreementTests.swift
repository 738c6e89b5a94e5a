import Evaluation
import Foundation
import Reproducibility
import Testing

/// Krippendorff's alpha and its kin, beside their equality to the package krippendorff (AgreementParityTests).
@Suite struct AgreementTests {
  /// A row for each coder, as tables are printed; a dot is a missing label.
  private static func table(_ rows: [String]) -> CodedUnits {
    let cells = rows.map { $0.split(separator: " ").map(String.init) }
    let labels = Set(cells.joined()).subtracting(["."]).sorted()
    let units = cells[0].indices.map { unit in
      cells.indices.compactMap { coder in
        labels.firstIndex(of: cells[coder][unit]).map { CodedUnits.Coding(coder: coder, label: $0) }
      }
    }
    return CodedUnits(
      coderNames: rows.indices.map { "coder \($0 + 1)" }, labelNames: labels,
      labelValues: labels.allSatisfy { Double($0) != nil } ? labels.compactMap { Double($0) } : nil, units: units)
  }

  /// Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), four observers.
  private static let example = table([
    "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .",
  ])

  private func analyse(
    _ coded: CodedUnits, _ level: MeasurementLevel = .nominal, resamples: Int = 0, threads: Int = 1
  ) throws -> AgreementResult {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    return try AgreementAnalysis(coded, level: level, options: options.validated()).result(
      on: Parallelism(threadCount: threads))
  }

  @Test(
    "the example of Krippendorff (2011)",
    arguments: [
      (MeasurementLevel.nominal, 0.743421), (.ordinal, 0.815388), (.interval, 0.849107), (.ratio, 0.797403),
    ])
  func golden(level: MeasurementLevel, expected: Double) throws {
    let result = try analyse(Self.example, level)
    #expect(abs(try #require(result.alpha.value) - expected) < 5e-7)
    #expect(result.units == 12 && result.pairableUnits == 11 && result.coders == 4 && result.codings == 41)
  }

  @Test func missingLabelsAreNoLabelOfTheirOwn() throws {
    // The data of nltk issue 2865: where both coders gave a label they agree.
    let result = try analyse(Self.table(["a b . a", "a b b ."]))
    #expect(result.alpha.value == 1)
    #expect(result.rawAgreement.value == 1)
    #expect(result.pairableUnits == 2)
  }

  @Test func oneLabelThroughoutHasNoAlpha() throws {
    let result = try analyse(Self.table(["a a a", "a a ."]), resamples: 20)
    #expect(result.alpha.value == nil)
    #expect(result.alpha.note?.contains("all labels are the same") == true)
    #expect(result.rawAgreement.value == 1)
    #expect(result.pairs[0].kappa.value == nil)
    #expect(result.bootstrap?.note?.contains("undefined in 20 of 20 resamples") == true)
  }

  @Test func chanceIsNearZeroAndContradictionBelow() throws {
    var generator = SeededGenerator(seed: 4)
    let units = (0..<3_000).map { _ in
      (0..<2).map { CodedUnits.Coding(coder: $0, label: generator.index(below: 3)) }
    }
    let chance = CodedUnits(coderNames: ["a", "b"], labelNames: ["x", "y", "z"], units: units)
    // The standard error of alpha under chance is near sqrt(2) / sqrt(3000 (k - 1)).
    #expect(abs(try #require(try analyse(chance).alpha.value)) < 4 * 0.0183)
    #expect(try #require(try analyse(Self.table(["a b a b", "b a b a"])).alpha.value) < -0.5)
  }

  @Test func theOrderOfCodersAndUnitsDoesNotMatter() throws {
    let turned = CodedUnits(
      coderNames: Self.example.coderNames.reversed(), labelNames: Self.example.labelNames,
      labelValues: Self.example.labelValues,
      units: Self.example.units.reversed().map { unit in unit.map { .init(coder: 3 - $0.coder, label: $0.label) } })
    for level in MeasurementLevel.allCases {
      let (one, other) = (try analyse(Self.example, level), try analyse(turned, level))
      #expect(isClose(other.alpha.value, try #require(one.alpha.value)), "\(level)")
      #expect(isClose(other.meanKappa.value, try #require(one.meanKappa.value)), "\(level)")
    }
  }

  @Test func intervalAlphaSurvivesShiftAndScaleAndRatioAlphaScaleAlone() throws {
    func shifted(by shift: Double, scaled scale: Double) -> CodedUnits {
      CodedUnits(
        coderNames: Self.example.coderNames, labelNames: Self.example.labelNames,
        labelValues: Self.example.labelValues?.map { $0 * scale + shift }, units: Self.example.units)
    }
    let interval = try #require(try analyse(Self.example, .interval).alpha.value)
    #expect(isClose(try analyse(shifted(by: 1e6, scaled: 3), .interval).alpha.value, interval, tolerance: 1e-9))
    let ratio = try #require(try analyse(Self.example, .ratio).alpha.value)
    #expect(isClose(try analyse(shifted(by: 0, scaled: 7), .ratio).alpha.value, ratio))
    #expect(!isClose(try analyse(shifted(by: 5, scaled: 1), .ratio).alpha.value, ratio, tolerance: 1e-3))
  }

  @Test func binaryLabelsHaveOneAlphaAtEveryLevelAndOfEitherLabel() throws {
    let coded = Self.table(["0 1 1 0 1 0 0 1", "0 1 0 0 1 1 0 1", "0 1 1 0 . 0 1 1"])
    let nominal = try #require(try analyse(coded).alpha.value)
    for level in [MeasurementLevel.ordinal, .interval] {
      #expect(isClose(try analyse(coded, level).alpha.value, nominal), "\(level)")
    }
    for label in try analyse(coded).labels { #expect(isClose(label.alpha.value, nominal), "\(label.label)") }
  }

  @Test func intervalsHoldTheValueAndDoNotDependOnThreads() throws {
    let results = try [1, 2, 3].map { try analyse(Self.example, .interval, resamples: 200, threads: $0) }
    #expect(results[0] == results[1] && results[1] == results[2])
    let alpha = results[0].alpha
    #expect(try #require(alpha.low) <= #require(alpha.value))
    #expect(try #require(alpha.high) >= #require(alpha.value))
    #expect(results[0].bootstrap?.unitCount == 11)
  }

  @Test func clustersAreResampledWhole() throws {
    let repeated = CodedUnits(
      coderNames: Self.example.coderNames, labelNames: Self.example.labelNames,
      units: (0..<10).flatMap { _ in Self.example.units }, clusters: (0..<120).map { $0 % 12 })
    let alone = CodedUnits(
      coderNames: Self.example.coderNames, labelNames: Self.example.labelNames, units: repeated.units)
    func width(_ coded: CodedUnits) throws -> Double {
      let alpha = try analyse(coded, resamples: 300).alpha
      return try #require(alpha.high) - #require(alpha.low)
    }
    // Ten copies of each unit make the interval of single units about sqrt(10) times too short.
    #expect(try width(repeated) > 2 * width(alone))
    #expect(try analyse(repeated, resamples: 10).bootstrap?.note?.contains("11 clusters are few") == true)
  }

  @Test func badDesignsAreRefusedWithTheirCounts() throws {
    let one = CodedUnits(coderNames: ["a", "b"], labelNames: ["x"], units: [[.init(coder: 0, label: 0)], []])
    #expect { try analyse(one) } throws: { "\($0)".contains("1 annotator labelled the 2 units") }
    let apart = CodedUnits(
      coderNames: ["a", "b"], labelNames: ["x"], units: [[.init(coder: 0, label: 0)], [.init(coder: 1, label: 0)]])
    #expect { try analyse(apart) } throws: { "\($0)".contains("none of the 2 units has labels by two annotators") }
    #expect { try analyse(Self.table(["a b", "a b"]), .interval) } throws: { "\($0)".contains("are no numbers") }
    #expect { try analyse(Self.table(["-1 2", "1 2"]), .ratio) } throws: { "\($0)".contains("-1 is below zero") }
  }

  @Test func highRawAgreementOfARareLabelIsExplained() throws {
    var units = [[CodedUnits.Coding]](
      repeating: [.init(coder: 0, label: 0), .init(coder: 1, label: 0)], count: 95)
    units += [[CodedUnits.Coding]](repeating: [.init(coder: 0, label: 1), .init(coder: 1, label: 0)], count: 5)
    let result = try analyse(CodedUnits(coderNames: ["a", "b"], labelNames: ["none", "threat"], units: units))
    #expect(result.notes.contains { $0.contains("98 % of labels are \"none\"") })
  }
}
