import Foundation
import Quotation
import Testing

/// docs/extraction.md lists the rules that there are, each with an example that it finds.
@Suite("The page on extraction")
struct ExtractionRuleTests {
  private static let page = Workplace.packageRoot.appending(path: "docs/extraction.md")

  /// The rows of the page's table of rules: a rule and its example.
  private static func rows() throws -> [(rule: String, example: String)] {
    try String(contentsOf: page, encoding: .utf8).matches(of: /(?m)^\| `([a-z-]+)` \| (.*\*\*.*) \|$/).map {
      (String($0.1), String($0.2))
    }
  }

  @Test("every rule has one example, in the order of the rules")
  func list() throws {
    #expect(try Self.rows().map(\.rule) == StatementExtractor.ruleNames)
  }

  @Test("each example is found by its rule, and nothing but what is in bold")
  func examples() throws {
    let place = try Workplace()
    let other = "The road had been closed since Monday, and it was raining on both sides of the pass."
    for (rule, example) in try Self.rows() {
      let plain = example.replacing("**", with: "")
      let article = plain.hasPrefix("# ") ? "\(plain.dropFirst(2))\n\n\(other)\n" : "A road\n\n\(other)\n\n\(plain)\n"
      let run = try place.parlance("extract", "-", "--format", "jsonl", input: Data(article.utf8))
      let bold = example.matches(of: /\*\*(.*?)\*\*/).map { String($0.1) }.joined(separator: " ")
      let statements = run.output.split(separator: "\n").compactMap { line in
        try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      }
      #expect(
        statements.contains { $0["rule"] as? String == rule && $0["text"] as? String == bold },
        "\(rule): \(example)\n\(run.output)\(run.errors)")
    }
  }

  @Test("every finding is explained", arguments: ArticleFinding.Kind.allCases)
  func findings(kind: ArticleFinding.Kind) throws {
    #expect(try String(contentsOf: Self.page, encoding: .utf8).contains("\n| `\(kind.rawValue)` |"))
  }
}
