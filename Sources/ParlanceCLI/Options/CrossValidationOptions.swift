internal import ArgumentParser
internal import Evaluation
internal import ParlanceKit

/// What is learnt, how it is tested in folds, and how it is judged: the options of `crossvalidate`, and the keys of an experiment.
struct CrossValidationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Values of C to try, the best being reported; with --nested also of penalty, class-weight, ngrams, char-ngrams, min-df, \
      max-df, max-features and cue-length, one --grid each.
      """, valueName: "setting=value,value"))
  var grid: [String] = []

  @Flag(
    help:
      "Choose among the settings of --grid (C=0.1,1,10, where none is given) inside each fold, by inner folds of the same design."
  )
  var nested = false

  @Option(help: "The figure by which the best is chosen.")
  var selectBy: Metric = .rocAUC

  @OptionGroup(title: "Folds") var designOptions: DesignOptions
  @OptionGroup(title: "Permutation test") var permutation: PermutationOptions
  @OptionGroup(title: "Blocks of features") var blockOptions: BlockOptions
  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Features") var featureOptions: FeatureOptions
  @OptionGroup(title: "Model") var modelOptions: ModelOptions
  @OptionGroup(title: "Calibration") var calibration: CalibrationOptions
  @OptionGroup(title: "Figures") var evaluation: EvaluationRequestOptions

  /// What is learnt.
  func configuration(isQuiet: Bool) throws -> TrainingConfiguration {
    TrainingConfiguration(
      classes: classOptions.selection, features: try featureOptions.configuration(isQuiet: isQuiet),
      model: try modelOptions.configuration(), calibration: calibration.method)
  }

  /// How folds are made and settings chosen.
  func planning(seed: UInt64) throws -> CrossValidationRequest {
    let hasInnerFolds = nested || calibration.method != nil
    let isPlain = !nested && !grid.isEmpty
    if hasInnerFolds, try permutation.request() != nil {
      throw ConfigurationError(
        "--permutations with \(nested ? "--nested" : "--calibrate"): every permutation would choose and calibrate anew",
        hint: "test one setting, named with --C and the like")
    }
    if isPlain, calibration.method != nil {
      throw ConfigurationError(
        "--calibrate with --grid, but without --nested: the settings would be chosen on the rows that are reported",
        hint: "add --nested")
    }
    return CrossValidationRequest(
      design: try designOptions.design(dateColumn: corpusOptions.dateColumn, seed: seed, isNested: hasInnerFolds),
      foldsFile: designOptions.foldsFile,
      grid: isPlain ? try ParameterGrid(parsing: grid, allowedNames: [CrossValidation.strengthName]) : nil,
      nested: nested ? try SettingsGrid(parsing: grid.isEmpty ? ["C=0.1,1,10"] : grid) : nil, metric: selectBy,
      permutations: try permutation.request(), blocks: blockOptions.request)
  }
}
