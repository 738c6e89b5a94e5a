import Foundation
import Reports
import Testing

@Suite("What another threshold would give")
struct ThresholdTests {
  private static let bins = 8

  /// Scores in eighths, so that every one lies on an edge.
  private static let scores: [(score: Double, isPositive: Bool)] = {
    var steps = Hostile.Steps(state: 3)
    return (0..<120).map { _ in
      let score = Double(Int(steps.next() * 9)) / 8
      return (score, steps.next() < score)
    }
  }()

  private static func block(threshold: Double) -> ReportThreshold {
    func counts(of kind: Bool) -> [Int] {
      var counts = Array(repeating: 0, count: bins)
      for one in scores where one.isPositive == kind { counts[min(bins - 1, Int(one.score * 8))] += 1 }
      return counts
    }
    return ReportThreshold(
      positive: "yes", negative: "no", threshold: threshold, positiveCounts: counts(of: true),
      negativeCounts: counts(of: false))
  }

  private static func document(_ block: ReportThreshold) throws -> HTMLDocument {
    let report = Report(title: "t", sections: [ReportSection(heading: "h", blocks: [.threshold(block)])])
    return try #require(HTMLDocument(report.html()), "the page is not well formed")
  }

  @Test("the table is that of counting the scores one by one", arguments: 0..<bins)
  func counts(edge: Int) throws {
    let threshold = Double(edge) / 8
    let document = try Self.document(Self.block(threshold: threshold))
    let shown = document.elements.filter { $0.attributes["class"] == "count" }.map(\.text)
    let counted = [true, false].flatMap { kind in
      [true, false].map { taken in
        Self.scores.count { $0.isPositive == kind && ($0.score >= threshold) == taken }
      }
    }
    #expect(shown == counted.map(String.init))
  }

  @Test("a measure that has nothing to divide by is left out")
  func undefined() throws {
    let block = ReportThreshold(
      positive: "yes", negative: "no", threshold: 1, positiveCounts: [0, 0], negativeCounts: [3, 4])
    let values = try Self.document(block).all("dd").map(\.text)
    #expect(values == ["1.0", "–", "–", "–", "0.0%"])
  }

  @Test("a threshold between two edges is shown as the nearer one, one that is no number as the middle")
  func nearestEdge() throws {
    #expect(try Self.document(Self.block(threshold: 0.3)).all("dd").first?.text == "0.250")
    #expect(try Self.document(Self.block(threshold: 7)).all("dd").first?.text == "1.000")
    #expect(try Self.document(Self.block(threshold: .nan)).all("dd").first?.text == "0.500")
  }

  @Test("the table of thresholds has the one in use, marked")
  func table() {
    let report = Report(
      title: "t", sections: [ReportSection(heading: "h", blocks: [.threshold(SampleReport.threshold)])])
    for text in [report.terminal(width: 160), report.markdown()] {
      #expect(text.components(separatedBy: "(in use)").count == 2)
      #expect(text.contains("0.500 (in use)"))
      #expect(text.contains("0.100") && text.contains("0.900"))
    }
  }

  @Test("counts of different length cannot be read")
  func decoding() throws {
    let text = #"{"positive":"a","negative":"b","threshold":0.5,"positiveCounts":[1],"negativeCounts":[1,2]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ReportThreshold.self, from: Data(text.utf8)) }
    let block = Self.block(threshold: 0.5)
    #expect(try JSONDecoder().decode(ReportThreshold.self, from: JSONEncoder().encode(block)) == block)
  }
}
