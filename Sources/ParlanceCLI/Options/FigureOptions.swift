internal import ArgumentParser
internal import Reports
internal import Reproducibility

/// Where figures are written to as files of their own, in commands whose results have some.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write each figure of the result into this folder too, as SVG.", valueName: "folder"))
  var figures: String?

  /// Makes the folder before long work begins.
  func prepare() throws {
    if let figures { try OutputFile.makeDirectory(figures) }
  }

  /// Writes the drawn figures of a report.
  func write(_ report: Report, replacing: Bool) throws {
    guard let figures else { return }
    for (index, figure) in report.figures.enumerated() {
      guard let drawing = figure.standaloneSVG() else { continue }
      try OutputFile.write(
        Array(drawing.utf8), to: "\(figures)/\(figure.fileName(number: index + 1)).svg", replacing: replacing)
    }
  }
}
