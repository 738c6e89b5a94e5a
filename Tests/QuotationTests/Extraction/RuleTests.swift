import FoundationEssentials
import Quotation
import Testing

/// One sentence or two for each rule, none of them from the gold articles.
@Suite("Rules")
struct RuleTests {
  @Test("quotations with a cue")
  func quotations() {
    #expect(
      found(in: "“We are ready,” Minister Ada Brook said on Monday. “We have waited long enough.”") == [
        Found(
          "Minister Ada Brook", "said", "We are ready,", "We have waited long enough.", kind: .direct,
          rule: "quote-cue-after")
      ])
    #expect(
      found(in: "“It’s a disaster,” said Maria Ivanova, 54, who fled her home.") == [
        Found("Maria Ivanova", "said", "It’s a disaster,", kind: .direct, rule: "quote-inverted")
      ])
    #expect(
      found(in: "“The West,” Brook told lawmakers, “is playing with fire.”") == [
        Found("Brook", "told", "The West,", "is playing with fire.", kind: .direct, rule: "quote-split")
      ])
    #expect(
      found(in: "Asked whether she would resign, Brook said: “No.”") == [
        Found("Brook", "said", "No.", kind: .direct, rule: "quote-cue-before")
      ])
    #expect(
      found(in: "“We will not have it,” Brook was quoted by the Interfax news agency as saying.") == [
        Found(
          "Brook", "was quoted by the Interfax news agency as saying", "We will not have it,", kind: .direct,
          rule: "quote-cue-after")
      ])
  }

  @Test("quotations over paragraphs, and without a cue")
  func paragraphs() {
    #expect(
      found(in: "“We asked them to go,” Brook said. “They stayed.", "“So be it.”", "“Nobody is leaving tonight.”") == [
        Found(
          "Brook", "said", "We asked them to go,", "They stayed.", "So be it.", kind: .direct, rule: "quote-cue-after"),
        Found("", "", "Nobody is leaving tonight.", kind: .direct, rule: "unattributed"),
      ])
    #expect(
      found(in: "By evening she had changed her mind: “We are leaving.”") == [
        Found("she", "", "We are leaving.", kind: .direct, rule: "quote-without-cue")
      ])
    #expect(
      found(in: "“The parties agreed to go on,” the statement read.").map(\.rule) == ["statement-document"])
  }

  @Test("indirect speech")
  func indirect() {
    #expect(
      found(in: "Brook told reporters on Monday that the troops “had to leave”.") == [
        Found("Brook", "told", "the troops “had to leave”", kind: .mixed, rule: "indirect-that")
      ])
    #expect(
      found(in: "The ministry said on Thursday it was owed a million.") == [
        Found("The ministry", "said", "it was owed a million", kind: .indirect, rule: "indirect-bare")
      ])
    #expect(
      found(in: "The mayor wondered aloud why nobody had called.") == [
        Found("The mayor", "wondered", "why nobody had called", kind: .indirect, rule: "indirect-question")
      ])
    #expect(
      found(in: "The bridge, Brook said, would open in May.") == [
        Found("Brook", "said", "The bridge", "would open in May", kind: .indirect, rule: "indirect-cue-middle")
      ])
    #expect(
      found(in: "The truce will hold, said Ada Brook, an analyst in Geneva.") == [
        Found("Ada Brook", "said", "The truce will hold", kind: .indirect, rule: "indirect-cue-final")
      ])
    #expect(
      found(in: "As Brook said last week, the border was never drawn.") == [
        Found("Brook", "said", "the border was never drawn", kind: .indirect, rule: "indirect-cue-middle")
      ])
  }

  @Test("sources without a verb")
  func sources() {
    #expect(
      found(in: "Four soldiers were hurt, according to the army.") == [
        Found("the army", "according to", "Four soldiers were hurt", kind: .indirect, rule: "according-to")
      ])
    #expect(
      found(in: "The plan was, in the words of Ada Brook, “a fire alarm without a bell”.") == [
        Found(
          "Ada Brook", "in the words of", "The plan was", "“a fire alarm without a bell”", kind: .mixed,
          rule: "in-the-words-of")
      ])
  }

  @Test("infinitives, gerunds and noun phrases")
  func complements() {
    #expect(
      found(in: "Brook urged both sides to show restraint and vowed to return.") == [
        Found("Brook", "urged", "to show restraint", kind: .indirect, rule: "infinitive"),
        Found("", "vowed", "to return", kind: .indirect, rule: "infinitive"),
      ])
    #expect(
      found(in: "The army denied opening fire.") == [
        Found("The army", "denied", "opening fire", kind: .indirect, rule: "gerund")
      ])
    #expect(
      found(in: "Brook accused the army of “aggression”.") == [
        Found("Brook", "accused", "of “aggression”", kind: .mixed, rule: "gerund")
      ])
    #expect(
      found(in: "Brook dismissed the reports as “fake news”, adding that she would sue.") == [
        Found("Brook", "dismissed", "the reports as “fake news”", kind: .mixed, rule: "noun-content"),
        Found("", "adding", "she would sue", kind: .indirect, rule: "participle-added"),
      ])
    #expect(
      found(in: "The claim was rejected by the minister.") == [
        Found("the minister", "rejected", "The claim", kind: .indirect, rule: "passive")
      ])
  }

  @Test("headlines, and statements within statements")
  func nesting() {
    let headline = article(["Brook says troops must leave", "Nothing else was known."])
    #expect(
      StatementExtractor().attributions(in: headline).map { Found($0, in: headline) } == [
        Found("Brook", "says", "troops must leave", kind: .indirect, rule: "headline")
      ])
    let nested = found(in: "According to the ministry, Brook told Wren that the troops were gone.")
    #expect(
      nested == [
        Found(
          "the ministry", "According to", "Brook told Wren that the troops were gone", kind: .indirect,
          rule: "according-to"),
        Found("Brook", "told", "the troops were gone", kind: .indirect, rule: "indirect-that"),
      ])
    #expect(
      found(in: "“He came to us and said, ‘I will stay.’ He left,” Brook said.").map(\.rule) == [
        "quote-cue-after", "nested",
      ])
  }

  @Test(
    "what is no statement",
    arguments: [
      "The ministry reported no details of the call.", "Brook declined to comment.", "Brook gave no details.",
      "She did not say whether the bridge would open.", "The treaty says nothing about bridges.",
      "The film “War and Peace” was shown on Monday.", "The so-called “peace plan” was drafted in spring.",
      "An official, who asked not to be named, left early.", "Both member states had reported losses.",
      "The ship “Lisa Brenk” reached the sea.", "Brook refused to answer.", "Neither side said whether it would come.",
      "The demand for the report was high.", "He would not say when.",
    ])
  func noStatement(_ sentence: String) {
    #expect(found(in: sentence) == [])
  }

  @Test("docs/extraction.md lists every rule")
  func documented() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/extraction.md"), encoding: .utf8)
    for rule in RuleConfidence.rules { #expect(page.contains("| `\(rule)` |")) }
  }

  @Test("every rule is named once and has a measured confidence between 0 and 1")
  func confidences() {
    let attributions = StatementExtractor().attributions(
      in: article(["-", "“We are ready,” Brook said.", "The ministry said it was late.", "“So be it.”"]))
    #expect(attributions.count == 3)
    #expect(attributions.allSatisfy { $0.confidence > 0 && $0.confidence < 1 })
    #expect(attributions[2].rule == "unattributed" && attributions[2].confidence < attributions[0].confidence)
  }
}
