import Reproducibility
import Testing

/// Archives of plain files.
@Suite("Tape archives")
struct TapeArchiveTests {
  private static let files: [(path: String, bytes: [UInt8])] = [
    ("a.txt", Array("text".utf8)), ("empty", []), ("folder/b.bin", [UInt8](repeating: 7, count: 512)),
    (String(repeating: "long/", count: 25) + "name.csv", Array("x".utf8)),
  ]

  @Test("what is packed comes out again, and the same files give the same bytes")
  func roundTrip() throws {
    let archive = try TapeArchive.packed(Self.files)
    let found = try TapeArchive.unpacked(archive)
    #expect(found.map(\.path) == Self.files.map(\.path) && found.map(\.bytes) == Self.files.map(\.bytes))
    #expect(archive.count % 512 == 0)
    #expect(try TapeArchive.packed(Self.files) == archive)
  }

  @Test("every truncation and every damaged header is refused, or loses no file")
  func damage() throws {
    let archive = try TapeArchive.packed(Self.files)
    for length in stride(from: 0, to: archive.count - 1024, by: 100) {
      #expect(throws: TapeArchive.Flaw.self) { _ = try TapeArchive.unpacked(Array(archive[..<length])) }
    }
    for place in 0..<100 {
      var bytes = archive
      bytes[place] ^= 0x04
      #expect(throws: TapeArchive.Flaw.self) { _ = try TapeArchive.unpacked(bytes) }
    }
  }

  @Test("paths that lead out are refused", arguments: ["/etc/passwd", "../outside", "a/../../b"])
  func escapes(path: String) throws {
    let archive = try TapeArchive.packed([(path, [1])])
    #expect(throws: TapeArchive.Flaw.self) { _ = try TapeArchive.unpacked(archive) }
  }

  @Test("a path too long for the form is refused")
  func longPaths() {
    #expect(throws: TapeArchive.Flaw.self) {
      _ = try TapeArchive.packed([(String(repeating: "n", count: 101), [])])
    }
  }
}
