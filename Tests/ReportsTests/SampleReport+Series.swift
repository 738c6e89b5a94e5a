import Reports
import Reproducibility

extension SampleReport {
  static let relations = ReportSection(
    heading: "Over time, and between actors",
    blocks: [
      .figure(
        ReportFigure(
          title: "Probability by month",
          caption: "Mean of each month with its 95% interval; months with fewer than five statements are left out.",
          drawing: .timeSeries(timeSeries))),
      .figure(
        ReportFigure(
          title: "Who speaks how of whom", caption: "Mean probability of the statements of one actor about another.",
          drawing: .matrix(matrix))),
      .figure(
        ReportFigure(
          title: "Words of either side",
          caption: "Weighted log-odds of words, over how often they occur. What lies in the shaded band may be chance.",
          drawing: .scatter(scatter))),
    ])

  static let timeSeries: ReportFigure.TimeSeries = {
    var generator = SeededGenerator(seed: 20_200_927)
    func noise() -> Double { Double(generator.next() >> 11) / Double(1 << 53) - 0.5 }
    func points(_ level: (Int) -> Double, without missing: Set<Int>) -> [ReportFigure.TimeSeries.Point] {
      (0..<36).map { month in
        let value = level(month) + noise() * 0.1
        let spread = 0.07 + abs(noise()) * 0.08
        let label = "\(2019 + month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)"
        return missing.contains(month)
          ? .init(position: Double(month) * 30.4, label: label, value: nil)
          : .init(
            position: Double(month) * 30.4, label: label, value: value, low: value - spread,
            high: min(1, value + spread))
      }
    }
    let dots = (0..<64).map { index in
      let day = Double(index) * 16.5
      return ReportFigure.TimeSeries.Dot(
        position: day, value: max(0, min(1, (day < 640 ? 0.3 : 0.62) + noise() * 0.6)), label: "speech \(index + 1)")
    }
    return .init(
      panels: [
        .init(
          label: "Velmar, president", points: points({ $0 < 21 ? 0.3 : 0.62 }, without: []),
          changes: [.init(position: 640, low: 600, high: 665, label: "2020-10-02")], dots: dots),
        .init(label: "Karsovia, foreign ministry", points: points({ _ in 0.25 }, without: [4, 5, 6, 20, 22])),
        .init(
          label: "外交部发言人", points: points({ 0.2 + Double($0) * 0.012 }, without: [30, 32]),
          changes: [
            .init(position: 300, low: 240, high: 380, label: "2019-10-28"),
            .init(position: 790, low: 760, high: 800, label: "2021-03-01"),
          ]),
      ],
      ticks: (0..<6).map { half in
        .init(position: Double(half) * 182.4, label: "\(2019 + half / 2)-" + (half % 2 == 0 ? "01" : "07"))
      },
      events: [
        .init(position: 559, label: "2020-07-12 Shots at the crossing near Ostrava"),
        .init(position: 635, label: "2020-09-27 Fighting begins along the whole border"),
        .init(position: 640, label: "2020-10-02 Mobilisation"),
        .init(position: 679, label: "2020-11-10 Ceasefire"),
      ], measure: "Mean probability of escalation", reference: 0.5, bounds: 0...1)
  }()

  static let matrix: ReportFigure.Matrix = {
    let names = ["Velmar", "Karsovia", "Ostrava", "Նավահանգիստ", "Coastal States", "外交部"]
    var generator = SeededGenerator(seed: 7)
    let cells = names.indices.map { row in
      names.indices.map { column -> ReportFigure.Matrix.Cell? in
        guard row != column, (row * 5 + column) % 7 != 3 else { return nil }
        let value = 0.12 + Double(generator.next() >> 11) / Double(1 << 53) * 0.8
        let count = 2 + Int(generator.next() >> 56) * (row + 1) / 2
        let spread = 0.9 / Double(count).squareRoot()
        return .init(value: value, low: max(0, value - spread), high: min(1, value + spread), count: count)
      }
    }
    return .init(
      rows: names, columns: names, cells: cells, rowName: "Speaker", columnName: "Target",
      measure: "Mean probability of escalation", centre: 0.5, negativeName: "de-escalatory",
      positiveName: "escalatory")
  }()

  static let scatter: ReportFigure.Scatter = {
    var generator = SeededGenerator(seed: 2008)
    func share() -> Double { Double(generator.next() >> 11) / Double(1 << 53) }
    let words = strongestTerms.items.enumerated().map { index, item in
      ReportFigure.Scatter.Point(
        x: Double(12 + index * index * 3), y: item.value * 2.1, label: item.label, isNamed: true)
    }
    let others = (0..<60).map { index in
      let count = (1 / (0.0008 + share() * 0.6)).rounded(.up)
      return ReportFigure.Scatter.Point(
        x: count, y: (share() + share() + share() - 1.5) * 2.6, label: "word \(index + 1)", isNamed: false)
    }
    return .init(
      points: words + others, horizontalName: "Occurrences", verticalName: "z of the log-odds ratio",
      isLogarithmic: true, band: 1.96, negativeName: "de-escalatory", positiveName: "escalatory")
  }()
}
