import Foundation
import Reproducibility
import Testing

@Suite struct JSONValueTests {
  @Test func membersKeepTheirOrder() {
    let value: JSONValue = ["z": .integer(1), "a": [.null, .boolean(true), "text"], "m": [:], "l": []]
    #expect(value.text() == #"{"z":1,"a":[null,true,"text"],"m":{},"l":[]}"#)
  }

  @Test func prettyText() {
    let value: JSONValue = ["a": [.integer(1), [:]], "b": ["c": .boolean(false)], "d": []]
    let expected = """
      {
        "a": [
          1,
          {}
        ],
        "b": {
          "c": false
        },
        "d": []
      }
      """
    #expect(value.text(pretty: true) == expected)
  }

  @Test func textIsEscaped() {
    let text = "quote \" backslash \\ line\nreturn\rtab\tbell\u{07}nul\u{0} Ереван Երևան \u{2028} 🙂 \u{7f}/"
    let written = JSONValue.string(text).text()
    #expect(
      written
        == #""quote \" backslash \\ line\nreturn\rtab\tbell\u0007nul\u0000 Ереван Երևան "# + "\u{2028} 🙂 \u{7f}/\"")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (1e15, "1000000000000000.0"), (1e16, "1e+16"), (999_999_999_999_999, "999999999999999"), (1e300, "1e+300"),
    (.leastNonzeroMagnitude, "5e-324"),
    (1e-7, "1e-07"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"), (2.5, "2.5"),
  ])
  func numberForms(value: Double, expected: String) {
    #expect(JSONValue.number(value).text() == expected)
  }

  @Test func whatIsWrittenIsReadBackByAnotherReader() throws {
    var generator = SeededGenerator(seed: 4)
    var numbers = (0..<2_000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    numbers += [.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e15, 1e16, 123_456_789_012_345_680, 0.1 + 0.2]
    let text = "\u{1}\u{1f}\u{7f}\u{80}é\u{301}\u{2029}\u{10ffff}\\\"/"
    let value: JSONValue = ["numbers": .array(numbers.map(JSONValue.number)), "text": .string(text)]
    struct Document: Decodable {
      let numbers: [Double]
      let text: String
    }
    for pretty in [false, true] {
      let read = try JSONDecoder().decode(Document.self, from: Data(value.text(pretty: pretty).utf8))
      #expect(read.numbers == numbers)
      #expect(read.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test func absentValuesAreNull() {
    #expect(JSONValue.optional(nil as Double?).text() == "null")
    #expect(JSONValue.optional("x").text() == "\"x\"")
  }

  // MARK: Encodable values

  private struct Inner: Codable, Equatable {
    let name: String
    let missing: Int?
  }

  private enum Kind: Codable, Equatable {
    case plain
    case wide(columns: Int)
  }

  private struct Outer: Codable, Equatable {
    let zeta: Double
    let alpha: [Inner]
    let flags: [Bool]
    let kind: Kind
    let table: [[Double]]
    let empty: [Inner]
    let byte: UInt8
    let share: Float
  }

  @Test func encodableValuesKeepTheOrderOfDeclarationAndAreReadBack() throws {
    let value = Outer(
      zeta: 1.5, alpha: [Inner(name: "a", missing: nil), Inner(name: "b", missing: -2)], flags: [true, false],
      kind: .wide(columns: 3), table: [[1, 2], []], empty: [], byte: 255, share: 0.5)
    let text = try JSONValue(encoding: value).text()
    #expect(
      text == #"{"zeta":1.5,"alpha":[{"name":"a"},{"name":"b","missing":-2}],"flags":[true,false],"#
        + #""kind":{"wide":{"columns":3}},"table":[[1,2],[]],"empty":[],"byte":255,"share":0.5}"#)
    #expect(try JSONDecoder().decode(Outer.self, from: Data(text.utf8)) == value)
  }

  @Test func plainValuesCanStandAlone() throws {
    #expect(try JSONValue(encoding: "text") == "text")
    #expect(try JSONValue(encoding: 7) == .integer(7))
    #expect(try JSONValue(encoding: [1.5]) == .array([.number(1.5)]))
    #expect(try JSONValue(encoding: Double?.none) == .null)
    #expect(try JSONValue(encoding: Kind.plain) == ["plain": [:]])
  }

  @Test func wholeNumbersBeyondIntAreRefusedNotCutOff() {
    #expect(throws: EncodingError.self) { try JSONValue(encoding: UInt64.max) }
  }
}
