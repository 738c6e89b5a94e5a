import Corpora
import OperationalCode
import Testing

/// Lists of verbs, and what is wrong with them.
@Suite("Verb lists")
struct VerbListTests {
  @Test("the bundled list has all six classes, and no form in two of them")
  func bundled() {
    let list = VerbList.bundledEnglish
    #expect(list.entries.count > 900)
    for verbClass in VerbClass.allCases { #expect(list.entries.count { $0.verbClass == verbClass } > 50) }
    let forms = list.entries.flatMap { entry in entry.forms.map { ($0, entry.verbClass) } }
    let classes = Dictionary(grouping: forms, by: \.0).mapValues { Set($0.map(\.1)).count }
    #expect(classes.values.allSatisfy { $0 == 1 })
  }

  @Test(
    "what cannot be is refused with its line",
    arguments: [
      ("", "is empty"),
      ("lemma,class\nhelp,reward\n", "verbs.csv:1: the columns lemma, class"),
      ("lemma,forms,class,note\n", "no verb after it"),
      ("lemma,forms,class,note\nhelp,help helps,aid,\n", "verbs.csv:2: the class \"aid\""),
      (
        "lemma,forms,class,note\nhelp,help,reward,\nhelp,help,promise,\n",
        "verbs.csv:3: \"help\" is promise here and reward in line 2"
      ),
      ("lemma,forms,class,note\nhelp,,reward,\n", "verbs.csv:2: no forms"),
      ("lemma,forms,class,note\n,help,reward,\n", "verbs.csv:2: no lemma"),
      ("lemma,forms,class,note\nhelp,help\n", "verbs.csv:2: 2 fields"),
      ("lemma,forms,class,note\nhelp,*_help,reward,\n", "verbs.csv:2: the form"),
      ("lemma,forms,class,note\nhelp,help__out,reward,\n", "verbs.csv:2: the form"),
      ("lemma,forms,class,note\nhelp,help_*,reward,\n", "verbs.csv:2: the form"),
      ("lemma,forms,class,note\nhelp,help2,reward,\n", "verbs.csv:2: the form"),
      ("lemma,forms,class,note\n\"help,help,reward,\n", "verbs.csv:2"),
    ])
  func refused(text: String, complaint: String) throws {
    let error = try #require(throws: CorpusError.self) {
      try VerbList(bytes: Array(text.utf8), file: "verbs.csv")
    }
    #expect(error.description.contains(complaint), "\(error)")
  }

  @Test("a list of one's own takes the place of the bundled one")
  func own() throws {
    let text = "lemma,forms,class,note\nfrobnicate,frobnicate frobnicates frobnicated frobnicating,punish,\n"
    let coder = VerbCoder(verbs: try VerbList(bytes: Array(text.utf8), file: "verbs.csv"))
    let coded = coder.code("They frobnicated our village. They attacked our village.")
    #expect(coded.codings.map(\.verb) == ["frobnicate"])
  }
}
