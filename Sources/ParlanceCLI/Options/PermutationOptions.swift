internal import ArgumentParser
internal import Evaluation
internal import ParlanceKit

/// A test of the whole pipeline by labels that mean nothing.
struct PermutationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run everything again this often with permuted labels, and say how often that does as well; 0 for no test.",
      valueName: "times"))
  var permutations = 0

  @Option(
    help: ArgumentHelp(
      """
      Which labels change places: rows; within:COLUMN those of one group; between:COLUMN whole groups, for claims about \
      actors (between:actor).
      """, valueName: "scheme"))
  var permute = "rows"

  func validate() throws {
    if !(0...100_000).contains(permutations) {
      throw ValidationError("--permutations takes a number from 0 to 100000, not \(permutations)")
    }
  }

  /// The test, or nil for none.
  ///
  /// - Throws: `EvaluationError` for a scheme that is none.
  func request() throws -> PermutationRequest? {
    let scheme = try LabelPermutation(permute)
    return permutations == 0 ? nil : PermutationRequest(scheme: scheme, count: permutations)
  }
}
