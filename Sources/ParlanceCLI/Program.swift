internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

/// The program: reads the command line, runs one command, and ends with the status that the manual promises.
@main
struct Program {
  static func main() {
    Signals.install()
    do {
      var command = try ParlanceCommand.parseAsRoot()
      try command.run()
    } catch {
      Failure(error).exit()
    }
  }
}

/// The root command: it only leads to the others.
struct ParlanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parlance",
    abstract: "Scores political statements from de-escalatory to escalatory, and says how far to trust the scores.",
    discussion: """
      Train a model on a labelled corpus, look at how it fares on statements it has not seen, and read the report:

        parlance train corpus.csv --model model.safetensors
        parlance crossvalidate corpus.csv --format json > evaluation.json
        parlance report evaluation.json --output report.html
      """,
    version: "parlance \(ProgramVersion.current)",
    subcommands: [
      TrainCommand.self, SplitCommand.self, CrossValidateCommand.self, EvaluateCommand.self, PredictCommand.self,
      ExplainCommand.self, RegressCommand.self, ReportCommand.self, InspectCommand.self, AuditCommand.self,
      ProbeCommand.self, AgreementCommand.self, CompareCommand.self, SeriesCommand.self, CompareModelsCommand.self,
      ExtractCommand.self, EvaluateExtractionCommand.self, VICSCommand.self, EventsCommand.self, LexiconCommand.self,
      SampleCommand.self, InferCommand.self, KeywordsCommand.self, ExperimentCommand.self, RunCommand.self,
      VerifyCommand.self, RunsCommand.self,
    ]
  )
}
