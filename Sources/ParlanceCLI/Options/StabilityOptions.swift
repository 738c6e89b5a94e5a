internal import ArgumentParser
internal import ParlanceKit

/// How far the strongest weights depend on the rows that happened to be there.
struct StabilityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fit the model again to this many resamples of the rows, and record how far the strongest weights vary; 0 for none.",
      valueName: "times"))
  var stability = 0

  @Option(
    help: ArgumentHelp(
      "Resample whole groups of rows for --stability: those with one value in this column.", valueName: "column"))
  var cluster: String?

  func validate() throws {
    if stability != 0, !(2...10_000).contains(stability) {
      throw ValidationError("--stability takes a number from 2 to 10000, or 0, not \(stability)")
    }
    if cluster != nil, stability == 0 {
      throw ValidationError("--cluster says what --stability resamples, which is not given")
    }
  }

  func request(seed: UInt64) -> StabilityRequest? {
    stability == 0 ? nil : StabilityRequest(refitCount: stability, clusterColumn: cluster, seed: seed)
  }
}
