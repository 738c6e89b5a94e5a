import Quotation
import Testing

@Suite("Articles in saved pages")
struct PageArticleTests {
  static let paragraphs = threeParagraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
  static let expected = ["title: Road shut after shots"] + threeParagraphs.map { "body: \($0)" }

  static func page(head: String = "<meta charset=utf-8>", _ body: String) -> String {
    "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
  }

  @Test("a page's article is told from what stands around it, whatever holds it")
  func containers() {
    let chrome = """
      <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
      <div class="cookie-banner">We use cookies to make this page better for you and for all our partners, whoever they may be. <button>OK</button></div>
      """
    let tail = """
      <div class="share-tools"><span>Share</span> <a href="#">Mail</a></div><aside><h3>Related</h3><a href="/x">Another road shut</a></aside>
      <div id="comments"><p>I was there and saw it all, and I can tell you that none of this is true, not a single word of it, believe me.</p></div>
      <footer>&copy; 2021 Meridian News</footer><script>var a = "<p>no</p>";</script>
      """
    let bodies = [
      "<article><h1>Road shut after shots</h1>\(Self.paragraphs)</article>",
      "<main><h1>Road shut after shots</h1><div class=x>\(Self.paragraphs)</div></main>",
      "<div><div><h1>Road shut after shots</h1></div><div><div itemprop=articleBody>\(Self.paragraphs)</div></div></div>",
      "<form><table><tr><td><h1>Road shut after shots</h1><td></tr><tr><td>\(Self.paragraphs)</td><td><a href=x>Home</a></td></tr></table></form>",
      "<h1>Road shut after shots</h1><div class='post category-ads'>" + threeParagraphs.joined(separator: "<br><br>")
        + "</div>",
      "<div class=article-share-page><h1>Road shut after shots</h1><section class=content-sidebar-left>\(Self.paragraphs)</section></div>",
    ]
    for body in bodies {
      let reading = readArticle(Self.page(chrome + body + tail), file: "a.html")
      #expect(outline(reading.article) == Self.expected, "\(body.prefix(80))")
      #expect(reading.findings == [])
      let reasons = reading.article?.leftOut.map(\.reason) ?? []
      for reason in ["navigation", "cookie notice", "sharing", "sidebar", "comments", "scripts"] {
        #expect(reasons.contains(reason))
      }
      #expect(reading.article?.leftOut.allSatisfy { $0.range == nil } == true)
    }
  }

