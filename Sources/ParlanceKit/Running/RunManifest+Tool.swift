internal import LinearAlgebra
public import Reproducibility

extension RunManifest.Tool {
  /// This program on this machine.
  public static func current(on parallelism: Parallelism) throws -> RunManifest.Tool {
    RunManifest.Tool(
      version: ProgramVersion.current, program: try? InputFile.digest(of: "/proc/self/exe"), swift: compiler,
      algebra: BLAS.build, processor: processor, threads: parallelism.threadCount)
  }

  /// What may show in results, by its name.
  var described: [(name: String, value: String)] {
    [("Parlance", version), ("the compiler", swift), ("OpenBLAS", algebra), ("the processor", processor)]
  }

  /// The compiler's version, as far as the language tells it.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// The processor's name in the system's own table; "unknown" where there is none.
  private static var processor: String {
    guard let bytes = try? InputFile.contents(of: "/proc/cpuinfo") else { return "unknown" }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("model name") || $0.hasPrefix("CPU part") }) else {
      return "unknown"
    }
    return String(line.split(separator: ":", maxSplits: 1).last?.drop { $0 == " " } ?? "unknown")
  }
}

extension RunManifest.Input {
  /// Describes the file at `file`.
  ///
  /// - Parameter path: how the folder of the run reaches it.
  /// - Throws: `FileError`.
  public init(key: String, path: String, file: String, rows: Int?) throws {
    (self.key, self.path, self.rows) = (key, path, rows)
    (bytes, sha256) = (try InputFile(path: file).byteCount ?? 0, try InputFile.digest(of: file))
  }
}
