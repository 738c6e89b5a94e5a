import Quotation
import Testing

@Suite("Who is meant")
struct DiscourseTests {
  @Test("a last name, a title and a pronoun mean the one who was named in full")
  func people() {
    let named = NamedArticle(
      """
      Sea Minister Odile Marchant described the cutting as “butchery”. “It will be posted,” said the minister.
      In Kalvik nobody moved. The ship had signalled, Commodore Jonas Brevik told reporters. “No shot was fired,” the commodore said.
      Marchant disagreed. She said a bill would follow.
      """)
    #expect(named.actor("the minister") == "Odile Marchant")
    #expect(named.actor("the commodore") == "Jonas Brevik")
    #expect(named.actor("Marchant") == "Odile Marchant")
    #expect(named.actor("She") == "Odile Marchant")
  }

  @Test("a last name means the one who is named in full only later")
  func laterNames() {
    let named = NamedArticle("On Tuesday Orsolt said nothing. “I know,” General Tavin Orsolt told Meridian News.")
    let first = named.article.tokens.indices.first { named.article.text(of: $0..<$0 + 1) == "Orsolt" } ?? 0
    #expect(named.discourse.actor(of: first..<first + 1, at: first).actor == "Tavin Orsolt")
  }

  @Test("a state's adjective tells which of two bears a title")
  func states() {
    let named = NamedArticle(
      """
      Kestrian government spokesman Pell Andrast said nothing. Ysa Kelmar, the Ardavian president's spokeswoman, said so.
      “There is no third round,” the Kestrian spokesman said.
      """, gazetteer: inventedStates)
    #expect(named.actor("the Kestrian spokesman") == "Pell Andrast")
  }

  @Test("capitals and metonyms stand for states")
  func metonyms() {
    let named = NamedArticle("Yerevan says sothing. The Kremlin said so. Downing Street denied it. The US said so.")
    #expect(named.actor("Yerevan") == "Armenia")
    #expect(named.actor("The Kremlin") == "Russia")
    #expect(named.actor("Downing Street") == "United Kingdom")
    #expect(named.actor("The US") == "United States")
  }

  @Test("ministries have one name, however they are written")
  func ministries() {
    let named = NamedArticle(
      """
      The Kestrian Foreign Ministry said nothing. The measure, it added, was late. The ministry warned of more.
      Ardavia’s foreign ministry said so. The foreign ministry in Merenth denied it. In Dolvar the foreign ministry said so.
      """, gazetteer: inventedStates)
    #expect(named.actor("The Kestrian Foreign Ministry") == "Kestrian Foreign Ministry")
    #expect(named.actor("it") == "Ardavian Foreign Ministry")
    #expect(named.actor("The ministry") == "Kestrian Foreign Ministry")
    #expect(named.actor("Ardavia’s foreign ministry") == "Ardavian Foreign Ministry")
    #expect(named.actor("The foreign ministry in Merenth") == "Ardavian Foreign Ministry")
    #expect(named.actor("the foreign ministry") == "Kestrian Foreign Ministry")
  }

  @Test("ministries of states that no gazetteer has are told apart")
  func unknownStates() {
    let named = NamedArticle(
      "The Sundrey Foreign Ministry said nothing. The Trevannais Foreign Ministry said so. Trevanne's foreign ministry said so."
    )
    #expect(named.actor("The Trevannais Foreign Ministry") == "Trevannais Foreign Ministry")
    #expect(named.actor("Trevanne's foreign ministry") == "Trevannais Foreign Ministry")
  }

  @Test("two men, two ministers and both sides are two")
  func two() {
    let named = NamedArticle(
      """
      Ardavia and Kestria traded accusations. Defence Minister Ann Lee of Ardavia met Interior Minister Bob Ray of Kestria.
      The two ministers said it was late. Both sides agreed.
      """, gazetteer: inventedStates)
    #expect(named.actor("The two ministers") == "Ann Lee; Bob Ray")
    #expect(named.actor("Both sides") == "Ardavia; Kestria")
  }

  @Test("somebody without a name is called as written")
  func unnamed() {
    let named = NamedArticle("A senior official said nothing. Three diplomats said so. The innkeeper said so.")
    #expect(named.actor("A senior official") == "A senior official")
    #expect(named.actor("Three diplomats") == "Three diplomats")
    #expect(named.actor("The innkeeper") == "The innkeeper")
  }

  @Test("what is said without a speaker is the last speaker's")
  func elided() {
    let named = NamedArticle(
      """
      Defense Minister Vagharshak Harutiunian told Sergei Shoigu that troops had come, adding that they must go.
      “They must go.”
      President Odran Vesh, speaking before the news was known, had drawn his conclusion.
      “My people went there.”
      """)
    #expect(named.elided("adding") == "Vagharshak Harutiunian")
    #expect(named.elided("My people") == "Odran Vesh")
  }

  @Test("a speaker within what he says is not its subject")
  func inserted() {
    let named = NamedArticle("Nazira Okan urged patience. Osman Karat, she reported, had replied that he would think.")
    #expect(named.actor("she") == "Nazira Okan")
  }

  @Test("reporters are not spoken to, and a parliament is the speaker's")
  func addressees() {
    let named = NamedArticle(
      """
      Russian Foreign Minister Sergei Lavrov told reporters it was late. Lavrov warned Yerevan that it was late.
      Lavrov told parliament that it was late.
      """)
    #expect(named.addressee("reporters", of: "Lavrov") == "")
    #expect(named.addressee("Yerevan", of: "Lavrov") == "Armenia")
    #expect(named.addressee("parliament", of: "Lavrov") == "Russian parliament")
  }
}
