import Foundation
import Testing

/// What the documents show is what the program prints.
@Suite("Documents")
struct DocumentationTests {
  static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  @Test("the README's tour shows what its commands print", .enabled(if: hasPython, "needs /usr/bin/python3"))
  func tour() throws {
    let place = try Workplace()
    let script = Workplace.packageRoot.appending(path: "scripts/update-tour").path
    let run = try place.shell("/usr/bin/python3 \(script) \(Workplace.program.path) --check")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(
    "the pages on real data show what their commands print",
    .enabled(if: hasPython && Workplace.hasSharedData, "needs /usr/bin/python3 and ../shared/data"),
    arguments: ["real-data", "actors"])
  func realData(page: String) throws {
    let place = try Workplace()
    let script = Workplace.packageRoot.appending(path: "scripts/update-real-data").path
    let run = try place.shell("/usr/bin/python3 \(script) \(Workplace.program.path) --check --page \(page)")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(
    "the README's pictures are those of the bundled experiment's report",
    .enabled(if: hasPython, "needs /usr/bin/python3"))
  func pictures() throws {
    let place = try Workplace()
    let script = Workplace.packageRoot.appending(path: "scripts/update-pictures").path
    let run = try place.shell("/usr/bin/python3 \(script) \(Workplace.program.path) --check")
    #expect(run.status == 0, "\(run.errors)")
  }

  private static let documents = [
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/actors.md", "docs/comparing.md", "docs/cues.md",
    "docs/designs.md", "docs/explaining.md",
    "docs/extraction.md", "docs/hand-coding.md", "docs/keywords.md", "docs/leakage.md", "docs/lexicons.md",
    "docs/model-file.md", "docs/operational-code.md",
    "docs/real-data.md", "docs/runs.md", "docs/series.md", "docs/small-data.md", "docs/speed.md", "docs/uncertainty.md",
    "Benchmarks/README.md",
    "models/README.md", "notebooks-data/README.md", "notebooks-data/CODEBOOK.md", "notebooks-data/DATASHEET.md",
    "notebooks-data/SETTLED.md", "notebooks-data/articles/README.md", "notebooks-data/lexicons/README.md",
  ]

  @Test("every file that a document links to is there", arguments: documents)
  func links(name: String) throws {
    let document = Workplace.packageRoot.appending(path: name)
    let text = try String(contentsOf: document, encoding: .utf8)
    for match in text.matches(of: /\]\(([^):#]+)\)/) {
      let target = document.deletingLastPathComponent().appending(path: String(match.1))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(name) links to \(match.1)")
    }
  }

  @Test("every command of the documents is one the program has")
  func commands() throws {
    let place = try Workplace()
    let help = try place.parlance("--help").output
    for name in Self.documents {
      let text = try String(contentsOf: Workplace.packageRoot.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /(?:\$|`)\s?parlance ([a-z-]+)/) {
        #expect(help.contains("\n  \(match.1) "), "\(name) names the command \(match.1)")
      }
    }
  }

  @Test(
    "the commands of a page run and print what it shows",
    arguments: [
      "docs/uncertainty.md", "docs/designs.md", "docs/extraction.md", "docs/operational-code.md", "docs/explaining.md",
      "docs/lexicons.md", "docs/comparing.md", "docs/hand-coding.md", "docs/keywords.md",
      "docs/runs.md", "docs/series.md", "models/README.md", "README.md",
    ])
  func pages(name: String) throws {
    let place = try Workplace()
    for folder in ["notebooks-data", "models"] {
      try FileManager.default.createSymbolicLink(
        atPath: place.path(folder), withDestinationPath: Workplace.packageRoot.appending(path: folder).path)
    }
    let whole = try String(contentsOf: Workplace.packageRoot.appending(path: name), encoding: .utf8)
    // The tour has a test of its own.
    let text = whole.replacing(/(?s)<!-- begin tour -->.*<!-- end tour -->/, with: "")
    for block in text.matches(of: /```console\n((?s).*?)```/) {
      var output = ""
      let joined = block.1.replacing("\\\n", with: " ")
      for line in joined.split(separator: "\n") where line != "..." {
        if line.hasPrefix("$ ") {
          let run = try place.shell(String(line.dropFirst(2)))
          #expect(run.status == 0, "\(line)\n\(run.errors)")
          output = run.output
        } else {
          #expect(output.contains(line), "\(name) shows \(line)")
        }
      }
    }
  }
}
