import Corpora
import Quotation
import Reproducibility
import Testing

@Suite("Hostile articles")
struct HostileArticleTests {
  static let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Road shut after shots | News</title>
    <meta property="article:published_time" content="2021-05-24"></head><body class="page"><nav><a href="/">Home</a></nav>
    <article><h1>Road shut after shots</h1><div class="byline">By Ana Roe</div><time datetime="2021-05-24">24 May 2021</time>
    <figure><figcaption>Cars wait. <small>Photo: J. Oster</small></figcaption></figure>
    \(threeParagraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))<ul><li>“One&rdquo;</li></ul></article>
    <div id="comments"><p>No.</p></div><script>var a = 1;</script><footer>&copy; 2021</footer></body></html>
    """
  static let text = """
    Skip to content

    Road shut after shots

    By Ana Roe
    24 May 2021

    Cars wait. Photo: J. Oster
    Cars wait. Photo: J. Oster

    \(threeParagraphs.joined(separator: "\n\n"))

    «Сначала завыло», — сказала она.
    XS SM MD LG
    """

  /// A page in Windows-1251, with a byte that has no meaning there.
  static let oldPage =
    "<html><meta charset=windows-1251><table><td><b>Дорога закрыта</b><br><br>«Мы не знаем», — сказала министр.<br><br>"
    .unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "«": 0xAB
      case "»": 0xBB
      case "—": 0x98
      default: PageArticleTests.windows1251(scalar)
      }
    } + Array(threeParagraphs.joined(separator: "<br><br>").utf8)

  /// Cuts, repeats, swaps and overwrites parts of `bytes`.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let tokens =
      [
        "<", ">", "</p>", "<p>", "<div>", "</div>", "<!--", "-->", "<script>", "</body>", "\"", "“", "”", "&#0;",
        "&#xD800;", "\n\n", "\r", "\u{A0}",
        "\u{FEFF}", "<h1>", "<a href=x>", "<br>", "<svg>", "</html>", "<article>", "<form hidden>", "Share", "©", " | ",
        "2021", "<p class='ad'>",
      ].map { Array($0.utf8) } + [[0], [0xFF], [0xE2, 0x80], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]
    var bytes = bytes
    for _ in 0...random.index(below: 6) {
      let place = random.index(below: bytes.count + 1)
      let end = min(bytes.count, place + random.index(below: 60))
      switch random.index(below: 5) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: random.index(below: bytes.count + 1))
      case 2: bytes = Array(bytes[..<max(1, place)])
      case 3 where place < bytes.count: bytes[place] = UInt8(random.index(below: 256))
      default: bytes.insert(contentsOf: tokens[random.index(below: tokens.count)], at: place)
      }
      if bytes.isEmpty { return [10] }
    }
    return bytes
  }

  @Test("mutated articles are read or refused, and what is read is sound", arguments: 0..<8)
  func mutations(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<400 {
      let isPage = round % 3 > 0
      let seeds = [Array(Self.text.utf8), Array(Self.page.utf8), Self.oldPage]
      let bytes = Self.mutated(seeds[round % 3], &random)
      let reading = readArticle(bytes, file: isPage ? "a.html" : "a.txt")
      if let article = reading.article {
        let faults = faults(of: article)
        #expect(faults.isEmpty, "seed \(seed), round \(round): \(faults)")
      } else {
        #expect(reading.findings.contains { $0.severity == .error })
      }
    }
  }

  @Test("random bytes are read or refused")
  func randomBytes() {
    var random = SeededGenerator(seed: 99)
    let alphabet = Array("<<>>//pahdiv bl=\"'&;#x-!\n\n\r ABC.,“”«»é—\u{A0}".utf8) + [0xFF, 0xE2, 0x80, 0xC2]
    for _ in 0..<2000 {
      let bytes = (0..<random.index(below: 300)).map { _ in alphabet[random.index(below: alphabet.count)] }
      for file in ["a.html", "a.txt"] {
        if let article = readArticle(bytes, file: file).article { #expect(faults(of: article) == []) }
      }
    }
  }

  @Test("elements deeper than any page has, and what follows them, are read")
  func depth() {
    let inside = threeParagraphs.map { "<p>\($0)</p>" }.joined()
    for (opening, closing) in [
      ("<div>", "</div>"), ("<span>", ""), ("<table><tr><td>", ""), ("<ul><li>", "</p>"), ("<font><b>", "</i>"),
    ] {
      let page =
        "<html><body><h1>Road shut after shots</h1>\(String(repeating: opening, count: 100_000))\(inside)"
        + "\(String(repeating: closing, count: 100_000))</body></html>"
      let article = readArticle(page, file: "a.html").article
      #expect(outline(article).suffix(3) == threeParagraphs.map { "body: \($0)" }.suffix(3), "\(opening)")
    }
  }

  @Test("sizes that quadratic work would not end with")
  func sizes() {
    let inside = "<h1>Road shut after shots</h1>" + threeParagraphs.map { "<p>\($0)</p>" }.joined()
    let pages = [
      "<script>\(String(repeating: "var a=1;", count: 2_000_000))</script>\(inside)",
      "\(inside)<p \((0..<200_000).map { "a\($0)" }.joined(separator: " "))>",
      "\(inside)\(String(repeating: "<body>", count: 300_000))",
      "\(inside)\(String(repeating: "<!-- ", count: 500_000))",
      "\(inside)\(String(repeating: "< <a <b", count: 300_000))",
      "\(inside)\(String(repeating: "&lt;&nosuch;", count: 300_000))",
    ]
    for page in pages {
      #expect(readArticle("<html><body>\(page)", file: "a.html").article?.title == "Road shut after shots")
    }
    let article = ArticleFindingTests.article
    for piece in ["a\n", "“", ".", "<", "\r", "\u{A0}", "May ", "Photo: ", "12 "] {
      let text = "\(article)\n\n\(String(repeating: piece, count: 1_000_000))"
      #expect(readArticle(text).article?.title == "Road shut after shots")
    }
    let long = readArticle(
      "\(article)\(String(repeating: "\n\n\(threeParagraphs.joined(separator: "\n\n"))", count: 50_000))"
    ).article
    #expect(long?.paragraphs.count == 4 + 150_000)
  }
}
