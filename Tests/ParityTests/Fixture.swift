import Foundation

/// How tests read what the generators wrote.
enum Fixture {
  /// The fixture at `Fixtures/<name>.json`.
  static func read<Content: Decodable>(_ name: String) throws -> Content {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try JSONDecoder().decode(Content.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
  }

  /// The largest difference, relative to the largest expected number.
  static func relativeDistance(_ found: [Double], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    let scale = expected.reduce(0) { max($0, abs($1)) }
    return zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
  }
}
