internal import ArgumentParser
internal import Evaluation
internal import ParlanceKit
internal import TextFeatures

/// Whose words are compared and how: the options of `keywords`, and the keys of an experiment under that heading.
struct KeywordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The column whose values are the groups.", valueName: "column"))
  var by = "actor"

  @Option(help: ArgumentHelp("The group of interest; each against the rest if none is named.", valueName: "value"))
  var group: String?

  @Option(help: ArgumentHelp("What it is compared with: another group, or rest.", valueName: "value"))
  var against: String?

  @Option(help: ArgumentHelp("Both groups at once, instead of --group and --against.", valueName: "A,B"))
  var groups: String?

  @Option(
    help: ArgumentHelp("Resample whole documents: rows with one value in this column.", valueName: "column"))
  var cluster: String?

  @Option(help: ArgumentHelp("Lengths of terms in words: 1-2 for words and pairs.", valueName: "a-b"))
  var ngrams = "1-1"

  @Option(help: "Test terms that occur so often in both groups together.")
  var minCount = 5

  @Option(
    help: ArgumentHelp(
      "Take the prior from this background corpus, or table of term and count, instead of from the corpus itself.",
      valueName: "file"))
  var prior: String?

  @Option(help: "How many words the prior weighs as much as.")
  var priorSize = 500.0

  @Option(help: "How many terms of each side are shown as text.")
  var top = 15

  @Option(help: "Quote so many places of each term that is shown.")
  var context = 0

  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  func validate() throws {
    guard let groups else { return }
    if group != nil || against != nil {
      throw ValidationError("--groups names both groups: leave --group and --against out")
    }
    if groups.split(separator: ",").count != 2 { throw ValidationError("--groups takes two groups, as in A,B") }
  }

  /// The options as one value.
  func request(seed: UInt64) throws -> KeywordRequest {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.seed = seed
    var request = KeywordRequest(groupColumn: by, options: try options.validated())
    let both = groups?.split(separator: ",").map(String.init)
    request.group = both?.first ?? group
    request.against = both?.last ?? against
    request.clusterColumn = cluster
    request.ngrams = try NgramRange(parsing: ngrams)
    request.minimumCount = minCount
    request.priorSize = priorSize
    request.priorPath = prior
    request.shownCount = top
    request.contextCount = context
    return request
  }
}
