import Corpora
import Foundation
import OperationalCode
import Reproducibility
import Testing

/// Sentences with the codings that the rules of docs/operational-code.md give them.
@Suite("Coded sentences")
struct CodedSentenceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let line: Int
    let speaker: String
    let text: String
    let codings: String
    var testDescription: String { "line \(line): \(text)" }
  }

  static let examples: [Example] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "coded-sentences.csv").path
    do {
      let records = try DelimitedRecord.all(in: try InputFile.contents(of: path), name: "coded-sentences.csv")
      return records.dropFirst().map {
        Example(line: $0.line, speaker: $0.fields[1], text: $0.fields[2], codings: $0.fields[3])
      }
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let coder = VerbCoder()

  static func codings(of text: String, by speaker: String = "") -> String {
    coder.code(text, by: coder.speaker(named: speaker)).codings
      .map { "\($0.subject.rawValue) \($0.verbClass.rawValue) \($0.verb)" }.joined(separator: "; ")
  }

  @Test("each sentence has the codings that it should", arguments: examples)
  func coded(example: Example) {
    #expect(Self.codings(of: example.text, by: example.speaker) == example.codings)
  }

  @Test("there are 150 of them and more, and a third has no coding")
  func enough() {
    #expect(Self.examples.count >= 150)
    #expect(Self.examples.count { $0.codings.isEmpty } >= 50)
  }
}
