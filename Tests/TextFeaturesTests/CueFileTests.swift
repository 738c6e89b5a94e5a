import Testing
import TextFeatures

/// Cue files: the one that ships, and hostile ones.
@Suite struct CueFileTests {
  /// A file of one cue with these patterns.
  private func file(_ patterns: [String], except: [String] = []) throws -> CueFile {
    let lines = patterns.map { "    - '\($0.replacing("'", with: "''"))'" }
    let exceptions = except.isEmpty ? [] : ["  except:"] + except.map { "    - 'not: \($0)'" }
    let text = (["- name: it", "  patterns:"] + lines + exceptions).joined(separator: "\n")
    return try CueFile(Array(text.utf8), path: "test.yml")
  }

  /// What the patterns match in a text.
  private func found(_ patterns: [String], except: [String] = [], in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try file(patterns, except: except).cues.matches(in: text).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test(arguments: CueFile.bundledNames) func everyExampleOfTheBundledCuesShowsWhatItSays(name: String) throws {
    let file = try CueFile(path: name)
    #expect(file.entries.count >= 50)
    for entry in file.entries {
      #expect(!entry.definition.isEmpty && entry.examples.count >= 3 && entry.counterExamples.count >= 3)
    }
    #expect(file.exampleProblems() == [])
  }

  @Test(arguments: [
    Hunt(["war"], "War, WAR and warlike wars", ["War", "WAR"]),
    Hunt(["war*"], "War, warlike, a post-war world", ["War", "warlike"]),
    Hunt(["don't"], "Don’t, don't; do n't", ["Don’t", "don't"]),
    Hunt(
      ["(no|not) ..2 peace"], "No lasting peace, no real lasting peace",
      ["No lasting peace", "no real lasting peace"]),
    Hunt(["no ..2 peace"], "no one wants their peace; no, peace", []),
    Hunt(["we ..3 will"], "we will will will will will", ["we will will will will"]),
    Hunt(["we (all|both)? must"], "We must. We all must. We each must.", ["We must", "We all must"]),
    Hunt(["^ but"], "But no. But yes, but \"But no\"", ["But", "But"]),
    Hunt(["^ \"? stop"], "\"Stop it.\" Stop! “Stop”", ["\"Stop", "Stop", "“Stop"]),
    Hunt(["now $"], "Go now", ["now"]),
    Hunt(["(! $|? $)"], "Why? Now!", ["?", "!"]),
    Hunt(["# (dead|killed)"], "12 dead, 1,200 killed, twelve dead", ["12 dead", "200 killed"]),
    Hunt(["(a b|a b c)", "b c d"], "a b c d", ["a b c"]),
    Hunt(["of course , we"], "Of course, we agree. Of course we agree.", ["Of course, we"]),
    Hunt(["мы не отступ*"], "Мы НЕ отступим!", ["Мы НЕ отступим"]),
    Hunt(["mr smith goes"], "Mr. Smith goes", []),
    Hunt(["$ we", "^ we"], "He said so. We go. we stay", ["We"]),
  ])
  func patternsMatch(_ hunt: Hunt) throws {
    #expect(try found(hunt.patterns, in: hunt.text) == hunt.expected)
  }

  @Test func exceptionsCancelWhatOverlapsThem() throws {
    #expect(try found(["trust", "trust fund"], except: ["trust fund"], in: "The trust fund, and trust") == ["trust"])
    #expect(try found(["may", "may not"], except: ["not go"], in: "it may not go") == ["may"])
    #expect(try found(["a b"], except: ["b c"], in: "a b c a b") == ["a b"])
  }

  @Test func referencesAreWrittenOut() throws {
    let text = """
      - name: violence
        patterns: [war, "armed attack*"]
      - name: denied
        patterns: ["no <violence>", "(without|never) ..1 <violence>"]
      """
    let cues = try CueFile(Array(text.utf8), path: "test.yml").cues
    let matches = cues.matches(in: "No war, never any armed attacks")
    #expect(matches.filter { $0.cue == 1 }.map(\.bytes) == [0..<6, 8..<31])
  }

  @Test(arguments: [
    Mishap("- name: a\n  patterns: [\"(b\"]", ["t.yml:2", "not closed"]),
    Mishap("- name: a\n  patterns:\n    - x\n    - \"b|c\"", ["t.yml:4", "parentheses or bars"]),
    Mishap("- name: a\n  patterns: [\"((b))\"]", ["t.yml:2", "within"]),
    Mishap("- name: a\n  patterns: [\"(b|)\"]", ["t.yml:2", "without words"]),
    Mishap("- name: a\n  patterns: [\"(b)c\"]", ["t.yml:2", "right after"]),
    Mishap("- name: a\n  patterns: [War]", ["t.yml:2", "War", "lower-case"]),
    Mishap("- name: a\n  patterns: [\"w*r\"]", ["t.yml:2", "w*r"]),
    Mishap("- name: a\n  patterns: [\"-x\"]", ["t.yml:2"]),
    Mishap("- name: a\n  patterns: [\"a ..x b\"]", ["t.yml:2", "no gap"]),
    Mishap("- name: a\n  patterns: [\"..2 b\"]", ["t.yml:2", "begins with a gap"]),
    Mishap("- name: a\n  patterns: [\"x? ..2 b\"]", ["t.yml:2", "begins with a gap"]),
    Mishap("- name: a\n  patterns: [\"b ..2 c?\"]", ["t.yml:2", "ends with a gap"]),
    Mishap("- name: a\n  patterns: [\"b? (c)?\"]", ["t.yml:2", "no word at all"]),
    Mishap("- name: a\n  patterns: [\"^ $\"]", ["t.yml:2", "no word at all"]),
    Mishap("- name: a\n  patterns: [\"\"]", ["t.yml:2", "empty"]),
    Mishap("- name: a\n  patterns: [\"<b>\"]", ["t.yml:2", "\"b\"", "no cue"]),
    Mishap("- name: a\n  patterns: [\"<b\"]", ["t.yml:2", "reference"]),
    Mishap("- name: a\n  patterns: [\"x <a>\"]", ["t.yml:1", "circle", "a -> a"]),
    Mishap(
      "- name: a\n  patterns: [<b>]\n- name: b\n  patterns: [\"<c> x\"]\n- name: c\n  patterns: [<b>]",
      ["circle", "b -> c -> b"]),
    Mishap("- name: a\n  patterns: [x]\n- name: a\n  patterns: [y]", ["t.yml:3", "second time", "line 1"]),
    Mishap("- name: a\n  patterns: [x, x]", ["t.yml:2", "second time"]),
    Mishap("- name: a\n  name: b\n  patterns: [x]", ["t.yml", "twice"]),
    Mishap("- name: a\n  pattern: [x]\n  patterns: [x]", ["t.yml:2", "unknown key", "pattern"]),
    Mishap("- name: a\n  patterns: x", ["t.yml:2", "no list"]),
    Mishap("- name: a\n  patterns: [[x]]", ["t.yml:2", "a text was expected"]),
    Mishap("- name: a\n  leans: left\n  patterns: [x]", ["t.yml:2", "left"]),
    Mishap("- name: a b\n  patterns: [x]", ["t.yml:1", "a b"]),
    Mishap("- patterns: [x]", ["t.yml:1", "without a name"]),
    Mishap("- name: a", ["t.yml:1", "no patterns"]),
    Mishap("- x", ["t.yml:1", "no cue"]),
    Mishap("", ["t.yml:1", "no list of cues"]),
    Mishap("name: a", ["t.yml:1", "no list of cues"]),
    Mishap("- name: \"a", ["t.yml:", "YAML"]),
    Mishap("- name: a\n  patterns: [*b]", ["t.yml:2", "YAML"]),
    Mishap(String(repeating: "[", count: 100_000), ["t.yml:1", "lists within lists"]),
    Mishap(String(repeating: "- ", count: 100_000), ["t.yml:1", "lists within lists"]),
  ])
  func mishapsAreNamedWithTheirLine(_ mishap: Mishap) {
    let error = #expect(throws: TextFeaturesError.self) { try CueFile(Array(mishap.text.utf8), path: "t.yml") }
    for word in mishap.words { #expect(error?.description.contains(word) == true, "\(error?.description ?? "")") }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let error = #expect(throws: TextFeaturesError.self) { try CueFile([0x2D, 0x20, 0xFF, 0xFE], path: "t.yml") }
    #expect(error?.description.contains("UTF-8") == true)
  }

  @Test func referencesThatGrowWithoutBoundAreRefused() {
    let doubling = (0..<40).map { "- name: c\($0)\n  patterns: [\"\($0 == 0 ? "x" : "<c\($0 - 1)> <c\($0 - 1)>")\"]" }
    let chain = (0..<5000).map { "- name: c\($0)\n  patterns: [\"\($0 == 4999 ? "x" : "<c\($0 + 1)>")\"]" }
    for (cues, word) in [(doubling, "written out"), (chain, "more than 64"), (chain.reversed(), "more than 64")] {
      let error = #expect(throws: TextFeaturesError.self) {
        try CueFile(Array(cues.joined(separator: "\n").utf8), path: "t.yml")
      }
      #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
    }
  }

  @Test func russianCuesAreThoseOfEnglish() throws {
    #expect(try CueFile(path: "cues-ru").entries.map(\.name) == CueFile.bundledEnglish().entries.map(\.name))
  }

  @Test func cuesOfALanguageThatDoesNotShipAreRefusedWithThoseThatDo() throws {
    let error = #expect(throws: TextFeaturesError.self) { try CueFile(path: "cues-fr") }
    #expect(error?.description.contains("cues-en or cues-ru") == true)
  }

  @Test func aFileIsHeldToItsExamples() throws {
    let text = "- name: a\n  patterns: [war]\n  examples: [\"no [war]\", \"a [sea]\"]\n  counterExamples: [sea, war]"
    let file = try CueFile(Array(text.utf8), path: "t.yml")
    #expect(file.exampleProblems().count == 2)
    #expect(file.exampleProblems().allSatisfy { $0.hasPrefix("t.yml:") })
  }

  @Test func hostileTextsAreReadToTheEnd() throws {
    let cues = try CueFile.bundledEnglish().cues
    for text in [
      "", " ", "\u{0}", "'''---''", "a-", "’s", String(repeating: "!", count: 100_000), "\u{301}\u{301}", "👍🏽",
    ] {
      for match in cues.matches(in: text) { #expect(match.bytes.upperBound <= text.utf8.count) }
    }
    let many = String(repeating: "if you do not stop we will ", count: 20_000)
    #expect(cues.matches(in: many).count > 20_000)
  }
}

/// Patterns, a text, and what they match in it.
struct Hunt: Sendable, CustomTestStringConvertible {
  let patterns: [String]
  let text: String
  let expected: [String]

  init(_ patterns: [String], _ text: String, _ expected: [String]) {
    (self.patterns, self.text, self.expected) = (patterns, text, expected)
  }

  var testDescription: String { "\(patterns) in \(text)" }
}

/// A file that is none, and words of the message that says so.
struct Mishap: Sendable, CustomTestStringConvertible {
  let text: String
  let words: [String]

  init(_ text: String, _ words: [String]) { (self.text, self.words) = (text, words) }

  var testDescription: String { String(text.prefix(60)) }
}
