import Reports
import Reproducibility

extension SampleReport {
  static let rocCurve = ReportFigure.Curve(
    kind: .rocCurve,
    series: [
      .init(
        label: "words and word pairs", points: steps(count: 90, bend: 0.24),
        area: .interval(0.8312, low: 0.8044, high: 0.8561, .decimals(3)),
        operatingPoint: .init(x: 0.19, y: 0.672, threshold: 0.5)),
      .init(
        label: "actor's name alone", points: steps(count: 60, bend: 0.62),
        area: .interval(0.6177, low: 0.5802, high: 0.6533, .decimals(3))),
    ])

  static let precisionRecall = ReportFigure.Curve(
    kind: .precisionRecall,
    series: [
      .init(
        label: "words and word pairs",
        points: (0...60).map { index in
          let recall = Double(index) / 60
          return .init(x: recall, y: 0.94 - 0.2 * recall - 0.454 * recall * recall * recall * recall)
        }, area: .number(0.7743, .decimals(3)))
    ], prevalence: 0.286)

  static let reliability: ReportFigure.Reliability = {
    let counts = [512, 418, 331, 263, 214, 168, 152, 129, 118, 72]
    let observed = [0.035, 0.11, 0.187, 0.262, 0.355, 0.482, 0.574, 0.705, 0.831, 0.917]
    let bins = counts.indices.map { index in
      let rate = observed[index]
      let spread = 1.96 * (rate * (1 - rate) / Double(counts[index])).squareRoot()
      return ReportFigure.Reliability.Bin(
        lower: Double(index) / 10, upper: Double(index + 1) / 10, meanPredicted: (Double(index) + 0.47) / 10,
        observedRate: rate, observedLow: max(0, rate - spread), observedHigh: min(1, rate + spread),
        count: counts[index])
    }
    return .init(bins: bins, scoreCounts: counts.flatMap { [$0 * 11 / 20, $0 * 9 / 20] })
  }()

  static let strongestTerms = ReportFigure.Bars(
    items: [
      .init(label: "provocation", value: 2.914), .init(label: "retaliate", value: 2.702),
      .init(label: "ответные меры", value: 2.388), .init(label: "red line", value: 2.145),
      .init(label: "crushing response", value: 2.02), .init(label: "ultimatum", value: 1.871),
      .init(label: "ուժի սպառնալիք", value: 1.644), .init(label: "occupied", value: 1.402),
      .init(label: "ceasefire", value: -1.377), .init(label: "hotline", value: -1.512),
      .init(label: "mutual interest", value: -1.733), .init(label: "переговоры", value: -1.905),
      .init(label: "technical question", value: -2.204), .init(label: "joint commission", value: -2.461),
      .init(label: "dialogue", value: -2.83),
    ], measure: "Weight", negativeName: "de-escalatory", positiveName: "escalatory")

  static let actors = ReportFigure.Bars(
    items: [
      .init(label: "Karsovia, defence", value: 0.92, low: 0.61, high: 1.23),
      .init(label: "Velmar, president", value: 0.48, low: 0.12, high: 0.84),
      .init(label: "Velmar, foreign ministry", value: 0.11, low: -0.16, high: 0.38),
      .init(label: "外交部发言人", value: -0.22, low: -0.51, high: 0.07),
      .init(label: "Karsovia, foreign ministry", value: -0.57, low: -0.83, high: -0.31),
      .init(label: "Observer mission of the Assembly of Coastal States", value: -0.88, low: -1.31, high: -0.45),
    ], measure: "Difference in mean logit", negativeName: "de-escalatory", positiveName: "escalatory")

  static let annotated: ReportFigure.AnnotatedText = {
    let text = """
      If the provocation on our border is repeated, our response will be crushing; we remain ready for dialogue, \
      but nobody should test our patience.
      """
    let marks: [(String, Double)] = [
      ("provocation", 0.93), ("our border", 0.31), ("response", 0.22), ("crushing", 0.88), ("dialogue", -0.71),
      ("ready for dialogue", -0.38), ("test our patience", 0.64), ("our response will", 0.12),
    ]
    return .init(
      text: text,
      marks: marks.compactMap { words, value in
        guard let range = text.firstRange(of: words) else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return .init(start: start, end: start + words.utf8.count, value: value)
      }, negativeName: "de-escalatory", positiveName: "escalatory")
  }()

  static let histogram = ReportFigure.Histogram(
    groups: [
      .init(label: "presidents", counts: bell(centre: 0.58, width: 0.17, total: 611), marker: 0.571),
      .init(label: "ministers", counts: bell(centre: 0.41, width: 0.2, total: 904), marker: 0.432),
      .init(label: "spokespeople", counts: bell(centre: 0.24, width: 0.15, total: 862), marker: 0.268),
    ], measure: "Predicted probability of escalation")

  /// A staircase from (0, 0) to (1, 1) that bends towards the upper left, as a ROC curve of real scores does.
  private static func steps(count: Int, bend: Double) -> [ReportFigure.Curve.Point] {
    var generator = SeededGenerator(seed: 20_210_524)
    var points = [ReportFigure.Curve.Point(x: 0, y: 0, threshold: nil)]
    var (x, y) = (0.0, 0.0)
    while x < 1 || y < 1 {
      let target = power(x, bend)
      let jitter = Double(generator.next() >> 40) / Double(1 << 24) * 0.03
      if y < target + jitter - 0.015, y < 1 {
        y = min(1, y + 1 / Double(count))
      } else {
        x = min(1, x + 1 / Double(count))
      }
      if x == 1 { y = 1 }
      points.append(.init(x: x, y: y, threshold: 1 - (x + y) / 2))
    }
    return points
  }

  /// `x` to a power between 0 and 1, by halving: the same on every machine.
  private static func power(_ x: Double, _ exponent: Double) -> Double {
    var (root, rest, result) = (x, exponent, 1.0)
    for _ in 0..<20 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return x == 0 ? 0 : result
  }

  private static func bell(centre: Double, width: Double, total: Int) -> [Int] {
    let heights = (0..<20).map { bin in
      let distance = ((Double(bin) + 0.5) / 20 - centre) / width
      return 1 / (1 + distance * distance * distance * distance)
    }
    let sum = heights.reduce(0, +)
    return heights.map { Int(($0 / sum * Double(total)).rounded()) }
  }
}
