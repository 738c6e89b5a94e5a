import Quotation
import Testing

@Suite("Articles in plain text")
struct PlainTextArticleTests {
  static let body = threeParagraphs.map { "body: \($0)" }

  @Test("a title, a byline, a date and paragraphs")
  func plain() {
    let text = (["Road shut after shots", "By Ana Roe and Ben Lind", "May 24, 2021"] + threeParagraphs).joined(
      separator: "\n\n")
    let article = readArticle(text).article
    #expect(
      outline(article) == ["title: Road shut after shots", "byline: By Ana Roe and Ben Lind", "date: May 24, 2021"]
        + Self.body)
    #expect(article?.title == "Road shut after shots")
    #expect(article?.date == "2021-05-24")
    #expect(article?.language == "en")
    #expect(omissions(article) == [])
  }

  @Test("the text is the file's, byte for byte, and line ends make no difference", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let text = "\u{FEFF}" + (["Road shut after shots"] + threeParagraphs).joined(separator: end + end) + end
    let article = readArticle(text).article
    #expect(article?.text == Array(text.utf8))
    #expect(outline(article) == ["title: Road shut after shots"] + Self.body)
  }

  @Test("without blank lines each line is a paragraph")
  func singleLines() {
    let text = (["Road shut after shots"] + threeParagraphs + ["“No.”"]).joined(separator: "\n")
    #expect(outline(readArticle(text).article) == ["title: Road shut after shots"] + Self.body + ["body: “No.”"])
  }

  @Test("lines broken to a width are one paragraph, and lists are not", arguments: [60, 72, 80])
  func wrapped(width: Int) {
    let wrapped = threeParagraphs.map { Self.wrap($0, width: width) }
    let text = (["Road shut after shots"] + wrapped + ["Share\nCopy link\nPrint"]).joined(separator: "\n\n")
    let article = readArticle(text).article
    #expect(outline(article) == ["title: Road shut after shots"] + wrapped.map { "body: \($0)" })
    #expect(omissions(article) == ["sharing: Share Copy link Print"])
  }

  static func wrap(_ text: String, width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test("what stands around an article is left out and said to be")
  func chrome() {
    let text = """
      Skip to main content
      Meridian News
      Home
      World

      Home > World > Borders

      Road shut after shots

      By Ana Roe
      Monday, 24 May 2021, 10:15
      Updated 25 May 2021

      Share
      Copy link
      Text size XS SM MD LG

      Cars wait at the crossing on Monday. (Meridian News/J. Oster)
      Cars wait at the crossing on Monday.

      \(threeParagraphs[0])

      ADVERTISEMENT

      Read more: Who guards the guards?

      \(threeParagraphs[1])

      What happened next

      \(threeParagraphs[2])

      Roe reported from the capital.

      Related
      Another road shut
      A third one open

      Sign up for The Morning Wire
      Your email address

      3 comments
      anna: I was there. It was loud, and nobody has told the truth about it, whatever the ministers may say on the evening news.

      Հայերեն
      English | Русский
      © 2021 Meridian News. All rights reserved.
      """
    let article = readArticle(text).article
    #expect(
      outline(article) == [
        "title: Road shut after shots", "byline: By Ana Roe", "date: Monday, 24 May 2021, 10:15",
        "date: Updated 25 May 2021",
        "caption: Cars wait at the crossing on Monday. (Meridian News/J. Oster)", Self.body[0], Self.body[1],
        "body: What happened next", Self.body[2], "body: Roe reported from the capital.",
      ])
    #expect(article?.date == "2021-05-24")
    let reasons = article?.leftOut.map(\.reason) ?? []
    for reason in [
      "skip link", "navigation", "sharing", "repeated", "advertisement", "related articles", "comments", "languages",
      "copyright",
    ] {
      #expect(reasons.contains(reason), "\(reasons)")
    }
    #expect(article?.leftOut.allSatisfy { $0.range != nil } == true)
  }

  @Test("paragraphs that look like chrome are kept")
  func conservative() {
    let doubtful = [
      "“Share this,” he said.", "“Print!”", "— Поделиться нечем.", "“Comments are free.”", "She paused.",
      "By noon it was over.",
      "The hymn “Most Read” was sung.",
      "“Follow us on the map,” the guide had told them, and so they went on walking until dawn.",
      "Subscribe to nothing, the old man used to say to his sons, and sign whatever they put before you on the table.",
    ]
    let text = (["Road shut after shots"] + threeParagraphs + doubtful + threeParagraphs.reversed()).joined(
      separator: "\n\n")
    let article = readArticle(text).article
    #expect(omissions(article) == [])
    #expect(article?.paragraphs.count { $0.kind == .body } == threeParagraphs.count * 2 + doubtful.count)
  }

  @Test("a text that consists of one line, or has no title, is read")
  func untitled() {
    #expect(outline(readArticle(threeParagraphs[0]).article) == [Self.body[0]])
    #expect(outline(readArticle(threeParagraphs.joined(separator: "\n\n")).article) == Self.body)
    #expect(outline(readArticle("Talks fail").article) == ["body: Talks fail"])
  }

  @Test("Russian is told from English, and scripts without spaces are read")
  func languages() {
    let russian =
      "Дорога закрыта после выстрелов\n\n24 мая 2021 года\n\n«Мы не знаем, кто стрелял первым», — заявила журналистам министр внутренних дел Анна Вельт в понедельник в столице.\n\nПоделиться\n\nЧитайте также: Кто стрелял?"
    let article = readArticle(russian).article
    #expect(article?.language == "ru")
    #expect(article?.title == "Дорога закрыта после выстрелов")
    #expect(article?.date == "2021-05-24")
    #expect(article?.leftOut.map(\.reason) == ["sharing", "related articles"])
    let japanese = "道路は銃撃の後に閉鎖された\n\n" + String(repeating: "内相は月曜日に記者団に対し、誰が発砲したか分かるまで道路は閉鎖されたままだと述べた。", count: 8)
    #expect(readArticle(japanese).article?.paragraphs.map(\.kind) == [.title, .body])
  }

  @Test(
    "dates of date lines and datelines",
    arguments: [
      ("May 24, 2021", "2021-05-24"), ("24 May 2021", "2021-05-24"), ("Monday, 24th of May 2021", "2021-05-24"),
      ("24 мая 2021", "2021-05-24"), ("24 мая 2021 года, 10:30", "2021-05-24"), ("24.05.2021 10:30", "2021-05-24"),
      ("2021-05-24", "2021-05-24"), ("Published: Sept. 3, 2021 at 6:40 PM GMT", "2021-09-03"), ("May 24", nil),
      ("May 2021", nil),
      ("February 30, 2021", nil), ("24 May 2021 was the day", nil),
    ] as [(String, String?)])
  func dates(line: String, day: String?) {
    let text = (["Road shut after shots", line] + threeParagraphs).joined(separator: "\n\n")
    #expect(readArticle(text).article?.date == day)
  }

  @Test(
    "dates of datelines",
    arguments: [
      ("YEREVAN, May 24, 2021 (XY) - ", "2021-05-24"), ("ЕРЕВАН, 24 мая 2021 г. — ", "2021-05-24"),
      ("DOLVAR, May 4 (MN) - ", nil),
      ("On May 24, 2021 they met. ", nil),
    ] as [(String, String?)])
  func datelines(dateline: String, day: String?) {
    let text = "Road shut after shots\n\n\(dateline)\(threeParagraphs[0])\n\n\(threeParagraphs[1])"
    let article = readArticle(text).article
    #expect(article?.date == day)
    #expect(outline(article)[1] == "body: \(dateline)\(threeParagraphs[0])")
  }
}
