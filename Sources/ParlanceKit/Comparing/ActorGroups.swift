internal import Corpora
internal import WrittenFiles

/// Actors that are taken together: a name for each group, and who is in it.
///
/// The file is YAML: a list of actors under each name, `Yerevan: [Nikol Pashinyan, Ararat Mirzoyan]`.
public struct ActorGroups: Sendable, Hashable {
  /// The file, as the user named it.
  public let path: String
  /// The groups, in the order of the file.
  let groups: [NamedList]

  /// Reads the file at `path`.
  ///
  /// - Throws: `FileError`; `WrittenFileError` with the line of what is no group; `ConfigurationError` for an actor in two groups.
  public init(path: String) throws {
    self.path = path
    groups = try NamedList.read(path, of: "actors", example: "Yerevan: [Nikol Pashinyan, Ararat Mirzoyan]")
    var owners: [String: String] = [:]
    for group in groups {
      for actor in group.items {
        if let owner = owners.updateValue(group.name, forKey: actor.text) {
          throw ConfigurationError(
            "\(path):\(actor.line): \(actor.text.quoted) is in \(group.name.quoted) and in \(owner.quoted) (one group an actor was expected)",
            hint: "take it out of one of them")
        }
      }
    }
  }

  /// The names with those of a group in place of its members'.
  ///
  /// - Throws: `ConfigurationError` with the line of a member of whom there is no statement.
  func gathering(_ actors: [String]) throws -> [String] {
    let known = Set(actors)
    var groupOf: [String: String] = [:]
    for group in groups {
      for actor in group.items {
        guard known.contains(actor.text) else {
          throw ConfigurationError(
            "\(path):\(actor.line): nobody is called \(actor.text.quoted)",
            hint: ActorNames(known).hint(for: actor.text))
        }
        groupOf[actor.text] = group.name
      }
    }
    return actors.map { groupOf[$0] ?? $0 }
  }
}
