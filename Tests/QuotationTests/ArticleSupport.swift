import Quotation
import Testing

/// Reads `text` as if it were a file called `file`.
func readArticle(_ text: String, file: String = "a.txt") -> ArticleReading { readArticle(Array(text.utf8), file: file) }

/// Reads `bytes` as if they were a file called `file`.
func readArticle(_ bytes: [UInt8], file: String = "a.txt") -> ArticleReading {
  ArticleReader.read(bytes, name: "a", file: file)
}

/// What an article's paragraphs say, a word for the kind before each.
func outline(_ article: Article?) -> [String] {
  guard let article else { return [] }
  return article.paragraphs.map { "\($0.kind.rawValue): \(String(decoding: article.text[$0.range], as: UTF8.self))" }
}

/// What was left out and why.
func omissions(_ article: Article?) -> [String] { (article?.leftOut ?? []).map { "\($0.reason): \($0.excerpt)" } }

/// What is wrong with an article by its own definition; empty for a sound one.
func faults(of article: Article) -> [String] {
  var faults: [String] = []
  guard let text = String(validating: article.text, as: UTF8.self) else { return ["the text is not UTF-8"] }
  if article.text.contains(0) { faults.append("NUL") }
  func isBoundary(_ offset: Int) -> Bool { offset == article.text.count || article.text[offset] & 0xC0 != 0x80 }
  func check(_ ranges: [Range<Int>], _ what: String) {
    var end = 0
    for range in ranges {
      if range.isEmpty || range.lowerBound < end || range.upperBound > text.utf8.count {
        faults.append("\(what) \(range) after \(end)")
        return
      }
      if !isBoundary(range.lowerBound) || !isBoundary(range.upperBound) {
        faults.append("\(what) \(range) within a character")
      }
      let ends = [article.text[range.lowerBound], article.text[range.upperBound - 1]]
      if ends.contains(where: { $0 == 32 || ($0 >= 9 && $0 <= 13) }) {
        faults.append("\(what) \(range) has white space at an end")
      }
      end = range.upperBound
    }
  }
  check(article.paragraphs.map(\.range), "paragraph")
  check(article.leftOut.compactMap(\.range), "omission")
  check(
    (article.paragraphs.map(\.range) + article.leftOut.compactMap(\.range)).sorted { $0.lowerBound < $1.lowerBound },
    "all")
  let titles = article.paragraphs.filter { $0.kind == .title }
  if titles.count > 1 || titles.isEmpty != (article.title == nil) { faults.append("\(titles.count) titles") }
  if !["en", "ru"].contains(article.language) { faults.append("language \(article.language)") }
  if let date = article.date, date.utf8.count != 10 { faults.append("date \(date)") }
  if article.paragraphs.isEmpty { faults.append("no paragraphs") }
  if article.leftOut.contains(where: \.reason.isEmpty) { faults.append("left out for no reason") }
  return faults
}

/// Three paragraphs of an article, which nothing may leave out.
let threeParagraphs = [
  "“The road stays shut until we know who fired,” Interior Minister Ana Velt told reporters in the capital on Monday.",
  "Her ministry said two people had been hurt when shots were exchanged at the crossing, both of them drivers.",
  "The other side denied that its guards had opened fire and called for a joint inquiry into what had happened.",
]
