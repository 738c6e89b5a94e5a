internal import Corpora
internal import Reproducibility

/// Names of states, of what stands for them, and of organisations, with whom each belongs to.
///
/// Looking a name up takes the time of its words, however many names there are.
public struct Gazetteer: Sendable {
  /// The names that this library comes with.
  public static let bundled = Gazetteer(
    entries: [], adding: [PackageResources.en_gazetteer_csv, PackageResources.ru_gazetteer_csv])

  /// The tables, which are shared by all who have the gazetteer at hand.
  private let tables: GazetteerTables

  /// The names, each of which is there once.
  public var entries: [GazetteerEntry] { tables.entries }
  /// For each entry, the one that a statement of it is a statement of: a state for its capital, itself for a body.
  var actors: [Int32] { tables.actors }
  /// For each entry, the state that it is of, itself included; -1 where there is none.
  var states: [Int32] { tables.states }
  /// For each entry that is a state, its first demonym; -1 where there is none.
  var demonyms: [Int32] { tables.demonyms }

  /// Reads a file of names and adds them to others, or takes their place where they have the same name.
  ///
  /// The columns are `name,kind,of,language`; lines that begin with `#` are passed over.
  /// - Parameters:
  ///   - path: the file, or "-" for the standard input.
  ///   - base: what is extended; nil for none.
  /// - Throws: `CorpusError` with the place of each row that is malformed, is there twice, or is of a name that is not there or
  ///   that leads back to it; `FileError`.
  public init(reading path: String, extending base: Gazetteer? = .bundled) throws {
    try self.init(bytes: InputFile.contents(of: path), file: path, extending: base)
  }

  /// Reads names from memory; see `init(reading:extending:)`.
  ///
  /// - Parameter file: what they are called in complaints.
  public init(bytes: [UInt8], file: String, extending base: Gazetteer? = .bundled) throws {
    var reader = GazetteerReader(file: file, extending: base?.entries ?? [])
    try reader.read(bytes)
    self.init(tables: GazetteerTables(entries: reader.entries))
  }

  /// Reads what is part of this library.
  private init(entries: [GazetteerEntry], adding files: [[UInt8]]) {
    var reader = GazetteerReader(file: "Resources", extending: entries)
    do {
      for bytes in files { try reader.read(bytes) }
    } catch {
      preconditionFailure("the library's own gazetteer: \(error)")
    }
    self.init(tables: GazetteerTables(entries: reader.entries))
  }

  private init(tables: GazetteerTables) { self.tables = tables }

  /// The name by which a person is known whom an article calls `name`, as one is who is written in two scripts.
  public func person(named name: String) -> String { tables.people[name] ?? name }

  /// The entry that another name is of: a state for "UK", a capital for its second name; the entry itself for others.
  public func named(_ entry: GazetteerEntry) -> GazetteerEntry {
    var entry = entry
    while entry.kind == .alias, let index = tables.indices[entry.of] { entry = entries[Int(index)] }
    return entry
  }

  /// The entry of the state that an entry is of, itself included; nil where it is of none.
  package func state(of entry: Int) -> Int? { states[entry] < 0 ? nil : Int(states[entry]) }

  /// The entry of the state that a name is of, people's names included; nil where it is not known or of none.
  ///
  /// Complexity: O(1).
  package func state(ofEntryNamed name: String) -> Int? {
    tables.indices[name].flatMap { state(of: Int($0)) }
  }

  /// The longest name that begins with the token at `index`, and how many tokens it has; nil where there is none.
  ///
  /// Capitals count: "US" is a name and "us" is not.
  package func name(at index: Int, in tokens: [Token], end: Int) -> (entry: Int, count: Int)? {
    tables.names.longest(at: index, in: tokens, end: end)
  }
}
