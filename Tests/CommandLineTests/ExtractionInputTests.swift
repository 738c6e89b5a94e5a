import Foundation
import Testing

/// What `parlance extract` reads, and what it makes of what cannot be read.
@Suite("Articles to extract from")
struct ExtractionInputTests {
  private static let article = ExtractionTests.article

  @Test("bad files are reported with their places, and the rest goes on")
  func badFiles() throws {
    let place = try Workplace()
    _ = try place.write("", to: "empty.txt")
    _ = try place.write(Data([0x41, 0x0A, 0x42, 0, 0xFF, 0, 1, 2, 3]), to: "binary.txt")
    _ = try place.write("<html><body><nav><a href=/a>Home</a></nav></body></html>", to: "bare.html")
    _ = try place.write("Title\n\n“We wait, the ministry said on Monday in Dolvar.\n", to: "open.txt")
    _ = try place.write("id,text\n1,x\n", to: "table.csv")
    _ = try place.write(Data([0x1F, 0x8B, 8, 0, 1]), to: "cut.txt.gz")
    _ = try place.write(Self.article, to: "good.txt")
    let names = [
      "empty.txt", "binary.txt", "bare.html", "open.txt", "table.csv", "cut.txt.gz", "nowhere.txt", "good.txt",
    ]
    let run = try place.parlance(["extract"] + names + ["--format", "json"])
    #expect(run.status == 0)
    for part in [
      "parlance: empty.txt: ", "parlance: binary.txt:2:2: ", "parlance: bare.html: ", "note: open.txt:3:1: ",
      "parlance: table.csv: ", "--text-column", "parlance: cut.txt.gz: ", "parlance: nowhere.txt: ", "No such file",
    ] { #expect(run.errors.contains(part), "\(part) is missing in \(run.errors)") }
    let json = try run.json
    let statements = try #require(json["statements"] as? [[String: Any]])
    #expect(statements.contains { $0["article"] as? String == "good" })
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["kind"] as? String } == [
        "emptyFile", "notText", "noArticle", "unbalancedQuotes", "noArticle", "unreadableFile", "unreadableFile",
      ])
    let places = findings.compactMap { $0["place"] as? [String: Any] }
    #expect(places[1]["file"] as? String == "binary.txt" && places[1]["line"] as? Int == 2)
    let quiet = try place.parlance("extract", "open.txt", "empty.txt", "--quiet")
    #expect(quiet.status == 0 && !quiet.errors.contains("open.txt") && quiet.errors.contains("empty.txt"))
  }

  @Test("where nothing could be read the status is 2, and an output stays as it was")
  func nothing() throws {
    let place = try Workplace()
    _ = try place.write(" \n", to: "empty.txt")
    _ = try place.write("old", to: "out.csv")
    try FileManager.default.createDirectory(atPath: place.path("folder"), withIntermediateDirectories: true)
    for arguments in [["empty.txt"], ["nowhere.txt"], ["folder"], ["empty.txt", "folder", "--format", "json"]] {
      let run = try place.parlance(["extract"] + arguments)
      #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("no article could be read"), "\(run.errors)")
    }
    #expect(try place.parlance("extract", "empty.txt", "--output", "out.csv", "--force").status == 2)
    #expect(try place.read("out.csv") == "old")
    #expect(try place.parlance("extract", "empty.txt", "--output", "new.csv").status == 2)
    #expect(try !place.files().contains("new.csv"))
    let refused = try place.parlance("extract", "empty.txt", "--output", "out.csv")
    #expect(refused.status == 2 && refused.errors.contains("exists already"))
  }

  @Test("folders: articles in the order of their names' bytes, the rest passed over and said")
  func folders() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(atPath: place.path("a/inner"), withIntermediateDirectories: true)
    for name in ["b.txt", "Z.txt", "ä.txt", "c.ann", "index.csv", "b.html", "README.md", "plain", ".hidden.txt"] {
      _ = try place.write(Self.article, to: "a/\(name)")
    }
    let run = try place.parlance("extract", "a", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(
      run.errors.contains("note: a: ") && run.errors.contains("1 .ann, 1 .csv, 1 .md, 1 folder, 1 without ending"))
    #expect(run.errors.contains("1 of the pages"))
    let names = run.output.split(separator: "\n").map { line in
      String((line.components(separatedBy: "\"article\":\"").last ?? "").prefix { $0 != "\"" })
    }
    #expect(names.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == ["Z", "b", "ä"])
    let twice = try place.parlance("extract", "a/b.txt", "a/./b.txt")
    #expect(twice.errors.contains("note: a/./b.txt: another article is called \"b\" too"))
  }

  @Test("an article from the standard input, from gzip, with its format said")
  func forms() throws {
    let place = try Workplace()
    let piped = try place.parlance("extract", "-", input: Data(Self.article.utf8))
    #expect(piped.status == 0 && piped.output.contains("\nstdin-01,"))
    _ = try place.write(Self.article, to: "one.txt")
    #expect(try place.shell("gzip one.txt").status == 0)
    let zipped = try place.parlance("extract", "one.txt.gz")
    #expect(zipped.output == piped.output.replacing("stdin", with: "one"))
    let page = "<p>“The road is shut,” the minister said.</p><p>“It stays shut,” he added on the way to his car.</p>"
    _ = try place.write(page, to: "page.txt")
    let asText = try place.parlance("extract", "page.txt", "--format", "text")
    let asPage = try place.parlance("extract", "page.txt", "--format", "text", "--input-format", "html")
    #expect(asText.output.contains("<p>") && !asPage.output.contains("<p>"))
  }

  @Test("articles in another language are read, and it is said that nothing was looked for")
  func languages() throws {
    let place = try Workplace()
    _ = try place.write(Self.article, to: "one.txt")
    let run = try place.parlance("extract", "one.txt", "--format", "jsonl", "--lang", "en")
    #expect(run.status == 0 && run.output.contains("\"lang\":\"en\""))
    _ = try place.write("id,text,lang\na,\"\(Self.article.replacing("\"", with: "\"\""))\",hy\n", to: "t.csv")
    let other = try place.parlance("extract", "t.csv", "--text-column", "text")
    #expect(other.status == 0 && other.errors.contains("note: t.csv:2: ") && other.errors.contains("\"hy\""))
    #expect(other.errors.contains("no statement was found"))
    let forced = try place.parlance("extract", "t.csv", "--text-column", "text", "--lang", "en")
    #expect(forced.output.contains("\na-01,") && forced.errors.isEmpty)
  }

  @Test(
    "usage errors say what is missing",
    arguments: [
      ["extract"], ["extract", "a.csv", "--input-format", "csv"], ["extract", "a", "--id-column", "x"],
      ["extract", "a", "--where", "a=b"], ["extract", "a", "--min-confidence", "2"],
      ["extract", "a", "--format", "html"], ["extract", "a", "--output", "a.html"],
      ["extract", "-", "--gazetteer", "-"], ["extract", "a", "--lang", "hy"],
    ])
  func usage(arguments: [String]) throws {
    let place = try Workplace()
    let run = try place.parlance(arguments)
    #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
  }

  @Test("a gazetteer that cannot be read, or that is malformed, ends with its place")
  func gazetteers() throws {
    let place = try Workplace()
    _ = try place.write(Self.article, to: "one.txt")
    let missing = try place.parlance("extract", "one.txt", "--gazetteer", "nowhere.csv")
    #expect(missing.status == 2 && missing.errors.contains("nowhere.csv") && missing.output.isEmpty)
    for (text, line) in [
      ("a,b\n", "g.csv:1"), ("name,kind,of,language\nKestria,country,,en\n", "g.csv:2"),
      ("name,kind,of,language\nKestria,state,,en\nDolvar,capital,Nowhere,en\n", "g.csv:3"),
    ] {
      _ = try place.write(text, to: "g.csv")
      let run = try place.parlance("extract", "one.txt", "--gazetteer", "g.csv")
      #expect(run.status == 2 && run.errors.contains(line) && run.output.isEmpty, "\(run.errors)")
    }
    _ = try place.write("name,kind,of,language\nKestria,state,,\nKestrian,demonym,Kestria,en\n", to: "g.csv")
    #expect(try place.parlance("extract", "one.txt", "--gazetteer", "g.csv").status == 0)
  }
}
