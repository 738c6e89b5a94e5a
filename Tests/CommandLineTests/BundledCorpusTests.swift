import Corpora
import Foundation
import ParlanceKit
import Reproducibility
import Testing

/// The bundled corpus passes scripts/check-corpus, and that script notices what it is there for.
@Suite("The bundled corpus", .enabled(if: DocumentationTests.hasPython, "needs /usr/bin/python3"))
struct BundledCorpusTests {
  /// A copy of what the script looks at, which a test may spoil.
  private func copy(in place: borrowing Workplace) throws {
    for name in ["scripts", "notebooks-data", "README.md"] {
      try FileManager.default.copyItem(
        at: Workplace.packageRoot.appending(path: name), to: place.folder.appending(path: name))
    }
  }

  private func check(_ place: borrowing Workplace, at folder: String) throws -> ProgramRun {
    try place.shell("/usr/bin/python3 \(folder)/scripts/check-corpus \(Workplace.program.path)")
  }

  @Test("every check holds, and the pages quote today's figures")
  func checks() throws {
    let place = try Workplace()
    let run = try check(place, at: Workplace.packageRoot.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasSuffix("corpus: in order\n"))
  }

  @Test(
    "a spoilt corpus is noticed",
    arguments: [
      // A copied statement, a label that is not its move's, a date outside the crisis, an actor who only threatens.
      ("$ s/^[^,]*/border-9999/; $ p; $ s/^[^,]*/border-9998/", "share half of their 5-grams"),
      ("2 s/,neutral,/,escalatory,/; 2 s/,deescalatory,/,neutral,/; 2 s/,escalatory,/,neutral,/", "is no move of"),
      ("2 s/,2031-/,2041-/", "is outside"),
      ("/,escalatory,/ s/,\\(president\\|general\\|minister\\),/,tyrant,/", "role alone predicts the label"),
      ("/,en,train,/ d", "statements in en"),
      ("2 s/,crossed$/,natural/", "is not in the part"),
    ])
  func spoilt(edit: String, complaint: String) throws {
    let place = try Workplace()
    try copy(in: place)
    let spoiling = try place.shell("sed -i -e '\(edit)' notebooks-data/statements.csv")
    #expect(spoiling.status == 0, "\(spoiling.errors)")
    let run = try check(place, at: place.folder.path)
    #expect(run.status == 1 && run.errors.contains(complaint), "\(run.errors)")
  }

  @Test("a gold attribution that does not stand in its article stops the check")
  func spoiltArticle() throws {
    let place = try Workplace()
    try copy(in: place)
    _ = try place.shell("sed -i '1 s/ [0-9][0-9]* / 7 /' notebooks-data/articles/border-01.ann")
    let run = try check(place, at: place.folder.path)
    #expect(run.status == 1 && run.errors.contains("border-01.ann:1: says"), "\(run.errors)")
  }

  @Test("validation finds nothing to complain of but the minimal pairs")
  func findings() throws {
    let corpus = try CorpusReader.read(
      Workplace.bundledCorpus, options: ReadingOptions(requiring: [.label]), progress: nil)
    let findings = CorpusValidation.findings(of: corpus, on: .serial)
    #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
  }
}
