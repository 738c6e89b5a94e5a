internal import ArgumentParser
internal import FoundationEssentials

/// The keys that an experiment may have under a heading: the options of a command, as they declare themselves.
struct ExperimentKeys {
  /// One key.
  struct Key {
    /// The key, an option without its dashes.
    let name: String
    /// What it decides.
    let help: String
    /// The heading of the command's help that it stands under; empty for none.
    let group: String
    /// Whether it is true or false.
    let isFlag: Bool
    /// Whether `no-` before the name turns the flag off.
    let isInvertible: Bool
    /// Whether it may be given more than once.
    let isRepeating: Bool
    /// Whether its value names a file.
    let isFile: Bool
    /// The value where none is given; nil for none.
    let fallback: String?
    /// The values there are; empty where they are open.
    let values: [String]
  }

  /// The keys, in the order of the command's help.
  let keys: [Key]

  /// The keys that are options of `Options`.
  init<Options: ParsableArguments>(of options: Options.Type) {
    let text = options._dumpHelp()
    let found = (try? JSONDecoder().decode(Dump.self, from: Data(text.utf8)))?.command.arguments ?? []
    let names = Set(found.compactMap(\.name))
    keys = found.compactMap { argument in
      guard let name = argument.name, argument.kind != "positional", name != "help" else { return nil }
      if argument.kind == "flag", name.hasPrefix("no-"), names.contains(String(name.dropFirst(3))) { return nil }
      let isFlag = argument.kind == "flag"
      return Key(
        name: name, help: argument.abstract ?? "", group: argument.sectionTitle ?? "", isFlag: isFlag,
        isInvertible: isFlag && names.contains("no-" + name), isRepeating: argument.isRepeating ?? false,
        isFile: argument.valueName == "file",
        fallback: isFlag ? (argument.defaultValue == nil ? "false" : "true") : argument.defaultValue,
        values: argument.allValues ?? [])
    }
  }

  /// The key called `name`.
  subscript(name: String) -> Key? { keys.first { $0.name == name } }

  /// The part of the parser's own description that is needed.
  private struct Dump: Decodable {
    let command: Command

    struct Command: Decodable {
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      struct Name: Decodable {
        let name: String
        let kind: String
      }
      let kind: String
      let names: [Name]?
      let valueName: String?
      let abstract: String?
      let sectionTitle: String?
      let defaultValue: String?
      let allValues: [String]?
      let isRepeating: Bool?

      /// The long name.
      var name: String? { names?.first { $0.kind == "long" }?.name ?? names?.first?.name }
    }
  }
}
