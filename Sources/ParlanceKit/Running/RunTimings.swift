internal import Corpora
internal import FoundationEssentials
internal import Reproducibility

/// When a run was made and how long its parts took: what differs each time, and is no part of the record.
public struct RunTimings: Codable, Sendable, Hashable {
  /// A part of the work.
  public struct Part: Codable, Sendable, Hashable {
    /// What it is.
    public let part: String
    /// How long it took.
    public let seconds: Double
  }

  /// The day it was finished, in universal time.
  public let finished: String
  /// The parts, in their order.
  public let parts: [Part]

  /// Collects timings.
  public init(finished: String, parts: [Part]) { (self.finished, self.parts) = (finished, parts) }

  /// Reads the timings of the run in the folder at `folder`.
  ///
  /// - Throws: `FileError`; `ConfigurationError` for what is no file of timings.
  public static func read(in folder: String) throws -> RunTimings {
    let path = InputFolder.path(of: RecordedRun.FileName.timings, in: folder)
    let bytes = try InputFile.contents(of: path)
    do { return try JSONDecoder().decode(RunTimings.self, from: Data(bytes)) } catch {
      throw ConfigurationError("\(path) is no file of timings", hint: "make the run anew with parlance run")
    }
  }

  /// The beginning of the day on which the run was finished, in milliseconds since 1970.
  public var startOfDay: Int { (StatementDate(finished)?.firstDayNumber ?? 0) * 86_400_000 }
}
