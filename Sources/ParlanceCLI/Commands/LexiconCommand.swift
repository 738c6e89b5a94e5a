internal import ArgumentParser

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Count the categories of a dictionary in statements, and score them by it.",
    subcommands: [LexiconScoreCommand.self])
}
