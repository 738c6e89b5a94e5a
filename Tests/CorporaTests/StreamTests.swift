import Corpora
import Reproducibility
import Testing

@Suite("Streams")
struct StreamTests {
  @Test("batches of any size are the whole corpus together", arguments: [1, 2, 5, 7, 1000])
  func batches(size: Int) throws {
    let text = "text,weight,label\n" + (0..<23).map { "text \($0),\($0),\($0 % 5 == 0 ? "" : "x")\n" }.joined()
    let options = ReadingOptions(badRows: .skip, requiring: [.label])
    let whole = try read(text, options: options)
    let input = try CorpusInput(bytes: Array(text.utf8), name: "corpus.csv", options: options, pieceLength: 50)
    var stream = try CorpusStream(input, options: options)
    #expect(stream.columnNames == ["text", "weight", "label"])
    var (ids, texts, weights, lines): ([String], [String], [Double], [Int]) = ([], [], [], [])
    var skipped = 0
    while let batch = try stream.next(maximumRows: size) {
      #expect(batch.count <= size)
      ids += batch.ids
      texts += batch.texts
      weights += batch.weights ?? []
      lines += batch.lines
      skipped = batch.skippedRows
    }
    #expect(ids == whole.ids && texts == whole.texts && weights == whole.weights && lines == whole.lines)
    #expect(skipped <= whole.skippedRows)
    #expect(stream.source == whole.source)
    #expect(try stream.next(maximumRows: 1) == nil)
  }

  @Test("batches end with the row that reaches a number of bytes", arguments: [1, 10, 35, 100, 10_000])
  func bytes(limit: Int) throws {
    let rows = (0..<40).map { "\($0),\(String(repeating: "x", count: $0 % 9 * 5))" }
    let text = "id,text\n" + rows.joined(separator: "\n")
    let input = try CorpusInput(bytes: Array(text.utf8), name: "corpus.csv", pieceLength: 64)
    var stream = try CorpusStream(input, options: ReadingOptions())
    var texts: [String] = []
    while let batch = try stream.next(maximumRows: 20, maximumBytes: limit) {
      let lengths = zip(batch.ids, batch.texts).map { $0.utf8.count + 1 + $1.utf8.count }
      #expect(batch.count <= 20 && lengths.dropLast().reduce(0, +) < limit)
      texts += batch.texts
    }
    #expect(texts == (try read(text).texts))
  }

  @Test("a bad row ends the stream when all bad rows are known")
  func failure() throws {
    let input = try CorpusInput(bytes: Array("text,n\na,1\nb\nc,2\nd\n".utf8), name: "corpus.csv")
    var stream = try CorpusStream(input, options: ReadingOptions())
    #expect(try stream.next(maximumRows: 1)?.texts == ["a"])
    #expect(throws: CorpusError.self) { _ = try stream.next(maximumRows: 1) }
  }

  @Test("a stream of JSON Lines knows the first line's keys before the first batch")
  func keys() throws {
    let text = "\n{\"id\": \"a\", \"text\": \"b\"}\n{\"text\": \"c\", \"n\": 1}\n"
    var stream = try CorpusStream(CorpusInput(bytes: Array(text.utf8), name: "-"), options: ReadingOptions())
    #expect(stream.columnNames == ["id", "text"])
    #expect(try stream.next(maximumRows: 1)?.ids == ["a"])
    #expect(try stream.next(maximumRows: 1)?.columnNames == ["id", "text", "n"])
    #expect(try stream.next(maximumRows: 1) == nil)
  }

  @Test("features come in batches too")
  func features() throws {
    let input = try CorpusInput(bytes: Array("1 1:1\n-1 2:2\n1 3:3\n".utf8), name: "-")
    var stream = try FeatureStream(input, options: ReadingOptions())
    let first = try stream.next(maximumRows: 2)
    let second = try stream.next(maximumRows: 2)
    #expect(first?.labels == ["1", "-1"] && first?.rowOffsets == [0, 1, 2])
    #expect(second?.labels == ["1"] && second?.columnIndices == [2] && second?.lines == [3] && second?.columnCount == 3)
    #expect(try stream.next(maximumRows: 2) == nil)
  }

  @Test("progress tells how much is read of how much")
  func progress() throws {
    let text = "text\n" + String(repeating: "a statement of some length as they are\n", count: 88_000)
    let input = try CorpusInput(bytes: Array(text.utf8), name: "corpus.csv")
    let seen = SeenProgress()
    let corpus = try CorpusReader.read(input, options: ReadingOptions(), progress: { seen.add($0) })
    #expect(corpus.count == 88_000)
    #expect(seen.states.map(\.completed) == seen.states.map(\.completed).sorted())
    #expect(seen.states.last?.total == 3 && seen.states.last?.completed == 3)
  }
}
