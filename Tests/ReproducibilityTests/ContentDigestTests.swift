import Foundation
import Reproducibility
import Testing

@Suite struct ContentDigestTests {
  /// The first two are the examples of FIPS 180-4; the third is Python's hashlib.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("Ереван", "ae17dc80c0dccbf02f2ae2269251a788205c392b1bb61e6badd4693a7d094a0c"),
  ])
  func knownDigests(text: String, expected: String) {
    #expect(ContentDigest(of: text).hexadecimal == expected)
    #expect(ContentDigest(of: text).short == expected.prefix(12))
  }

  @Test func piecesGiveTheDigestOfTheWhole() {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    var digester = Digester()
    for start in stride(from: 0, to: bytes.count, by: 777) {
      digester.update(Array(bytes[start..<min(start + 777, bytes.count)]))
    }
    digester.update([])
    #expect(digester.finish() == ContentDigest(of: bytes))
  }

  @Test func digestsAreStoredAsTextAndRubbishIsRefused() throws {
    let digest = ContentDigest(of: "abc")
    let text = try JSONValue(encoding: [digest]).text()
    #expect(text == "[\"\(digest.hexadecimal)\"]")
    #expect(try JSONDecoder().decode([ContentDigest].self, from: Data(text.utf8)) == [digest])
    for rubbish in ["", "abc", digest.hexadecimal.uppercased(), digest.hexadecimal + "0"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([ContentDigest].self, from: Data("[\"\(rubbish)\"]".utf8))
      }
    }
  }
}
