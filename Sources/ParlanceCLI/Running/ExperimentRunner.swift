internal import Corpora
internal import Glibc
internal import ParlanceKit
internal import Reproducibility

/// Carries out the runs of an experiment, one after the other, each into a folder of its own.
struct ExperimentRunner {
  /// A run that is there now.
  struct Finished {
    let folder: String
    let manifest: RunManifest
    /// Whether it was there before.
    let isOld: Bool
  }

  /// The folder that has the folders of runs.
  let runs: String
  let parallelism: Parallelism
  let isQuiet: Bool

  /// - Throws: as reading, training and writing do.
  func run(_ experiments: [Experiment], meter: ProgressMeter) throws -> [Finished] {
    try OutputFile.makeDirectory(runs)
    // What is wrong with the last is found before the first begins.
    let plans = try experiments.map { try $0.plan(on: parallelism, isQuiet: isQuiet) }
    var material: RunMaterial?
    var finished: [Finished] = []
    for (place, experiment) in experiments.enumerated() {
      if experiments.count > 1 { Notes.say("run \(place + 1) of \(experiments.count)", isQuiet: isQuiet) }
      let identity = try experiment.identity()
      if let known = try RunFolders(runs).first(named: experiment.name, identity: identity) {
        Notes.say("\(known.folder) is there already", isQuiet: isQuiet)
        finished.append(Finished(folder: known.folder, manifest: known.manifest, isOld: true))
        continue
      }
      let folder = InputFolder.path(
        of: RunFolders.name(of: experiment.name, identity: identity, day: Self.today), in: runs)
      let output = try OutputFolder(path: folder)
      let found = try RunMaterial(
        for: plans[place].plan, sharing: material, on: parallelism, progress: meter.handler)
      material = found
      let manifest = try write(
        experiment, plan: plans[place], identity: identity, material: found, to: output, progress: meter.handler)
      try output.commit()
      meter.clear()
      finished.append(Finished(folder: folder, manifest: manifest, isOld: false))
    }
    return finished
  }

  private func write(
    _ experiment: Experiment, plan: (plan: RunPlan, seed: UInt64), identity: ContentDigest, material: RunMaterial,
    to output: borrowing OutputFolder, progress: ProgressHandler?
  ) throws -> RunManifest {
    let outcome = try RunOutcome(plan.plan, material: material, on: parallelism, progress: progress)
    for note in outcome.evaluation.notes { Notes.say(note, isQuiet: isQuiet) }
    let folder = output.path
    let text = experiment.text { InputFolder.relative($0, from: folder) }
    let files = try RunFiles(outcome, plan: plan.plan, experiment: text).files
    for file in files { try output.write(file.bytes, to: file.path) }
    let inputs = try experiment.inputs.map { input in
      try RunManifest.Input(
        key: input.key, path: InputFolder.relative(input.path, from: folder), file: input.path,
        rows: input.key == "corpus" ? outcome.data.rows : nil)
    }
    let manifest = RunManifest(
      name: experiment.name, identity: identity, seed: plan.seed, tool: try RunManifest.Tool.current(on: parallelism),
      inputs: inputs, outcome: outcome, outputs: files.map { RunManifest.Output(path: $0.path, contents: $0.bytes) })
    let timings = RunTimings(finished: Self.today, parts: outcome.seconds)
    try output.write(
      Array((try JSONValue(encoding: timings).text(pretty: true) + "\n").utf8), to: RecordedRun.FileName.timings)
    try output.write(
      Array((try JSONValue(encoding: manifest).text(pretty: true) + "\n").utf8), to: RunManifest.fileName)
    return manifest
  }

  /// Today's date in universal time.
  private static var today: String {
    StatementDate(dayNumber: Int(time(nil)) / 86_400)?.description ?? ""
  }
}
