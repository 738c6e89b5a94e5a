import Foundation

/// One run of the built program: what it was given, what it said, how it ended.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  /// The standard output parsed as JSON.
  var json: [String: Any] {
    get throws {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return value as? [String: Any] ?? [:]
    }
  }
}

/// The program under test and a folder of its own to run in.
struct Workplace: ~Copyable {
  let folder: URL

  init() throws {
    folder = URL(filePath: NSTemporaryDirectory()).appending(path: "parlance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The folder of the package.
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Real corpora that stand beside the project on some machines.
  static let sharedData = packageRoot.deletingLastPathComponent().appending(path: "shared/data")

  /// Whether the real corpora are here.
  static let hasSharedData = FileManager.default.fileExists(atPath: sharedData.path)

  /// The Python of the project's own environment, with the packages that read model files.
  static let interpreter = packageRoot.appending(path: ".venv/bin/python").path

  static let hasPython = FileManager.default.isExecutableFile(atPath: interpreter)

  static let bundledCorpus = packageRoot.appending(path: "notebooks-data/statements.csv").path

  static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "parlance")

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: folder.appending(path: name))
    return path(name)
  }

  func read(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }

  func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  /// Runs the program in the folder and waits for its end.
  func parlance(_ arguments: String..., input: Data = Data(), environment: [String: String] = [:]) throws -> ProgramRun
  {
    try run(Self.program, arguments, input: input, environment: environment)
  }

  func parlance(_ arguments: [String], input: Data = Data()) throws -> ProgramRun {
    try run(Self.program, arguments, input: input, environment: [:])
  }

  /// Runs a line of shell in the folder, with the program on the path.
  func shell(_ line: String) throws -> ProgramRun {
    let path = "\(Self.program.deletingLastPathComponent().path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    return try run(URL(filePath: "/bin/bash"), ["-c", line], input: Data(), environment: ["PATH": path])
  }

  private func run(
    _ executable: URL, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> ProgramRun {
    // Files rather than pipes: nothing can block on a full pipe.
    let streams = folder.appending(path: ".streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["input", "output", "errors"].map { streams.appending(path: $0) }
    try input.write(to: names[0])
    for name in names.dropFirst() { _ = FileManager.default.createFile(atPath: name.path, contents: nil) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return ProgramRun(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}
