internal import Corpora
internal import Reproducibility

/// Names of states, of what stands for them, and of organisations, with whom each belongs to.
///
/// Looking a name up takes the time of its words, however many names there are.
public struct Gazetteer: Sendable {
  /// The names that this library comes with.
  public static let bundled = Gazetteer(entries: [], adding: [PackageResources.en_gazetteer_csv, PackageResources.ru_gazetteer_csv])

  /// The names, each of which is there once.
  public let entries: [GazetteerEntry]
  /// For each entry, the one that a statement of it is a statement of: a state for its capital, itself for a body.
  let actors: [Int32]
  /// For each entry, the state that it is of, itself included; -1 where there is none.
  let states: [Int32]
  /// For each entry that is a state, its first demonym; -1 where there is none.
  let demonyms: [Int32]
  private let table: NameWords
  /// The names of people by each of their names.
  private let people: [String: String]

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
    self.init(entries: reader.entries)
  }

  /// Reads what is part of this library.
  private init(entries: [GazetteerEntry], adding files: [[UInt8]]) {
    var reader = GazetteerReader(file: "Resources", extending: entries)
    do {
      for bytes in files { try reader.read(bytes) }
    } catch {
      preconditionFailure("the library's own gazetteer: \(error)")
    }
    self.init(entries: reader.entries)
  }

  /// - Precondition: the entries have passed a reader.
  private init(entries: [GazetteerEntry]) {
    self.entries = entries
    let indices = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, Int32($0)) })
    let owners = entries.map { indices[$0.of] ?? -1 }
    var actors: [Int32] = []
    var states: [Int32] = []
    var demonyms = [Int32](repeating: -1, count: entries.count)
    for index in entries.indices {
      var actor = index
      while [.alias, .capital, .metonym, .demonym].contains(entries[actor].kind) { actor = Int(owners[actor]) }
      actors.append(Int32(actor))
      var state = actor
      while entries[state].kind != .state, owners[state] >= 0 { state = Int(owners[state]) }
      states.append(entries[state].kind == .state ? Int32(state) : -1)
      if entries[index].kind == .demonym, demonyms[actor] < 0 { demonyms[actor] = Int32(index) }
    }
    (self.actors, self.states, self.demonyms) = (actors, states, demonyms)
    let isPerson = entries.indices.map { entries[Int(actors[$0])].kind == .person }
    table = NameWords(names: entries.indices.map { isPerson[$0] ? "" : entries[$0].name })
    people = Dictionary(
      uniqueKeysWithValues: entries.indices.filter { isPerson[$0] }.map { (entries[$0].name, entries[Int(actors[$0])].name) })
  }

  /// The name by which a person is known whom an article calls `name`, as one is who is written in two scripts.
  func person(named name: String) -> String { people.isEmpty ? name : people[name] ?? name }

  /// The longest name that begins with the token at `index`, and how many tokens it has; nil where there is none.
  ///
  /// Capitals count: "US" is a name and "us" is not.
  func name(at index: Int, in tokens: [Token], end: Int) -> (entry: Int, count: Int)? {
    table.longest(at: index, in: tokens, end: end)
  }
}
