/// A place for a folder that is gone when its owner is.
public struct ScratchFolder: ~Copyable {
  /// Where the folder is to be; nothing is there yet.
  public let path: String

  /// Chooses a name in the system's folder of temporary files, or the one that TMPDIR names.
  public init() {
    let parent = SystemCall.environmentValue("TMPDIR") ?? "/tmp"
    path = InputFolder.path(of: "parlance-\(SystemCall.processIdentifier)", in: parent)
  }

  deinit { OutputFolder.clear(path) }
}
