internal import ParlanceKit
internal import Reproducibility

extension Experiment {
  /// The experiment with every default written out: what makes the run again.
  ///
  /// - Parameter path: how a file is named.
  func text(naming path: (String) -> String) -> String {
    var lines = [
      "# Every setting of this run; parlance run makes it again.", "name: \(Self.quoted(name))",
      "corpus: \(Self.quoted(path(corpus)))",
    ]
    lines += Self.lines(settings, indentation: "", naming: path)
    for (heading, settings) in sections {
      lines += ["", "\(heading.rawValue):"] + Self.lines(settings, indentation: "  ", naming: path)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    _ settings: [ExperimentSetting], indentation: String, naming path: (String) -> String
  ) -> [String] {
    var (lines, group) = ([String](), "")
    for setting in settings {
      if setting.key.group != group {
        group = setting.key.group
        lines += ["", "\(indentation)# \(group)"]
      }
      let values = setting.values.map {
        quoted(setting.key.isFile && InputFile.exists($0) ? path($0) : $0)
      }
      if values.isEmpty {
        lines.append("\(indentation)# \(setting.key.name):")
      } else if setting.key.isRepeating {
        lines.append("\(indentation)\(setting.key.name): [\(values.joined(separator: ", "))]")
      } else {
        lines.append("\(indentation)\(setting.key.name): \(values[0])")
      }
    }
    return lines
  }

  /// A value as YAML: as it is where nothing in it means anything to YAML, else in quotes as JSON has them.
  static func quoted(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || "-_./".utf8.contains($0)
    }
    let isWord = !["", "null", "yes", "no", "on", "off"].contains(value) && !value.hasPrefix("-")
    return isPlain && isWord ? value : JSONValue.string(value).text()
  }

  /// What is to be reproduced: all settings, with the contents of files in the place of their names.
  ///
  /// - Throws: `FileError` for a file that cannot be read.
  func identity() throws -> ContentDigest {
    var digests: [String: String] = [:]
    for input in inputs { digests[input.path] = try InputFile.digest(of: input.path).hexadecimal }
    return ContentDigest(of: text { digests[$0] ?? $0 })
  }
}
