import Foundation
import Testing

/// Texts that were looked at and found good, to compare later ones with.
///
/// With `PARLANCE_RECORD_SNAPSHOTS=1` in the environment the text is written over the file; that fails the test too, so
/// that nothing passes by having just been recorded.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

  static func expect(_ text: String, isLike name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["PARLANCE_RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(name): look at it, then run without PARLANCE_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard expected != text else { return }
    let (old, new) = (expected.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let line = zip(old, new).prefix { $0 == $1 }.count
    func excerpt(_ lines: [String]) -> String { line < lines.count ? String(lines[line].prefix(200)) : "(end)" }
    Issue.record(
      "\(name):\(line + 1): \(excerpt(new)) (expected \(excerpt(old)))", sourceLocation: sourceLocation)
  }
}
