import Corpora
import Reproducibility
import Testing

@Suite("gzip")
struct GzipReadingTests {
  /// `python3 -c "import gzip; print(list(gzip.compress(b'id,text\n1,' + b'ab'*20 + b'\n', mtime=0)))"`
  static let compressed: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 76, 209, 41, 73, 173, 40, 225, 50, 212, 73, 76, 34, 14, 114, 1, 0, 193,
    249, 2, 226, 51, 0, 0, 0,
  ]

  @Test(
    "compressed bytes read as plain ones, in one member or several, however they are cut", arguments: [1, 7, 1 << 16])
  func equalsPlain(length: Int) throws {
    let text = Array("id,text\n1,one\n2,\"two\nlines\"\n3,три\n".utf8)
    let plain = try read(text)
    let members = gzipped(Array(text[..<9])) + gzipped([]) + gzipped(Array(text[9...])) + [0, 0, 0]
    for bytes in [gzipped(text), members] {
      let corpus = try read(bytes, name: "corpus.csv.gz", pieceLength: length)
      #expect(corpus.texts == plain.texts)
      #expect(corpus.lines == plain.lines)
      #expect(corpus.source.byteCount == bytes.count)
      #expect(corpus.source.digest == ContentDigest(of: bytes))
    }
    #expect(try read(Self.compressed, pieceLength: length).texts == [String(repeating: "ab", count: 20)])
  }

  @Test("every truncation is an error, and none is half a corpus")
  func truncation() {
    for count in 2..<Self.compressed.count {
      let seen = complaint { _ = try read(Array(Self.compressed[..<count]), name: "c.csv.gz") }
      #expect(seen.hasPrefix("c.csv.gz: the gzip data end after \(count) bytes"), "\(seen)")
    }
  }

  @Test("every damaged byte is an error or changes nothing")
  func damage() throws {
    let good = try read(Self.compressed)
    for index in Self.compressed.indices {
      var bytes = Self.compressed
      bytes[index] ^= 0x10
      if let corpus = try? read(bytes, name: "corpus.csv") { #expect(corpus.texts == good.texts, "byte \(index)") }
    }
  }

  @Test(
    "other compressions are named, with what undoes them",
    arguments: [
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], "compressed by xz", "xz -dk"),
      ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41], "compressed by bzip2", "bzip2 -dk"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x00], "compressed by Zstandard", "zstd -d"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "a ZIP archive", "save the spreadsheet as CSV"),
    ] as [([UInt8], String, String)])
  func otherArchives(bytes: [UInt8], title: String, remedy: String) {
    let seen = complaint { _ = try read(bytes, name: "c.csv") }
    #expect(seen.contains(title) && seen.contains(remedy), "\(seen)")
  }

  @Test("what follows the data, and what is not gzip at all, is named")
  func complaints() {
    let trailing = complaint { _ = try read(Self.compressed + Array("more".utf8), name: "c.csv.gz") }
    #expect(trailing.contains("something other than gzip data follows"), "\(trailing)")
    let plain = complaint { _ = try read("text\na\n", name: "c.csv.gz") }
    #expect(plain.hasPrefix("c.csv.gz: the file is not compressed by gzip"), "\(plain)")
  }
}
