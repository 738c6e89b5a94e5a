internal import ParlanceKit
internal import Reports
internal import Reproducibility

/// The files of a run, as they are written.
struct RunFiles {
  /// Their paths in the folder of the run, and their bytes.
  let files: [(path: String, bytes: [UInt8])]

  /// - Parameter experiment: the experiment with every default written out.
  /// - Throws: where a result cannot be encoded, which is a fault of the program.
  init(_ outcome: RunOutcome, plan: RunPlan, experiment: String) throws {
    var files: [(path: String, bytes: [UInt8])] = []
    func add(_ path: String, _ text: String) {
      files.append((path, Array((text.hasSuffix("\n") ? text : text + "\n").utf8)))
    }
    func add(_ name: String, _ presentation: Presentation) throws {
      add("\(name).json", try presentation.text(as: .json, for: nil))
      if presentation.rows != nil { add("\(name).csv", try presentation.text(as: .csv, for: nil)) }
    }
    add(RecordedRun.FileName.experiment, experiment)
    let evaluation = try Presentation(outcome.evaluation)
    add(RecordedRun.FileName.evaluation, try evaluation.text(as: .json, for: nil))
    add("metrics.csv", try evaluation.text(as: .csv, for: nil))
    add(RecordedRun.FileName.predictions, try RowTable(outcome.scores, keepsColumns: true).text(as: .csv))
    files.append((RecordedRun.FileName.model, try ModelFile.bytes(of: outcome.model)))
    add("model.md", outcome.model.card(path: RecordedRun.FileName.model, evaluations: [outcome.evaluation]).markdown())
    try outcome.comparison.map { try add("comparison", Presentation($0)) }
    try outcome.series.map { try add("series", Presentation($0)) }
    try outcome.keywords.map { try add("keywords", Presentation($0)) }
    try outcome.audit.map { add("audit.json", try JSONValue(encoding: $0).text(pretty: true)) }
    let report = outcome.report(of: plan)
    add("report.html", report.html())
    add("report.md", report.markdown())
    self.files = files + (try FigureFiles(report).files.map { (path: "figures/\($0.name)", bytes: $0.bytes) })
  }
}
