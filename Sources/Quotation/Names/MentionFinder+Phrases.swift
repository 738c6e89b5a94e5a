extension MentionFinder {
  /// A phrase that is being read: what it is so far, and the token after it.
  struct Reading {
    var mention: Mention
    var next: Int
    /// The tokens of the gazetteer's name that was read last.
    var known = 0..<0
    /// The head of a title with "of" in it, and the token after the title; -1 where there is none.
    var titleHead = -1
    var titleEnd = -1
  }

  /// How many phrases one may stand in: "the aide of the head of the office of the president".
  private static let deepest = 4

  /// Takes a phrase, or two names with "and" between them, and gives the token after; nil where there is none.
  mutating func phrases(at index: Int) -> Int? {
    let first = found.count
    guard let after = phrase(at: index) else { return nil }
    guard has(words.and, at: after), found[first].form == .name, found[first].determiner != .indefinite else {
      return after
    }
    let second = found.count
    guard let last = phrase(at: after + 1) else { return after }
    guard found[second].form == .name, isNamedAlike(found[first], found[second]) else {
      found.removeSubrange(second...)
      return after
    }
    var pair = Mention(tokens: index..<last, form: .pair)
    (pair.owner, pair.second, pair.isPlural, pair.isTwo) = (Int32(first), Int32(second), true, true)
    found.append(pair)
    return last
  }

  /// Whether both are known to the gazetteer, or neither is.
  private func isNamedAlike(_ one: Mention, _ other: Mention) -> Bool { (one.entry >= 0) == (other.entry >= 0) }

  /// Takes one phrase with what belongs to it and gives the token after; what is inside of it comes after it in `found`.
  mutating func phrase(at index: Int) -> Int? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    let slot = found.count
    found.append(Mention(tokens: index..<index + 1, form: .noun))
    var reading = Reading(mention: found[slot], next: index)
    readDeterminer(&reading)
    guard readCore(&reading) || readUnknown(&reading) else {
      found.removeSubrange(slot...)
      return nil
    }
    addBodyOfTitle(reading)
    for _ in 0..<Self.deepest where has(words.possessive, at: reading.next) {
      guard readPossession(&reading) else { break }
    }
    if reading.mention.form == .noun { readAttachments(&reading) }
    if reading.mention.name.isEmpty { readNameAfterComma(&reading) }
    reading.mention.tokens = index..<reading.next
    found[slot] = reading.mention
    return reading.next
  }

  /// Takes "the", "his", "two", "the other" and so on.
  private func readDeterminer(_ reading: inout Reading) {
    var index = reading.next
    while index < end, index < reading.next + 4 {
      let classes = classes(at: index)
      let isNumber = tokens[index].kind == .number && index > reading.mention.tokens.lowerBound
      guard isNumber || !classes.isDisjoint(with: [.determiner, .possessive, .quantifier]) else { break }
      if has(words.distributive, at: index) {
        reading.mention.determiner = .distributive
      } else if classes.contains(.possessive) {
        reading.mention.determiner = .possessive
      } else if has(words.indefinite, at: index) {
        if reading.mention.determiner == .none { reading.mention.determiner = .indefinite }
      } else if reading.mention.determiner == .none {
        reading.mention.determiner = classes.contains(.quantifier) || isNumber ? .indefinite : .definite
      }
      if has(words.several, at: index) || isNumber { reading.mention.isPlural = true }
      if has(words.two, at: index) || has(words.both, at: index) { reading.mention.isTwo = true }
      index += 1
    }
    reading.next = index
  }

  /// Takes "one of the rescued", and "the trawler" where something of it follows; false for other words that no list has.
  private mutating func readUnknown(_ reading: inout Reading) -> Bool {
    let first = reading.mention.tokens.lowerBound
    guard reading.next > first else { return false }
    reading.mention.form = .other
    if has(words.of, at: reading.next), classes(at: reading.next - 1).contains(.quantifier) {
      guard let whole = whole(at: reading.next + 1) else { return false }
      reading.mention.owner = whole.owner
      reading.next = whole.next
      return true
    }
    var index = reading.next
    while index < min(end, reading.next + 4), isSmallModifier(index) { index += 1 }
    guard index > reading.next, has(words.possessive, at: index) else { return false }
    reading.next = index
    return true
  }

  /// Takes "'s" and what is owned; what was read so far becomes the owner. False where nothing owned follows.
  private mutating func readPossession(_ reading: inout Reading) -> Bool {
    var owner = reading.mention
    owner.tokens = owner.tokens.lowerBound..<reading.next
    owner.canSpeak = false
    var owned = Mention(tokens: owner.tokens.lowerBound..<reading.next, form: .noun)
    owned.determiner = .genitive
    owned.owner = Int32(found.count)
    if owner.entry >= 0 { owned.state = gazetteer.states[Int(owner.entry)] }
    if owned.state < 0 { owned.state = owner.state }
    let slot = found.count
    found.append(owner)
    var next = Reading(mention: owned, next: reading.next + 1)
    guard readCore(&next) else {
      found.removeSubrange(slot...)
      return false
    }
    reading = next
    addBodyOfTitle(next)
    return true
  }

  /// Notes the body in "Iran's Foreign Ministry spokesman": "the ministry" can mean it from there on.
  private mutating func addBodyOfTitle(_ reading: Reading) {
    let head = reading.mention.noun
    guard head > reading.mention.tokens.lowerBound, noun(at: head)?.kind == .person,
      let body = noun(at: head - 1), body.kind == .body
    else { return }
    var mention = Mention(tokens: head - 1..<head, form: .noun)
    if body.family == words.families.ministry, head - 2 >= reading.mention.tokens.lowerBound,
      isPortfolio(head - 2)
    {
      mention.tokens = head - 2..<head
      mention.portfolio = tokens[head - 2].spelling
    }
    mention.noun = head - 1
    mention.determiner = .definite
    mention.state = reading.mention.state
    mention.canSpeak = false
    found.append(mention)
  }

  /// Whether a word before "ministry" says what for, and not of which state.
  private func isPortfolio(_ index: Int) -> Bool {
    tokens[index].kind == .word && !traits.traits[index].contains(.function) && !has(words.possessive, at: index)
      && gazetteer.name(at: index, in: tokens, end: end) == nil
  }
}
