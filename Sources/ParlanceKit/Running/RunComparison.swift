public import Reports
internal import Reproducibility

/// In what two runs differ.
public struct RunComparison: Encodable, Sendable, Hashable {
  /// What differs.
  public enum Kind: String, Encodable, Sendable, Hashable {
    /// A setting of the experiment.
    case setting
    /// A file that went in.
    case input
    /// With what it was made.
    case tool
    /// What a stage made.
    case stage
    /// A figure.
    case figure
  }

  /// One difference.
  public struct Difference: Encodable, Sendable, Hashable {
    /// Of what kind it is.
    public let kind: Kind
    /// What it is.
    public let name: String
    /// The first run's.
    public let first: String?
    /// The second run's.
    public let second: String?
  }

  /// The first run's folder.
  public let first: String
  /// The second run's folder.
  public let second: String
  /// The differences, causes before effects.
  public let differences: [Difference]

  /// Compares the runs in two folders.
  ///
  /// - Throws: `FileError`, `ConfigurationError` for what is no run; `WrittenFileError` for an experiment that was damaged.
  public init(_ first: String, _ second: String) throws {
    let sides = try [first, second].map { folder in
      (
        manifest: try RunManifest.read(in: folder),
        file: try ExperimentFile(path: InputFolder.path(of: RecordedRun.FileName.experiment, in: folder))
      )
    }
    (self.first, self.second) = (first, second)
    let parts: [(Kind, (Int) -> [(String, String?)])] = [
      (.setting, { Self.settings(of: sides[$0].file) }),
      (.input, { side in sides[side].manifest.inputs.map { ($0.key, $0.sha256.hexadecimal) } }),
      (
        .tool,
        { side in
          let tool = sides[side].manifest.tool
          return tool.described.map { ($0.name, $0.value) } + [("the program", tool.program?.hexadecimal)]
        }
      ),
      (.stage, { side in sides[side].manifest.stages.map { ($0.stage.rawValue, $0.sha256.hexadecimal) } }),
      (.figure, { side in sides[side].manifest.figures.map { ($0.metric.rawValue, $0.value.map { "\($0)" }) } }),
    ]
    differences = parts.flatMap { kind, read in Self.differences(read(0), read(1), kind: kind) }
  }

  private static func differences(
    _ one: [(String, String?)], _ other: [(String, String?)], kind: Kind
  ) -> [Difference] {
    let names = one.map(\.0) + other.map(\.0).filter { name in !one.contains { $0.0 == name } }
    return names.compactMap { name in
      let (left, right) = (one.first { $0.0 == name }?.1 ?? nil, other.first { $0.0 == name }?.1 ?? nil)
      return left == right ? nil : Difference(kind: kind, name: name, first: left, second: right)
    }
  }

  private static func settings(of file: ExperimentFile) -> [(String, String?)] {
    // Files are compared by their contents, among the inputs.
    file.entries.filter { $0.key != "corpus" }.map { ($0.key, $0.values.joined(separator: ", ")) }
      + file.sections.flatMap { section in
        section.entries.map { ("\(section.name).\($0.key)", $0.values.joined(separator: ", ")) }
      }
  }

  /// The differences for eyes.
  public var report: Report {
    let table = ReportTable(
      caption: "Causes before effects", columns: ["", "what", "first", "second"].map { ReportColumn($0) },
      rows: differences.map { one in
        [.text(one.kind.rawValue), .text(one.name), Self.shown(one.first), Self.shown(one.second)]
      })
    return Report(
      title: "Two runs",
      summary: [
        ReportFact("first", .text(first)), ReportFact("second", .text(second)),
        ReportFact("differences", .count(differences.count)),
      ],
      sections: [
        ReportSection(
          heading: "Differences",
          blocks: differences.isEmpty ? [.paragraph("There are none.")] : [.table(table)])
      ])
  }

  private static func shown(_ text: String?) -> ReportValue {
    guard let text, !text.isEmpty else { return .missing }
    return .text(
      text.utf8.count == 64 && text.utf8.allSatisfy("0123456789abcdef".utf8.contains) ? String(text.prefix(12)) : text)
  }
}
