/// What is looked up in a gazetteer.
final class GazetteerTables: Sendable {
  /// The names.
  let entries: [GazetteerEntry]
  /// The place of each name among the entries.
  let indices: [String: Int32]
  /// For each entry, the one that a statement of it is a statement of.
  let actors: [Int32]
  /// For each entry, the state that it is of; -1 where there is none.
  let states: [Int32]
  /// For each entry that is a state, its first demonym; -1 where there is none.
  let demonyms: [Int32]
  /// What people are known by, by each of their names.
  let people: [String: String]
  /// The entries but those of people by their words.
  let names: NameWords

  /// Follows each entry to the one that it belongs to or stands for.
  ///
  /// - Precondition: the entries have passed a reader.
  init(entries: [GazetteerEntry]) {
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
    (self.indices, self.actors, self.states, self.demonyms) = (indices, actors, states, demonyms)
    let isPerson = entries.indices.map { entries[Int(actors[$0])].kind == .person }
    names = NameWords(names: entries.indices.map { isPerson[$0] ? "" : entries[$0].name })
    people = Dictionary(
      uniqueKeysWithValues: entries.indices.filter { isPerson[$0] }.map {
        (entries[$0].name, entries[Int(actors[$0])].name)
      })
  }
}
