import Quotation
import Testing

@Suite("Noun phrases that speak")
struct MentionTests {
  /// A sentence, and the phrase in it that speaks.
  static let subjects: [(String, String)] = [
    ("On Monday Sea Minister Odile Marchant said it was late.", "Sea Minister Odile Marchant"),
    ("It was late, said Armenia’s defence minister.", "Armenia’s defence minister"),
    (
      "Armenia's defence minister, Vagharshak Harutiunian, said it was late.",
      "Armenia's defence minister, Vagharshak Harutiunian"
    ),
    ("On Monday a senior official said it was late.", "a senior official"),
    ("On Monday the Russian Defense Ministry said it was late.", "the Russian Defense Ministry"),
    ("On Monday his spokeswoman Morag Shiel said it was late.", "his spokeswoman Morag Shiel"),
    (
      "His Ardavian counterpart, General Tavin Orsolt, said it was late.",
      "His Ardavian counterpart, General Tavin Orsolt"
    ),
    ("A spokesman for the Joint Observer Mission said it was late.", "A spokesman for the Joint Observer Mission"),
    ("An aide to Quell said it was late.", "An aide to Quell"),
    ("People close to her say it is late.", "People close to her"),
    ("The foreign ministry in Yerevan said it was late.", "The foreign ministry in Yerevan"),
    ("On Monday the chief of the police, Ennis Morrow, said it was late.", "the chief of the police, Ennis Morrow"),
    ("The other general, Tavin Orsolt, said it was late.", "The other general, Tavin Orsolt"),
    ("Two members of Marchant's staff said it was late.", "Two members of Marchant's staff"),
    ("The newspaper “Morning Log” said it was late.", "The newspaper “Morning Log”"),
    ("One of the rescued said it was late.", "One of the rescued"),
    ("The trawler’s mate said it was late.", "The trawler’s mate"),
    ("On Monday his press officer said it was late.", "his press officer"),
    ("On Monday Corin Maldreth and Odran Vesh said it was late.", "Corin Maldreth and Odran Vesh"),
    ("On Monday government spokesman Pell Andrast said it was late.", "government spokesman Pell Andrast"),
    ("In Moscow President Vladimir Putin said it was late.", "President Vladimir Putin"),
    ("On the other side General Corvo Lasht said it was late.", "General Corvo Lasht"),
    ("On Monday the two men said it was late.", "the two men"),
    (
      "On Monday European Commission President Ursula von der Leyen said it was late.",
      "European Commission President Ursula von der Leyen"
    ),
    (
      "On Monday the Collective Security Treaty Organization said it was late.",
      "the Collective Security Treaty Organization"
    ),
    ("On Monday the locals said it was late.", "the locals"),
    ("On Monday Will Smith said it was late.", "Will Smith"),
    (
      "He gave a speech, and US Secretary of State Antony Blinken said it was late.",
      "US Secretary of State Antony Blinken"
    ),
  ]

  @Test("a phrase is found from its beginning and from its end", arguments: subjects)
  func extent(sentence: String, phrase: String) {
    let named = NamedArticle(sentence)
    let first = String(phrase.prefix { $0 != " " })
    let last = String(phrase.reversed().prefix { $0 != " " && $0 != "’" && $0 != "'" }.reversed())
    #expect(
      named.tokens(of: phrase).flatMap { named.mentions.phrase(startingAt: $0.lowerBound) }.map(named.article.text(of:))
        == phrase, "from \(first)")
    #expect(
      named.tokens(of: phrase).flatMap { named.mentions.phrase(endingAt: $0.upperBound) }.map(named.article.text(of:))
        == phrase, "to \(last)")
  }

  @Test("an apposition after a name and a comma, and what tells of a name, are not part of it")
  func appositions() {
    let named = NamedArticle("Halden Wrye, the envoy of Ossmere, spoke. Celeste Amaro of Vantis, who was there, spoke.")
    #expect(named.phrase(startingWith: "Halden") == "Halden Wrye")
    #expect(named.phrase(startingWith: "Celeste") == "Celeste Amaro")
    let inserted = NamedArticle("The president, Ysa Kelmar, his spokeswoman, said, had gone.")
    #expect(inserted.phrase(startingWith: "Ysa") == "Ysa Kelmar")
  }

  @Test("words that begin a sentence are no names without a sign")
  func sentenceBeginnings() {
    let named = NamedArticle("Leave, he said, was cancelled. Armed bailiffs came. Asked, Lavrov said no.")
    #expect(!named.mentions.phrases.map(named.article.text(of:)).contains { ["Leave", "Armed", "Asked"].contains($0) })
  }

  @Test("phrases are within the article, in order, and not empty, whatever the text is")
  func invariants() {
    let pieces = [
      "the", "President", "’s", "'s", "of", "and", ",", ".", "“", "”", "\"", "Ann", "Lee", "said", "minister", "two",
      "his", "Russian", "ministry", "in", "Moscow", "her", "who", "7", "\n", "—", "Will", "é", "of whom", "close to",
    ]
    var state: UInt64 = 20_210_524
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += (state >> 60 < 3 ? "" : " ") + pieces[Int(state >> 33) % pieces.count]
      }
      let named = NamedArticle(text)
      var last = 0
      for phrase in named.mentions.phrases {
        #expect(!phrase.isEmpty && phrase.upperBound <= named.article.tokens.count)
        #expect(phrase.lowerBound >= last || named.mentions.phrase(startingAt: phrase.lowerBound) == phrase, "\(text)")
        last = max(last, phrase.lowerBound)
      }
      for token in named.article.tokens.indices {
        _ = named.discourse.actor(of: nil, at: token)
        if let phrase = named.mentions.phrase(startingAt: token) {
          #expect(phrase.lowerBound == token && !phrase.isEmpty)
          _ = named.discourse.actor(of: phrase, at: token)
        }
        if let phrase = named.mentions.phrase(endingAt: token) { #expect(phrase.upperBound == token) }
      }
    }
  }

  @Test("long chains of phrases end")
  func chains() {
    for piece in ["the aide of ", "Armenia's ", "Ann and ", "the ", "“‘", "Ann ", "the minister, Ann Lee, ", "one of "]
    {
      let named = NamedArticle(String(repeating: piece, count: 20_000) + "minister said so.")
      #expect(!named.article.tokens.isEmpty)
    }
  }
}
