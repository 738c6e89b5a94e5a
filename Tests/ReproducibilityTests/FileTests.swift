import Foundation
import Reproducibility
import Testing

@Suite struct FileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("parlance-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs a test in its folder, which is gone afterwards.
  private func inFolder(_ body: () throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try body()
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try InputFile.contents(of: path(name)), as: UTF8.self)
  }

  @Test func aFileAppearsOnlyWhenItIsComplete() throws {
    try inFolder {
      var file = try OutputFile(path: path("result"), replacing: false)
      try file.write(Array("one ".utf8))
      #expect(!InputFile.exists(path("result")))
      try file.write(Array("two".utf8))
      try file.commit()
      #expect(try text("result") == "one two")
      #expect(try contents() == ["result"])
    }
  }

  @Test func anAbandonedFileLeavesNothing() throws {
    try inFolder {
      do {
        var file = try OutputFile(path: path("result"), replacing: false)
        try file.write([1, 2, 3])
        #expect(try contents().count == 1)
      }
      #expect(try contents().isEmpty)
    }
  }

  @Test func anAbandonedReplacementLeavesTheOldFile() throws {
    try inFolder {
      try OutputFile.write(Array("old".utf8), to: path("result"), replacing: false)
      do {
        var file = try OutputFile(path: path("result"), replacing: true)
        try file.write(Array("new".utf8))
      }
      #expect(try text("result") == "old")
      #expect(try contents() == ["result"])
    }
  }

  @Test func aFileThatExistsIsReplacedOnlyWhereAsked() throws {
    try inFolder {
      try OutputFile.write(Array("old, and longer".utf8), to: path("result"), replacing: false)
      #expect(throws: FileError.self) { try OutputFile.write([1], to: path("result"), replacing: false) }
      #expect(throws: FileError.self) { try OutputFile.checkWritable(path: path("result"), replacing: false) }
      #expect(try text("result") == "old, and longer")
      try OutputFile.checkWritable(path: path("result"), replacing: true)
      try OutputFile.write(Array("new".utf8), to: path("result"), replacing: true)
      #expect(try text("result") == "new")
      #expect(try contents() == ["result"])
    }
  }

  @Test func whatAKilledProcessLeftBehindIsNoObstacle() throws {
    try inFolder {
      let identifier = ProcessInfo.processInfo.processIdentifier
      try Data("rubbish".utf8).write(to: URL(fileURLWithPath: path("result.\(identifier).partial")))
      try OutputFile.write(Array("new".utf8), to: path("result"), replacing: false)
      #expect(try text("result") == "new")
      #expect(try contents() == ["result"])
    }
  }

  @Test func oneNameCannotBeWrittenTwiceAtOnce() throws {
    try inFolder {
      var first = try OutputFile(path: path("result"), replacing: false)
      try first.write(Array("first".utf8))
      #expect(throws: FileError.self) { try OutputFile.checkWritable(path: path("result"), replacing: false) }
      try first.commit()
      #expect(try text("result") == "first")
    }
  }

  @Test func errorsSayWhatWasSeenAndWhatToDo() throws {
    try inFolder {
      let missing = path("missing")
      let noFile = #expect(throws: FileError.self) { try InputFile.contents(of: missing) }
      #expect(noFile?.description.hasPrefix("\(missing): cannot read: No such file or directory\nhint: ") == true)
      let aFolder = #expect(throws: FileError.self) { try InputFile.contents(of: folder.path) }
      #expect(aFolder?.problem == "is a directory (a file was expected)")
      let overFolder = #expect(throws: FileError.self) { try OutputFile.write([], to: folder.path, replacing: true) }
      #expect(overFolder?.problem == "is a directory (a file was expected)")
      let nowhere = #expect(throws: FileError.self) { try OutputFile.write([], to: "\(missing)/x", replacing: true) }
      #expect(nowhere?.path == "\(missing)/x")
      let left = try contents()
      #expect(left.isEmpty)
    }
  }

  /// Renaming a file over a device would take the device away. The link makes sure that only a link could be lost here.
  @Test func aDeviceIsNotReplaced() throws {
    try inFolder {
      try FileManager.default.createSymbolicLink(atPath: path("device"), withDestinationPath: "/dev/null")
      let error = #expect(throws: FileError.self) { try OutputFile.write([], to: path("device"), replacing: true) }
      #expect(error?.problem == "is a device or a pipe (a file was expected)")
      let left = try contents()
      #expect(left == ["device"])
    }
  }

  @Test func aLargeFileComesInPieces() throws {
    try inFolder {
      let bytes = (0..<(2 * InputFile.pieceLength + 17)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try OutputFile.write(bytes, to: path("large"), replacing: false)
      var file = try InputFile(path: path("large"))
      var pieces: [[UInt8]] = []
      while true {
        let piece = try file.next()
        if piece.isEmpty { break }
        pieces.append(piece)
      }
      #expect(pieces.count >= 3)
      #expect(pieces.flatMap { $0 } == bytes)
      #expect(try InputFile.contents(of: path("large")) == bytes)
    }
  }

  @Test func anEmptyFileIsEmpty() throws {
    try inFolder {
      try OutputFile.write([], to: path("empty"), replacing: false)
      #expect(try InputFile.contents(of: path("empty")).isEmpty)
    }
  }

  @Test func aDirectoryIsMadeOnce() throws {
    try inFolder {
      try OutputFile.makeDirectory(path("made"))
      try OutputFile.makeDirectory(path("made"))
      #expect(try contents() == ["made"])
      try OutputFile.write([1], to: path("made/file"), replacing: false)
      #expect(throws: FileError.self) { try OutputFile.makeDirectory(path("made/file")) }
      #expect(throws: FileError.self) { try OutputFile.makeDirectory(path("not/there")) }
    }
  }
}
