internal import ArgumentParser
internal import Reports
internal import Reproducibility

/// Where figures are written to as files of their own, in commands whose results have some.
struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write each figure of the result into this folder too: SVG, its data as CSV, and Vega-Lite.", valueName: "folder")
  )
  var figures: String?

  /// Makes the folder before long work begins.
  func prepare() throws {
    if let figures { try OutputFile.makeDirectory(figures) }
  }

  /// Writes the drawn figures of a report.
  func write(_ report: Report, replacing: Bool) throws {
    guard let figures else { return }
    for file in try FigureFiles(report).files {
      try OutputFile.write(file.bytes, to: InputFolder.path(of: file.name, in: figures), replacing: replacing)
    }
  }
}
