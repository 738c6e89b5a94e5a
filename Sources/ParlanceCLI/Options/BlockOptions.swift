internal import ArgumentParser
internal import ParlanceKit

/// What a cross-validation says of the blocks of features.
struct BlockOptions: ParsableArguments {
  @Flag(
    help: """
      With several blocks: train and test without each block, and with each alone, on the same folds, and say by how much they \
      differ from all blocks together.
      """)
  var ablate = false

  @Flag(help: "Say how much ROC AUC is lost when the rows of one block change places among a fold's test rows.")
  var importance = false

  @Option(help: ArgumentHelp("How often rows change places for --importance.", valueName: "times"))
  var importanceRepeats = 10

  func validate() throws {
    if !(1...1000).contains(importanceRepeats) {
      throw ValidationError("--importance-repeats takes a number from 1 to 1000, not \(importanceRepeats)")
    }
  }

  var request: BlockRequest {
    BlockRequest(ablates: ablate, importanceRepeats: importance ? importanceRepeats : nil)
  }
}
