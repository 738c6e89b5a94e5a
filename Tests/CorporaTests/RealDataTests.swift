import Corpora
import Foundation
import Testing

/// The folder of real corpora beside the repository; see its README for what they are.
private let sharedData = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "shared/data").path

/// Counts are those of Python's `csv.DictReader` and `sklearn.datasets.load_svmlight_file` on the same files.
@Suite("Real corpora", .enabled(if: InputPath.exists, "the folder ../shared/data is not there"))
struct RealDataTests {
  @Test("UNSCon")
  func unscon() throws {
    let corpus = try CorpusReader.read(
      "\(sharedData)/unscon/sentences.csv",
      options: ReadingOptions(columns: ColumnNames(actor: "country"), requiring: [.label]))
    #expect(corpus.count == 2377)
    #expect(corpus.labels?.count { $0 == "conflict" } == 681)
    #expect(Set(corpus.actors ?? []).count == 28)
    #expect(Set(try corpus.values(ofColumn: "meeting")).count == 6)
    #expect(corpus.texts.reduce(0) { $0 + $1.utf8.count } == 341_328)
  }

  @Test("UN quad classes in English and Russian, by filter")
  func quadClasses() throws {
    let filters = [
      ColumnFilter(column: "direction", value: "escalatory"), ColumnFilter(column: "direction", value: "deescalatory"),
    ]
    for (column, bytes) in [("en", 927_462), ("ru", 1_668_610)] {
      let corpus = try CorpusReader.read(
        "\(sharedData)/un_quadclass/sentences_dev.csv",
        options: ReadingOptions(columns: ColumnNames(text: column, label: "direction"), filters: filters))
      #expect(corpus.count == 1739 + 2087)
      #expect(corpus.filteredRows == 5587 - 1739 - 2087)
      #expect(corpus.texts.reduce(0) { $0 + $1.utf8.count } == bytes)
    }
  }

  @Test("speeches, paragraphs and Armenian sentences")
  func others() throws {
    #expect(try CorpusReader.read("\(sharedData)/ungdc/speeches_2005_2024.csv").count == 200)
    let officials = try CorpusReader.read(
      "\(sharedData)/kremlin/officials_1999_2020.csv", options: ReadingOptions(columns: ColumnNames(actor: "speaker")))
    #expect(officials.count == 972)
    #expect(officials.dates?.allSatisfy { StatementDate($0) != nil } == true)
    #expect(try CorpusReader.read("\(sharedData)/armenian/sentences.txt").count == 3475)
  }

  @Test("a9a, whose names tell no format", arguments: [("a9a", 32_561, 451_592), ("a9a.t", 16_281, 225_731)])
  func a9a(name: String, rows: Int, entries: Int) throws {
    guard case .features(let table) = try CorpusReader.readContent("\(sharedData)/a9a/\(name)") else {
      Issue.record("a9a was not taken for libsvm")
      return
    }
    #expect(table.count == rows)
    #expect(table.values.count == entries)
    #expect(table.values.allSatisfy { $0 == 1 })
    #expect(Set(table.labels) == ["1", "-1"])
  }
}

private enum InputPath {
  static var exists: Bool { FileManager.default.fileExists(atPath: sharedData) }
}
