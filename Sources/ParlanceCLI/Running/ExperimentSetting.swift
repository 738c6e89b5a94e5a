internal import Corpora
internal import ParlanceKit
internal import Reproducibility

/// A key of an experiment with its values, given or left at their defaults.
struct ExperimentSetting {
  let key: ExperimentKeys.Key
  /// The values; none for a key without a value and without a default.
  let values: [String]
  /// The line of the file that gives them; nil for a default.
  let line: Int?

  /// The setting as the arguments of a command.
  var arguments: [String] {
    guard key.isFlag else { return values.map { "--\(key.name)=\($0)" } }
    guard values.first == "true" else { return key.isInvertible ? ["--no-\(key.name)"] : [] }
    return ["--\(key.name)"]
  }

  /// All settings under one heading for each way to choose from the lists: keys that take one value are varied where they have
  /// several.
  ///
  /// - Parameter folder: the folder of the experiment, from which files are named.
  /// - Throws: an error with the line of a key that is not known, or of a value that cannot be.
  static func variants(
    of entries: [ExperimentFile.Entry], keys: ExperimentKeys, in file: ExperimentFile, folder: String
  ) throws -> [[ExperimentSetting]] {
    var variants: [[ExperimentSetting]] = [[]]
    var given: [String: ExperimentFile.Entry] = [:]
    for entry in entries {
      guard keys[entry.key] != nil else {
        let nearest = NearestName.of(entry.key, among: keys.keys.map(\.name))
        throw file.error(
          entry.line, "there is no key \(entry.key.quoted)",
          hint: nearest.map { "did you mean \($0.quoted)?" }
            ?? "parlance experiment init writes an experiment with all keys explained")
      }
      given[entry.key] = entry
    }
    for key in keys.keys {
      let entry = given[key.name]
      let values = try entry.map { try checked($0, key: key, in: file, folder: folder) } ?? []
      let choices: [[String]]
      if values.isEmpty {
        choices = [key.fallback.map { [$0] } ?? []]
      } else if key.isRepeating {
        choices = [values]
      } else {
        choices = values.map { [$0] }
      }
      variants = variants.flatMap { settings in
        choices.map { settings + [ExperimentSetting(key: key, values: $0, line: entry?.line)] }
      }
      guard variants.count <= mostVariants else {
        throw file.error(
          entry?.line ?? 1, "the lists make more than \(mostVariants) runs", hint: "leave out some of their values")
      }
    }
    return variants
  }

  private static let mostVariants = 1_000

  private static func checked(
    _ entry: ExperimentFile.Entry, key: ExperimentKeys.Key, in file: ExperimentFile, folder: String
  ) throws -> [String] {
    if key.isFlag, let value = entry.values.first(where: { !["true", "false"].contains($0) }) {
      throw file.error(entry.line, "\(key.name) is \(value.quoted) (true or false was expected)", hint: "")
    }
    if !key.values.isEmpty, let value = entry.values.first(where: { !key.values.contains($0) }) {
      throw file.error(
        entry.line, "\(key.name) is \(value.quoted) (expected \(key.values.joined(separator: ", ")))", hint: "")
    }
    return key.isFile ? entry.values.map { place(of: $0, in: folder) } : entry.values
  }

  /// A file that an experiment names from its own folder, as it is reached from here; what is no file is a name of something bundled.
  private static func place(of value: String, in folder: String) -> String {
    let path = InputFolder.joined(value, to: folder)
    return InputFile.exists(path) ? path : value
  }
}
