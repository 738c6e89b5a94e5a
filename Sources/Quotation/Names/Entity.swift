/// Somebody of an article: a person, a body, a state, or several of them.
struct Entity: Sendable, Hashable {
  /// What somebody is.
  enum Kind: UInt8, Sendable {
    case person
    case people
    case body
    case state
    /// Two others.
    case pair
    /// A name of which nothing tells what it names.
    case unknown
  }

  /// What it is called in results.
  enum Label: Sendable, Hashable {
    /// As these tokens are written.
    case written(Range<Int>)
    /// As the gazetteer has it.
    case entry(Int32)
    /// A body of a state: the state's adjective, and what the tokens say, each with a capital for a ministry.
    case ofState(Int32, Range<Int>, isTitle: Bool)
    /// Another's: "Corin Maldreth's office".
    case owned(Int32, Range<Int>)
    /// Two others.
    case pair(Int32, Int32)
    /// A body that the language knows by several names, of a state: the state's entry, and the body's number.
    case body(Int32, Int16)
  }

  /// What it is.
  var kind: Kind
  /// What it is called.
  var label: Label
  /// The gender that words tell.
  var gender = Gender.unknown
  /// The families of the nouns that were said of it.
  var families: UInt64 = 0
  /// The spelling of the noun that was said of it first; 0 for none.
  var head: UInt32 = 0
  /// What of: the spelling of "foreign", "sea"; 0 for none.
  var portfolio: UInt32 = 0
  /// The gazetteer's entry of the state that it is, or is of; -1 where that is not known.
  var state: Int32 = -1
  /// The spelling of the first word of the name, and of the last.
  var firstWord: UInt32 = 0
  var lastWord: UInt32 = 0
  /// The entity before it whose name ends with the same word; -1 for none.
  var namesake: Int32 = -1
  /// Whether what it is called stands in another case than the nominative.
  var isOblique = false
  /// The last mention of it so far; -1 before the first.
  var lastMention: Int32 = -1

  /// Makes one of which nothing more is known.
  init(_ kind: Kind, _ label: Label) {
    self.kind = kind
    self.label = label
  }
}

/// Finds entities by a number, such as the spelling of a name's last word.
struct EntityIndex: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 64)
    values = Array(repeating: -1, count: 64)
  }

  /// The entity of a key other than 0; -1 for none.
  subscript(key: UInt64) -> Int32 {
    get { values[slot(of: key)] }
    set {
      let place = slot(of: key)
      if keys[place] == 0 { count += 1 }
      keys[place] = key
      values[place] = newValue
      if 2 * count > keys.count { grow() }
    }
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    values = Array(repeating: -1, count: 2 * oldKeys.count)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let place = slot(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
