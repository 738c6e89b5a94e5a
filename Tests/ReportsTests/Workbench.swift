import Foundation

/// The programs outside the project that reports are held to, and a folder for what they make.
enum Workbench {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser")

  /// The Python of the project's own environment.
  private static let interpreter = root.appending(path: ".venv/bin/python")

  /// Whether the environment has a package.
  static func has(_ package: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: interpreter.path) else { return false }
    return (try? run(interpreter, ["-c", "import \(package)"]))?.status == 0
  }

  static let hasBrowser =
    has("playwright, axe_playwright_python")
    && (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/chromium")
    }

  static let hasVegaLite = has("altair, vl_convert")

  /// Where reports, screenshots and drawings are kept to be looked at.
  static func folder(_ name: String) throws -> URL {
    let folder = root.appending(path: ".build/report-tests/\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs one of the scripts and waits for its end.
  static func python(_ script: String, _ arguments: String...) throws -> (status: Int32, output: String) {
    try run(interpreter, ["-B", scripts.appending(path: script).path] + arguments)
  }

  private static func run(_ program: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
