internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

/// One run that an experiment asks for: every setting of it, with the defaults that were in force.
struct Experiment {
  /// What the run is called.
  let name: String
  /// The corpus, as it is reached from here.
  let corpus: String
  /// The settings under no heading.
  let settings: [ExperimentSetting]
  /// The settings under each heading that is there.
  let sections: [(heading: ExperimentHeading, settings: [ExperimentSetting])]
  private let file: ExperimentFile

  /// All runs that the file at `path` asks for, those with the same features beside one another.
  ///
  /// - Throws: `FileError`; an error with the line of what is wrong.
  static func all(in path: String) throws -> [Experiment] {
    let file = try ExperimentFile(path: path)
    let folder = InputFolder.parent(of: path)
    let names = ["name", "corpus"]
    guard let corpus = file.entries.first(where: { $0.key == "corpus" }), corpus.values.count == 1 else {
      throw file.error(1, "no corpus (a line \"corpus: statements.csv\" was expected)", hint: "one file of statements")
    }
    let name = file.entries.first { $0.key == "name" }?.values.first ?? "experiment"
    let variants = try ExperimentSetting.variants(
      of: file.entries.filter { !names.contains($0.key) && !isBareHeading($0) },
      keys: ExperimentKeys(of: ExperimentOptions.self), in: file, folder: folder)
    var sections: [[(ExperimentHeading, [ExperimentSetting])]] = [[]]
    let bare = file.entries.filter(isBareHeading).map {
      ExperimentFile.Section(name: $0.key, line: $0.line, entries: [])
    }
    for section in file.sections + bare {
      guard let heading = ExperimentHeading(rawValue: section.name) else {
        throw file.error(
          section.line, "there is no heading \(section.name.quoted)",
          hint: "the headings are \(ExperimentHeading.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let choices = try ExperimentSetting.variants(
        of: section.entries, keys: heading.keys, in: file, folder: folder)
      sections = sections.flatMap { known in choices.map { known + [(heading, $0)] } }
    }
    return variants.flatMap { settings in
      sections.map { sections in
        Experiment(
          name: name, corpus: InputFolder.joined(corpus.values[0], to: folder), settings: settings,
          sections: sections.map { (heading: $0.0, settings: $0.1) }, file: file)
      }
    }
  }

  /// Whether a heading has nothing under it, so that all its keys are at their defaults.
  private static func isBareHeading(_ entry: ExperimentFile.Entry) -> Bool {
    ExperimentHeading(rawValue: entry.key) != nil && entry.values.isEmpty
  }

  /// What the run computes.
  ///
  /// - Throws: an error with the line of a value that cannot be; as the options of commands do.
  func plan(on parallelism: Parallelism, isQuiet: Bool) throws -> (plan: RunPlan, seed: UInt64) {
    let options = try parsed(ExperimentOptions.self, from: settings)
    let validation = options.validation
    var plan = RunPlan(
      name: name, corpus: corpus, reading: try validation.corpusOptions.reading(requiring: [.text, .label]),
      configuration: try validation.configuration(isQuiet: isQuiet),
      validation: try validation.planning(seed: options.seedOption.seed),
      evaluation: try validation.evaluation.request(seed: options.seedOption.seed), isAudited: options.audit)
    for (heading, settings) in sections {
      switch heading {
      case .compare:
        plan.comparison = try parsed(ComparisonOptions.self, from: settings).request(seed: options.seedOption.seed)
      case .series:
        plan.series = try parsed(SeriesOptions.self, from: settings).request(
          seed: options.seedOption.seed, on: parallelism)
      case .keywords:
        plan.keywords = try parsed(KeywordOptions.self, from: settings).request(seed: options.seedOption.seed)
      }
    }
    return (plan, options.seedOption.seed)
  }

  /// Reads settings as the options of a command, and tells the line of one that cannot be.
  private func parsed<Options: ParsableArguments>(
    _ options: Options.Type, from settings: [ExperimentSetting]
  ) throws -> Options {
    do {
      return try options.parse(settings.flatMap(\.arguments))
    } catch {
      let message = options.message(for: error).split(separator: "\n").first.map(String.init) ?? "\(error)"
      // What is wrong by itself is found by reading each setting alone.
      let guilty = settings.first { $0.line != nil && (try? options.parse($0.arguments)) == nil }
      throw file.error(
        guilty?.line ?? 1, message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message,
        hint: "the keys are the options of parlance crossvalidate, compare, series and keywords")
    }
  }

  /// The files that go in, each with the key that names it, the corpus first.
  var inputs: [(key: String, path: String)] {
    let all =
      settings.map { ("", $0) } + sections.flatMap { heading, settings in settings.map { (heading.rawValue, $0) } }
    let named = all.filter { $0.1.key.isFile }.flatMap { heading, setting in
      setting.values.filter { InputFile.exists($0) }.map {
        (key: heading.isEmpty ? setting.key.name : "\(heading).\(setting.key.name)", path: $0)
      }
    }
    return [(key: "corpus", path: corpus)] + named
  }
}
