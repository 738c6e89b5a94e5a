internal import Corpora

/// What a page says of itself in its head, and with dates in its text.
struct PageMetadata {
  /// The headlines that it names, the likeliest first.
  private(set) var titles: [String] = []
  /// The day of publication that it names.
  private(set) var date: StatementDate?
  /// Whether it says that it is an article.
  private(set) var claimsArticle = false

  private static let publication: Set<String> = [
    "article:published_time", "datepublished", "og:published_time", "publishdate", "publisheddate", "pubdate",
    "publish-date", "date",
    "dc.date", "dc.date.issued", "sailthru.date", "parsely-pub-date",
  ]

  /// Reads the elements of a page. Complexity: O(n).
  init(_ tree: HTMLTree) {
    var (siteName, documentTitle) = ("", "")
    var stamps: [(rank: Int, day: StatementDate)] = []
    for (index, node) in tree.nodes.enumerated() {
      switch node.tag {
      case .meta:
        guard let content = tree.value(.content, of: index) else { continue }
        let names = [HTMLAttribute.property, .name, .itemprop].compactMap { tree.value($0, of: index)?.lowercased() }
        for name in names {
          switch name {
          case "og:title", "twitter:title", "headline": titles.append(content)
          case "og:site_name": siteName = content
          case "og:type": claimsArticle = claimsArticle || content == "article"
          default: break
          }
          if Self.publication.contains(name), let day = ArticleDate.day(ofStamp: content) {
            stamps.append((name == "article:published_time" ? 0 : 1, day))
          }
        }
      case .title where documentTitle.isEmpty:
        let text = tree.text(in: index)
        documentTitle = ByteText.excerpt(0..<text.count, of: text, limit: 500)
      case .time:
        if let day = (tree.value(.datetime, of: index) ?? tree.value(.content, of: index)).flatMap(
          ArticleDate.day(ofStamp:))
        {
          stamps.append((tree.value(.itemprop, of: index) == "datePublished" ? 1 : 2, day))
        }
      case .script where tree.value(.type, of: index) == "application/ld+json":
        if let day = Self.linkedDate(tree.text(in: index, limit: HTMLTreeBuilder.keptScript)) {
          stamps.append((1, day))
        }
      default:
        claimsArticle = claimsArticle || tree.value(.itemprop, of: index) == "articleBody"
      }
    }
    titles = titles.map { Self.collapsed($0) } + [Self.withoutSite(documentTitle, siteName: siteName)]
    titles.removeAll(where: \.isEmpty)
    date = stamps.min { $0.rank < $1.rank }?.day
  }

  private static func collapsed(_ text: String) -> String {
    ByteText.excerpt(0..<text.utf8.count, of: Array(text.utf8))
  }

  /// The day in linked data, where it stands in the part of a script that is kept.
  private static func linkedDate(_ script: [UInt8]) -> StatementDate? {
    guard let place = ByteText.find("\"datePublished\"", in: script) else { return nil }
    let rest = script[(place + 15)...].drop { $0 == 32 || $0 == 58 || $0 == 34 || $0 == 10 }
    return ArticleDate.day(ofStamp: String(decoding: rest.prefix(10), as: UTF8.self))
  }

  /// A document's title without the site's name and its sections, which stand behind marks: `Headline | World | Site`.
  private static func withoutSite(_ title: String, siteName: String) -> String {
    var bytes = Array(title.utf8)
    for _ in 0..<3 {
      var cut: (place: Int, length: Int)?
      for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » "] {
        var from = 0
        while let place = ByteText.find(mark, in: bytes, from: from) {
          if place > cut?.place ?? 0 { cut = (place, mark.utf8.count) }
          from = place + 1
        }
      }
      guard let cut, cut.place >= 15 else { break }
      let tail = bytes[(cut.place + cut.length)...]
      guard tail.count(where: { $0 == 32 }) <= 3 || tail.elementsEqual(siteName.utf8) else { break }
      bytes.removeLast(bytes.count - cut.place)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
