/// The version of the program and of the library.
public enum ProgramVersion {
  /// The version by semantic versioning.
  public static let current = "0.1.0"
}
