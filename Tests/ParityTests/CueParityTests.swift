import Testing
import TextFeatures

/// The bundled cues against a plain reading of their patterns in Python (Fixtures/generators/cues.py).
@Suite struct CueParityTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let text: String
      /// Cue, first character, and the one after the last.
      let matches: [[Int]]
    }
    let cases: [Case]
  }

  @Test func matchesAreThoseOfAPlainReading() throws {
    let file: File = try Fixture.read("cues/english")
    let cues = try CueFile.bundledEnglish().cues
    #expect(file.cases.count == 240 && file.cases.reduce(0) { $0 + $1.matches.count } > 1000)
    for expected in file.cases {
      let bytes = Array(expected.text.utf8)
      let found = cues.matches(in: expected.text).map { match in
        [match.cue]
          + [match.bytes.lowerBound, match.bytes.upperBound].map { end in
            bytes[..<end].count { $0 & 0xC0 != 0x80 }
          }
      }
      #expect(found == expected.matches, "\(expected.text)")
    }
  }
}
