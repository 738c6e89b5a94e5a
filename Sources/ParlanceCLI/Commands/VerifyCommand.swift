internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make a recorded run again, and say whether it gives the same.",
    discussion: """
      Says identical, within tolerance (and by how much), or drift, and which stage differs \
      first: input, tokens, split, vocabulary, matrix, weights, predictions or metrics. \
      Exit status 1 for drift. --bundle packs a run with its inputs into one archive, \
      which can be given in the place of the folder.

      Example:
        parlance verify runs/2026-11-24-border-words-1a2b3c4d
      """)

  @Argument(help: "The folder of the run, or an archive that --bundle wrote.")
  var folder: String

  @Option(
    help: ArgumentHelp("Pack the run and its inputs into this archive, once it is verified.", valueName: "file.tar"))
  var bundle: String?

  @Option(help: "How far scores and figures may differ.")
  var tolerance = RunVerification.usualTolerance

  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var options: ThreadOptions

  func validate() throws {
    if !(tolerance >= 0) { throw ValidationError("--tolerance takes a number of 0 or more, not \(tolerance)") }
  }

  func run() throws {
    try output.prepare()
    if let bundle { try OutputFile.checkWritable(path: bundle, replacing: output.force) }
    let meter = ProgressMeter(isQuiet: options.quiet)
    let verification = try verification(meter)
    meter.clear()
    for note in verification.notes { Notes.say(note, isQuiet: options.quiet) }
    try output.write(
      Presentation(
        report: verification.report, json: try JSONValue(encoding: verification), rows: RowTable(verification)))
    if verification.verdict == .drift {
      throw CheckFailure(message: "\(folder): \(verification.sentence)")
    }
    if let bundle { try OutputFile.write(try RunBundle(folder: folder).bytes, to: bundle, replacing: output.force) }
  }

  private func verification(_ meter: ProgressMeter) throws -> RunVerification {
    guard !InputFolder.isFolder(folder), InputFile.exists(folder) else { return try verification(of: folder, meter) }
    let scratch = ScratchFolder()
    return try verification(of: try RunBundle.unpack(folder, into: scratch.path), meter)
  }

  private func verification(of folder: String, _ meter: ProgressMeter) throws -> RunVerification {
    let recorded = try RecordedRun(folder: folder)
    if let changed = try recorded.changedInput() {
      return RunVerification(recorded, changedInput: changed, tolerance: tolerance)
    }
    let path = InputFolder.path(of: RecordedRun.FileName.experiment, in: folder)
    let experiments = try Experiment.all(in: path)
    guard let experiment = experiments.first, experiments.count == 1 else {
      throw ConfigurationError("\(path) asks for \(experiments.count) runs (one was expected)")
    }
    let plan = try experiment.plan(on: options.parallelism, isQuiet: options.quiet).plan
    let material = try RunMaterial(for: plan, on: options.parallelism, progress: meter.handler)
    let outcome = try RunOutcome(plan, material: material, on: options.parallelism, progress: meter.handler)
    return RunVerification(
      recorded, with: outcome, tool: try RunManifest.Tool.current(on: options.parallelism), tolerance: tolerance)
  }
}

extension RowTable {
  /// A verification, a row a stage.
  fileprivate init(_ verification: RunVerification) {
    self.init(
      columns: ["stage", "same", "largest_difference", "recorded", "now"],
      rows: verification.stages.map { stage in
        [
          .string(stage.stage.rawValue), .boolean(stage.isSame), .optional(stage.largestDifference),
          .optional(stage.recorded?.hexadecimal), .optional(stage.now?.hexadecimal),
        ]
      })
  }
}
