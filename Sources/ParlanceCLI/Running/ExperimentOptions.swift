internal import ArgumentParser

/// The keys of an experiment that stand under no heading, beside its name and its corpus: what `crossvalidate` has as options.
struct ExperimentOptions: ParsableArguments {
  @OptionGroup var seedOption: SeedOption

  @Flag(inversion: .prefixedNo, help: "Look for leakage and shortcuts in the corpus and its folds.")
  var audit = true

  @OptionGroup var validation: CrossValidationOptions
}

/// The headings of an experiment.
enum ExperimentHeading: String, CaseIterable {
  case compare, series, keywords

  /// The keys that may stand under it.
  var keys: ExperimentKeys {
    switch self {
    case .compare: ExperimentKeys(of: ComparisonOptions.self)
    case .series: ExperimentKeys(of: SeriesOptions.self)
    case .keywords: ExperimentKeys(of: KeywordOptions.self)
    }
  }
}