  @Test("captions, bylines, dates, lists, quotations and headings")
  func parts() {
    let body = """
      <article><h1>Road <em>shut</em>
      after&nbsp;shots</h1><p class="byline">Ana Roe</p><time datetime="2021-05-24T10:00:00Z">Monday</time>
      <figure><img alt="Cars"><figcaption>Cars wait at the crossing.</figcaption></figure>
      \(Self.paragraphs)<h2>What happened next</h2><blockquote><p>“Nothing at all happened.”</p></blockquote>
      <ul><li>One road was open.</li><li>One road was shut.</li></ul><p>A soft\u{AD}ened <b>wo</b>rd.</p></article>
      """
    let article = readArticle(Self.page(body), file: "a.html").article
    #expect(
      outline(article) == [
        "title: Road shut after shots", "byline: Ana Roe", "body: Monday", "caption: Cars wait at the crossing.",
      ]
        + Self.expected.dropFirst() + [
          "body: What happened next", "body: “Nothing at all happened.”", "body: One road was open.",
          "body: One road was shut.",
          "body: A softened word.",
        ])
    #expect(article?.date == "2021-05-24")
    #expect(article.map { String(decoding: $0.text, as: UTF8.self) }?.contains("shots\n\nAna Roe\n\n") == true)
  }

  @Test("a headline comes from a heading, or else from what the page calls itself")
  func titles() {
    let cases = [
      ("<title>Road shut after shots | World | Meridian News</title>", "<div>\(Self.paragraphs)</div>"),
      (
        "<meta property=og:title content='Road shut after shots'><title>x</title>",
        "<h1>Meridian News</h1><h2>Road shut after shots</h2>\(Self.paragraphs)"
      ),
      ("<meta property=og:title content='Road shut after shots'>", "<div>\(Self.paragraphs)</div>"),
      ("", "<header><h1>Road shut after shots</h1></header><div>\(Self.paragraphs)</div>"),
    ]
    for (head, body) in cases {
      #expect(
        outline(readArticle(Self.page(head: head + "<meta charset=utf-8>", body), file: "a.html").article)
          == Self.expected)
    }
  }

  @Test(
    "dates that pages name",
    arguments: [
      "<meta property='article:published_time' content='2021-05-24T23:59:00+04:00'>",
      "<meta itemprop=datePublished content=2021-05-24>",
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\": \"2021-05-24T10:00\"}</script>",
    ])
  func dates(head: String) {
    let page = Self.page(head: head, "<h1>Road shut</h1><time datetime=2020-01-01>Then</time>\(Self.paragraphs)")
    #expect(readArticle(page, file: "a.html").article?.date == "2021-05-24")
  }

  @Test("encodings that pages declare are honoured")
  func encodings() {
    let russian =
      "<h1>Дорога закрыта</h1>"
      + ["понедельника", "вторника", "пятницы"].map {
        "<p>Министр заявила, что дорога будет закрыта до \($0), а может быть и дольше, чем все думают.</p>"
      }.joined()
    for head in [
      "<meta charset=windows-1251>", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
    ] {
      let bytes = Self.page(head: head, russian).unicodeScalars.map(Self.windows1251)
      let reading = readArticle(bytes, file: "a.html")
      #expect(reading.article?.title == "Дорога закрыта")
      #expect(reading.article?.language == "ru")
      #expect(reading.findings == [])
    }
    // The bytes are UTF-8 beyond doubt, whatever the page says.
    #expect(
      readArticle(Self.page(head: "<meta charset=windows-1251>", russian), file: "a.html").article?.title
        == "Дорога закрыта")
    #expect(readArticle(Self.page(head: "", russian), file: "a.html").article?.title == "Дорога закрыта")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in Self.page(head: "", russian).utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(readArticle(wide, file: "a.html").article?.title == "Дорога закрыта")
    #expect(
      readArticle(Self.page(head: "<meta charset=klingon>", "<h1>Road shut</h1>\(Self.paragraphs)")).article?.title
        == "Road shut")
  }

  static func windows1251(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
  }

  @Test("pages without an article give a finding")
  func withoutArticle() {
    let teasers = (0..<12).map {
      "<div><h3><a href=/\($0)>Road number \($0) shut after shots</a></h3><p>\(threeParagraphs[$0 % 3])</p></div>"
    }
    let links = (0..<50).map {
      "<li><a href=/\($0)>Road number \($0) is shut, and nobody can tell how long it will be so.</a></li>"
    }
    for body in [
      teasers.joined(), "<ul>\(links.joined())</ul>", "<p>Not found.</p>", "", "<script>\(Self.paragraphs)</script>",
    ] {
      let reading = readArticle(Self.page(body), file: "a.html")
      #expect(reading.article == nil)
      #expect(reading.findings.map(\.kind) == [.noArticle])
    }
  }

  @Test("the format is told by the first bytes and by the name")
  func formats() {
    let page = Self.page("<h1>Road shut after shots</h1>\(Self.paragraphs)")
    for name in ["a.txt", "-", "a.html"] {
      #expect(outline(readArticle("\u{FEFF} \n\(page)", file: name).article) == Self.expected)
    }
    let fragment = "<div><h1>Road shut after shots</h1>\(Self.paragraphs)</div>"
    #expect(outline(readArticle(fragment, file: "-").article) == Self.expected)
    #expect(ArticleFormat.detected(in: Array(fragment.utf8), path: "a.txt") == .text)
    #expect(ArticleFormat.detected(in: Array("<3 is a heart".utf8), path: "-") == .text)
    #expect(ArticleFormat.detected(in: [], path: "A.HTM") == .html)
  }
}
