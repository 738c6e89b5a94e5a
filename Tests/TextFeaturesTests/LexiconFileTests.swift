import Testing
import TextFeatures

/// Reading dictionaries: each form, what is left out of it, and what is wrong with it.
@Suite struct LexiconFileTests {
  private static func read(_ text: String, _ form: LexiconFile.Form) throws -> LexiconFile {
    try LexiconFile(Array(text.utf8), path: "t", form: form)
  }

  /// The categories as lines: a name and its patterns.
  private static func lines(_ file: LexiconFile) -> [String] {
    file.lexicon.categories.map { category in
      let entries = category.entries.map { entry in
        entry.weight.map { "\(entry.pattern)=\($0)" } ?? entry.pattern
      }
      return "\(category.name): \(entries.joined(separator: ", "))"
    }
  }

  @Test("one dictionary in three forms is one dictionary")
  func formsAgree() throws {
    let expected = ["A category: more, little lamb*", "Another category: had, mary, more"]
    let yaml = try Self.read(
      "A category: [more, little  Lamb*]\nAnother category:\n  - HAD\n  - mary\n  - more\n", .yaml)
    let lexicoder = try Self.read("+A category\nmore\nlittle lamb*\n\n+Another category\nhad\nmary\nmore\n", .lexicoder)
    let liwc = try Self.read(
      "%\r\n01\tA category\r\n02\tAnother category\r\n%\r\n\r\nhad\t02\r\nmary\t02\r\nmore\t01\t02\r\nlittle lamb*\t01\r\n",
      .liwc)
    for file in [yaml, lexicoder, liwc] { #expect(Self.lines(file) == expected && file.notes.isEmpty) }
    #expect(yaml.lexicon == lexicoder.lexicon && lexicoder.lexicon == liwc.lexicon)
    #expect(yaml.lexicon != (try Self.read("A category: [more]", .yaml)).lexicon)
  }

  @Test func namesWithinNamesAreJoined() throws {
    let yaml = """
      escalation:
        __: war
        threat: [crush*, {veiled: [would be a pity]}]
        empty:
      "yes": no
      """
    let file = try Self.read(yaml, .yaml)
    #expect(
      Self.lines(file) == [
        "escalation: war", "escalation.threat: crush*", "escalation.threat.veiled: would be a pity", "yes: no",
      ])
    #expect(file.notes == ["t: 1 categories have no entries, and are left out: \"escalation.empty\" in line 4"])
    let liwc = try Self.read(
      "%\n1\taffect\n\t2\tposemo\n\t\t3\tjoy\n\t4\tnegemo\n5\tdrives\n%\nhapp*\t1 2 3\nsad 1 4\nwar\t5\n", .liwc)
    #expect(
      Self.lines(liwc) == [
        "affect: happ*, sad", "affect.posemo: happ*", "affect.posemo.joy: happ*", "affect.negemo: sad", "drives: war",
      ])
  }

  @Test func aliasesStandForWhatTheyName() throws {
    let file = try Self.read("a: &words [war, peace]\nb: *words\n", .yaml)
    #expect(Self.lines(file) == ["a: war, peace", "b: war, peace"])
  }

  @Test func weightedListsAreReadInTheirForms() throws {
    let expected = ["positive: good=3.0, very good=3.5", "negative: bad=-2.0", "neutral: so=0.0"]
    for text in [
      "good\t3\nbad\t-2\nvery good\t3.5\nso\t0\n",
      "term,weight\ngood,3\nbad,-2\n\"very good\",3.5\nso,0\n",
      "\u{FEFF}word;valence\n\nGood ; 3\nbad;-2;x\nvery good;3.5\nso;0",
      "good\t3\t0.9\t[2, 3]\nbad\t-2\t0.5\t[1]\r\nvery good\t3.5\nso\t0\n",
    ] {
      let file = try Self.read(text, .weighted)
      #expect(Self.lines(file) == expected && file.notes.isEmpty, "\(text)")
      #expect(file.lexicon.isWeighted)
    }
  }

  @Test func whatIsTwiceOrCannotMatchIsToldWithItsLines() throws {
    let file = try Self.read("a:\n  - war\n  - ':)'\n  - WAR\n  - \"'tis\"\n", .yaml)
    #expect(Self.lines(file) == ["a: war"])
    #expect(
      file.notes == [
        "t: 1 entries come a second time in their category, and the last one counts: \"war\" in lines 2 and 4",
        "t: 2 entries can match no word as texts are read, and are left out: \":)\" in line 3, \"'tis\" in line 5",
      ])
    let weighted = try Self.read("lol\t1.8\nbad\t-1\nLOL\t-2.9\n", .weighted)
    #expect(Self.lines(weighted) == ["negative: lol=-2.9, bad=-1.0"] && weighted.notes.count == 1)
    let liwc = try Self.read("%\n1\ta\n%\nkind\t(02 134)125/464\nkind <of>\t1\nwar\t1\n", .liwc)
    #expect(liwc.notes == ["t: 2 entries that hold next to other words only are left out, the first in line 4"])
  }

  private struct Flawed: Sendable, CustomTestStringConvertible {
    let text: String
    let form: LexiconFile.Form
    let words: [String]
    var testDescription: String { "\(form.rawValue): \(words.joined(separator: " "))" }

    init(_ form: LexiconFile.Form, _ text: String, _ words: String...) {
      (self.text, self.form, self.words) = (text, form, words)
    }
  }

  private static let flawed = [
    Flawed(.yaml, "", "t:1", "no categories"),
    Flawed(.yaml, "- war", "t:1", "no categories"),
    Flawed(.yaml, "a: []\nb:\n", "t:1", "without entries"),
    Flawed(.yaml, "a: [':)']", "t:1", "can match a word"),
    Flawed(.yaml, "a: [war]\nb: [peace]\na: [x]", "t:1", "twice in one category", "a"),
    Flawed(.yaml, "a.b: [war]\na:\n  b: [peace]", "t:3", "second time", "line 1"),
    Flawed(.yaml, "a: [war\nb: x", "t:2:", "YAML"),
    Flawed(.yaml, "a: &a [*a]", "t:1:", "YAML"),
    Flawed(.yaml, "a: *b", "t:1:", "YAML"),
    Flawed(.yaml, "? [a, b]\n: [war]", "t:1", "a name was expected"),
    Flawed(.yaml, "\"a\\u0007\": [war]", "t:1", "a name was expected"),
    Flawed(.yaml, "a: " + String(repeating: "[", count: 1000), "t:1", "lists within lists"),
    Flawed(
      .yaml, (0..<40).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "t:33", "within more than 32"),
    Flawed(.liwc, "war\t1", "t:1", "%"),
    Flawed(.liwc, "%\n1\ta\nwar\t1\n", "t:1", "%"),
    Flawed(.liwc, "%\n1\ta\n1\tb\n%\nwar\t1", "t:3", "second time", "line 2"),
    Flawed(.liwc, "%\na\n%\nwar\t1", "t:2", "a number and the name"),
    Flawed(.liwc, "%\n1\ta\n%\nwar\t2", "t:4", "no category has that number"),
    Flawed(.liwc, "%\n1\ta\n%\nwar\tx", "t:4", "belongs to x"),
    Flawed(.liwc, "%\n1\ta\n%\nwar\n", "t:4", "numbers of its categories"),
    Flawed(.liwc, "%\n99999999999999999999\ta\n%\nwar\t1", "t:2", "a number and the name"),
    Flawed(.liwc, "%\n1\ta\n%\n", "t:1", "without entries"),
    Flawed(.lexicoder, "war\n+a\npeace", "t:1", "+NAME"),
    Flawed(.lexicoder, "+\nwar", "t:1", "a name was expected"),
    Flawed(.lexicoder, "+a\nwar\n+a\npeace", "t:3", "second time", "line 1"),
    Flawed(.lexicoder, "", "t:1", "without entries"),
    Flawed(.weighted, "good\t3\nbad\n", "t:2", "a pattern and a number"),
    Flawed(.weighted, "good\t3\nbad\tnan\n", "t:2", "a pattern and a number"),
    Flawed(.weighted, "good,3\nbad,1e999\n", "t:2", "a pattern and a number"),
    Flawed(.weighted, "term,weight\nword,score\ngood,3\n", "t:2", "a pattern and a number"),
    Flawed(.weighted, "good,3\n\"bad,-3\n", "t:2", "not closed"),
    Flawed(.weighted, "war\npeace\n", "t:1", "a pattern and a number"),
    Flawed(.weighted, "a,b\n", "t:1", "without entries"),
  ]

  @Test(arguments: flawed)
  private func flawsAreNamedWithTheirLine(_ flawed: Flawed) {
    let error = #expect(throws: TextFeaturesError.self) { try Self.read(flawed.text, flawed.form) }
    for word in flawed.words { #expect(error?.description.contains(word) == true, "\(error?.description ?? "")") }
  }

  @Test(arguments: LexiconFile.Form.allCases)
  func bytesThatAreNoTextAreRefusedWithTheirPlace(_ form: LexiconFile.Form) {
    let cases: [([UInt8], String)] = [
      (Array("a: x\nйй".utf8) + [0xE9], "t:2:3: the byte 0xE9 is not UTF-8"),
      (Array("a: x\n".utf8) + [0, 1], "t:2:1: a byte 0"), ([0xFF, 0xFE, 0x61, 0], "t:1: the file is in UTF-16"),
      (Array("ab".utf8) + [0xE2, 0x82], "t:1:3: the byte 0xE2"),
    ]
    for (bytes, words) in cases {
      let error = #expect(throws: TextFeaturesError.self) { try LexiconFile(bytes, path: "t", form: form) }
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
  }

  @Test("aliases of aliases are not written out without end")
  func bomb() {
    let levels = (1..<30).map { level in
      "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", "))]"
    }
    let text = (["l0: &l0 [war]"] + levels).joined(separator: "\n")
    let error = #expect(throws: TextFeaturesError.self) { try Self.read(text, .yaml) }
    #expect(error?.description.contains("aliases written out") == true)
  }

  @Test func formsAreToldByNames() throws {
    #expect(LexiconFile.Form(ofFile: "a/b.YML") == .yaml && LexiconFile.Form(ofFile: "b.dic") == .liwc)
    #expect(LexiconFile.Form(ofFile: "LSD2015.lc3") == .lexicoder && LexiconFile.Form(ofFile: "x.tsv") == .weighted)
    #expect(LexiconFile.Form(ofFile: "x.cat") == nil && LexiconFile.Form(ofFile: "yml") == nil)
    let error = #expect(throws: TextFeaturesError.self) { try LexiconFile(path: "x.cat") }
    #expect(error?.description.contains(".lc3") == true)
  }

  @Test(arguments: LexiconFile.bundledNames)
  func bundledDictionariesAreInOrder(_ name: String) throws {
    let file = try LexiconFile(path: name)
    #expect(file.notes.isEmpty, "\(file.notes)")
    let names = file.lexicon.categories.map(\.name)
    #expect(names.allSatisfy { $0.hasPrefix("escalation.") || $0.hasPrefix("deescalation.") } && names.count > 10)
    #expect(try LexiconPoles(positive: [], negative: [], negation: .keep, in: file.lexicon) != nil)
  }
}
