import Corpora
import Testing

@Suite("JSON Lines")
struct JSONLinesReadingTests {
  @Test("columns are the keys as they first come; what is not a string keeps its text")
  func columns() throws {
    let text = """
      {"text": "é\\n\\u20ac \\ud834\\udd1e", "n": 1.50, "ok": true, "tags": [1, {"a": "}"}] , "id": null}
      {"id": 12345678901234567890123, "text": "b", "label": null, "o": { "a" : 1 }}

      {"text": "", "n": -1e400}

      """
    let corpus = try read(text, name: "c.jsonl")
    #expect(corpus.columnNames == ["text", "n", "ok", "tags", "id", "label", "o"])
    #expect(corpus.texts == ["é\n€ 𝄞", "b", ""])
    #expect(corpus.ids == ["1", "12345678901234567890123", "3"])
    #expect(try corpus.values(ofColumn: "n") == ["1.50", "", "-1e400"])
    #expect(try corpus.values(ofColumn: "ok") == ["true", "", ""])
    #expect(try corpus.values(ofColumn: "tags") == ["[1, {\"a\": \"}\"}]", "", ""])
    #expect(try corpus.values(ofColumn: "o") == ["", "{ \"a\" : 1 }", ""])
    #expect(corpus.labels == ["", "", ""])
    #expect(corpus.lines == [1, 2, 4])
    #expect(try read(text, name: "c.jsonl", pieceLength: 1) == corpus)
    #expect(try read(text.replacing("\n", with: "\r\n"), name: "c.jsonl").texts == corpus.texts)
  }

  @Test(
    "what cannot be read is named with its place",
    arguments: [
      ("{\"text\": \"a\"\n", "c.jsonl:1:13: the line ends here (, or a closing bracket was expected)"),
      ("{\"text\": \"a\"} x\n", "c.jsonl:1:15: \"x\" (nothing more on the line was expected)"),
      ("{\"text\": \"a\",}\n", "c.jsonl:1:14: \"}\" (a key in double quotes was expected)"),
      ("{\"text\": 'a'}\n", "c.jsonl:1:10: \"'\" (a value was expected)"),
      ("{\"text\": 01}\n", "c.jsonl:1:10: \"0\" (a value was expected)"),
      ("{\"text\": [1,,2]}\n", "c.jsonl:1:13: \",\" (a value was expected)"),
      ("{\"text\": [1}\n", "c.jsonl:1:12: \"}\" (, or a closing bracket was expected)"),
      ("{\"text\": \"é\\x\"}\n", "c.jsonl:1:12: \"\\\" (an escape of JSON's"),
      ("{\"text\": \"a\tb\"}\n", "c.jsonl:1:12: \"\\t\" (an escape such as"),
      ("{\"text\": \"\\ud800\"}\n", "c.jsonl:1:11: \"\\\" (an escape of JSON's"),
      ("{\"text\": \"abc\n", "c.jsonl:1:14: the line ends here (a closing \" was expected)"),
      ("{\"text\": nul}\n", "c.jsonl:1:10: \"n\" (a value was expected)"),
      ("[{\"text\": \"a\"}]\n", "c.jsonl:1:1: the line begins with \"[\" (an object in braces was expected)"),
      ("{\"txt\": \"a\"}\n", "c.jsonl:1:1: there is no value of \"text\" (keys here: txt)"),
      ("{\"text\": null}\n", "c.jsonl:1:1: there is no value of \"text\" (keys here: text)"),
      ("{\"text\": \"a\", \"text\": \"b\"}\n", "c.jsonl:1:23: the key \"text\" stands on this line twice"),
      ("{\"text\": \"a\\u0000\"}\n", "c.jsonl:1:10: a NUL character in the value of \"text\""),
      ("{\"text\": \"a\", \"weight\": \"x\"}\n", "c.jsonl:1:25: \"x\" is no weight"),
      (
        "{\"text\": \"a\", \"weight\": 1}\n{\"text\": \"b\"}\n",
        "c.jsonl:2:1: there is no weight here, unlike on line 1"
      ),
      ("\n\n", "c.jsonl: there are no rows"),
    ])
  func complaints(text: String, expected: String) {
    let seen = complaint { _ = try read(text, name: "c.jsonl") }
    #expect(seen.hasPrefix(expected), "\(seen)")
  }

  @Test("hostile nesting is refused, and does not exhaust the stack")
  func nesting() {
    let deep = "{\"text\": \"a\", \"x\": " + String(repeating: "[", count: 1_000_000)
    #expect(complaint { _ = try read(deep, name: "c.jsonl") }.contains("c.jsonl:1:1000020: the line ends here"))
    let closed = deep + String(repeating: "]", count: 1_000_000) + "}"
    #expect(complaint { _ = try read(closed, name: "c.jsonl") }.contains("the object cannot be read"))
  }
}
