import Reports
import Reproducibility
import Testing

@Suite("Every form of the sample report is as it was when somebody last looked at it")
struct SnapshotTests {
  @Test func html() throws {
    try Snapshot.expect(SampleReport.report.html(), isLike: "sample.html")
  }

  @Test func markdown() throws {
    try Snapshot.expect(SampleReport.report.markdown(), isLike: "sample.md")
  }

  @Test(arguments: [60, 80, 120])
  func terminal(width: Int) throws {
    try Snapshot.expect(SampleReport.report.terminal(width: width), isLike: "sample-\(width).txt")
  }

  @Test func colouredTerminal() throws {
    try Snapshot.expect(SampleReport.report.terminal(width: 80, colour: true), isLike: "sample-colour.txt")
  }

  @Test func json() throws {
    try Snapshot.expect(SampleReport.report.json().text(pretty: true) + "\n", isLike: "sample.json")
  }
}
