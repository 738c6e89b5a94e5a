import Foundation
import Reproducibility
import Testing

/// Files without a name.
@Suite("Scratch files")
struct ScratchFileTests {
  private let path = "\(NSTemporaryDirectory())/parlance-\(UUID().uuidString)"

  @Test("Numbers come back as they were, and the file has no name")
  func numbers() throws {
    let place = try ScratchPlace(path: path, replacing: false)
    let (whole, real) = (try ScratchFile<Int32>(at: place), try ScratchFile<Double>(at: place))
    #expect(!FileManager.default.fileExists(atPath: path))
    let numbers = (0..<100_000).map { Int32($0) &* 747_796_405 }
    for start in stride(from: 0, to: numbers.count, by: 30_001) {
      try whole.append(numbers[start..<min(numbers.count, start + 30_001)].span)
    }
    try real.append([-0.0, .infinity, .leastNonzeroMagnitude].span)
    let mapped = try whole.mapped(count: numbers.count)
    #expect(mapped.withSpan { span in span.indices.map { span[$0] } } == numbers)
    let reals = try real.mapped(count: 2)
    #expect(reals.count == 2 && reals.withSpan { $0[0].sign == .minus && $0[1] == .infinity })
    #expect(try ScratchFile<Int32>(at: place).mapped(count: 0).withSpan { $0.isEmpty })
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A file that is there is removed only when that is allowed, and a folder never is")
  func existing() throws {
    try Data("precious".utf8).write(to: URL(filePath: path))
    #expect(throws: FileError.self) { try ScratchPlace(path: path, replacing: false) }
    #expect(FileManager.default.fileExists(atPath: path))
    _ = try ScratchPlace(path: path, replacing: true)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(throws: FileError.self) { try ScratchPlace(path: NSTemporaryDirectory(), replacing: true) }
    #expect(throws: FileError.self) { try ScratchPlace(path: "\(path)/none", replacing: false) }
  }

  @Test("Two names of a file are told")
  func sameFile() throws {
    try Data().write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(InputFile.isSame(path, as: path.replacing("/parlance-", with: "/./parlance-")))
    #expect(!InputFile.isSame(path, as: "/etc/passwd"))
    #expect(InputFile.isSame("nowhere", as: "nowhere"))
  }
}
