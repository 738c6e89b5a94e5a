import Corpora
import Foundation
import Reproducibility
import Testing

@Suite("Files")
struct FileTests {
  @Test("a file reads as its bytes do, and knows its digest")
  func file() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "parlance-\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Array(("id,text\n" + (0..<100_000).map { "\($0),statement \($0)\n" }.joined()).utf8)
    try OutputFile.write(bytes, to: path, replacing: false)
    let corpus = try CorpusReader.read(path)
    #expect(corpus.count == 100_000)
    #expect(corpus.source.name == path && corpus.source.byteCount == bytes.count)
    #expect(corpus.source.digest == ContentDigest(of: bytes))
    #expect(try read(bytes, name: path) == corpus)
  }

  @Test("what cannot be opened says so")
  func complaints() {
    let folder = FileManager.default.temporaryDirectory.path
    #expect(complaint { _ = try CorpusReader.read("\(folder)/no-such-file.csv") }.contains("No such file"))
    #expect(complaint { _ = try CorpusReader.read(folder) }.contains("is a directory"))
    #expect(complaint { _ = try LibSVMReader.read(folder) }.contains("is a directory"))
    #expect(complaint { _ = try CorpusReader.read("/dev/null") }.contains("/dev/null: the file is empty"))
  }
}
