extension MentionFinder {
  /// A phrase that is being read: what it is so far, and the token after it.
  struct Reading {
    var mention: Mention
    var next: Int
    /// The tokens of the gazetteer's name that was read last.
    var known = 0..<0
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
    while has(words.possessive, at: reading.next), readPossession(&reading) {}
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
    return true
  }
}

// MARK: The core: modifiers, noun, name

extension MentionFinder {
  /// Takes modifiers, a noun and a name as far as they are there; false where neither a noun nor a name is.
  func readCore(_ reading: inout Reading) -> Bool {
    let first = reading.next
    let stop = run(from: first, reading: &reading)
    guard stop > first else { return false }
    var noun = -1
    for index in first..<stop where self.noun(at: index) != nil && !isSurname(index, stop: stop, first: first) {
      noun = index
    }
    let nameStart = max(noun + 1, first)
    if nameStart < stop, tokens[nameStart].isCapitalised {
      return readName(&reading, noun: noun, name: nameStart..<stop, first: first)
    }
    guard noun >= 0 else { return false }
    return readNoun(&reading, at: noun, first: first)
  }

  /// Whether a word that could be a noun is the end of a person's name: "Stephen King".
  private func isSurname(_ index: Int, stop: Int, first: Int) -> Bool {
    index > first && tokens[index].isCapitalised && tokens[index - 1].isCapitalised
      && language.nouns.gender(ofGivenName: tokens[index - 1].word) != .unknown
  }

  /// The end of the modifiers, nouns and names that begin at `first`; notes the state that they say.
  private func run(from first: Int, reading: inout Reading) -> Int {
    var index = first
    var last = first
    let hasDeterminer = reading.mention.determiner != .none
    var isAdjective = false
    while index < end, index < first + 14, tokens[index].kind == .word, !beginsAnother(index, after: first) {
      if let known = gazetteerName(at: index) {
        let entry = gazetteer.entries[known.entry]
        isAdjective = true
        if gazetteer.states[known.entry] >= 0, reading.mention.state < 0 || index == first {
          reading.mention.state = gazetteer.states[known.entry]
        }
        if entry.kind != .demonym {
          reading.mention.entry = Int32(known.entry)
          reading.known = index..<index + known.count
        }
        index += known.count
        last = index
        if entry.kind == .demonym || leadsOfficially(from: index) { continue }
        break
      }
      if isNameWord(index) {
        if last > first, !tokens[last - 1].isCapitalised, noun(at: last - 1) == nil, !hasDeterminer { break }
        index += 1
        last = index
        isAdjective = !hasDeterminer ? false : true
      } else if noun(at: index) != nil, !traits.traits[index].contains(.function), noun(at: index)?.kind != .title {
        index += 1
        last = index
        isAdjective = true
      } else if isParticle(at: index, after: first) {
        index += 1
      } else if isSmallModifier(index) || (hasDeterminer && last == first && isSmallBeforeNoun(index)), hasDeterminer || isAdjective || last == first,
        leadsToNoun(from: index, isFirst: last == first)
      {
        index += 1
      } else {
        break
      }
    }
    return last
  }

  /// The gazetteer's name at `index`, where its capital is that of a name.
  private func gazetteerName(at index: Int) -> (entry: Int, count: Int)? {
    guard tokens[index].isCapitalised else { return nil }
    return gazetteer.name(at: index, in: tokens, end: end)
  }

  /// Whether a noun comes after a state's name, which is an adjective then: "Sundrey Foreign Ministry".
  private func leadsOfficially(from index: Int) -> Bool {
    var ahead = index
    while ahead < min(end, index + 4), tokens[ahead].kind == .word, !traits.traits[ahead].contains(.function) {
      if noun(at: ahead) != nil, !traits.traits[ahead].contains(.verb) || tokens[ahead].isCapitalised { return true }
      guard tokens[ahead].isCapitalised || (ahead == index && isSmallBeforeNoun(ahead)) else { return false }
      ahead += 1
    }
    return false
  }

  /// Whether capitals after a small noun are another phrase's: "On the other side General Corvo Lasht denied".
  private func beginsAnother(_ index: Int, after first: Int) -> Bool {
    guard index > first, tokens[index].isCapitalised, !tokens[index - 1].isCapitalised,
      let before = noun(at: index - 1)
    else { return false }
    return before.kind == .side || before.kind == .state || (before.kind == .body && !words.named.contains(before.family))
  }

  /// Whether the word at `index` belongs to a name.
  func isNameWord(_ index: Int) -> Bool {
    guard index < end, traits.traits[index].contains(.capital) else { return false }
    guard traits.traits[index].contains(.initial) else { return true }
    if traits.isConfirmed(tokens[index]) { return true }
    if traits.traits[index].contains(.verb) { return false }
    if has(words.possessive, at: index + 1) { return leadsToNoun(from: index + 1, isFirst: true) }
    if isLikelySubject(index) { return true }
    if noun(at: index) != nil { return index + 1 < end && traits.traits[index + 1].contains(.capital) }
    return index + 1 < end && tokens[index + 1].kind == .word && traits.traits[index + 1].contains(.capital)
      && !traits.traits[index + 1].contains(.verb)
  }

  /// Whether a word that no list has begins a sentence and speaks in it: "Merenth signalled".
  private func isLikelySubject(_ index: Int) -> Bool {
    guard tokens[index].word == .unknown, index + 1 < end, traits.traits[index + 1].contains(.verb) else { return false }
    return text[Int(tokens[index].end) - 1] != UInt8(ascii: "s") && !hasVerbEnding(index)
  }

  /// "Ursula von der Leyen": a small word within a name.
  private func isParticle(at index: Int, after first: Int) -> Bool {
    guard index > first, has(words.particles, at: index), tokens[index - 1].kind == .word else { return false }
    var next = index + 1
    while next < min(end, index + 3), has(words.particles, at: next) { next += 1 }
    return next < end && traits.traits[next].contains(.capital)
  }

  /// Whether small words from `index` on lead to a noun.
  private func leadsToNoun(from index: Int, isFirst: Bool) -> Bool {
    for ahead in index + 1..<min(end, index + (isFirst ? 5 : 3)) + 0 where ahead < end {
      guard tokens[ahead].kind == .word else { return false }
      if noun(at: ahead) != nil, !traits.traits[ahead].contains(.function) { return true }
      if isFirst, traits.traits[ahead].contains(.capital) { continue }
      if !isSmallModifier(ahead) { return false }
    }
    return false
  }

  /// Takes a name after a noun, or alone.
  private func readName(_ reading: inout Reading, noun: Int, name: Range<Int>, first: Int) -> Bool {
    if noun < 0, let known = gazetteer.name(at: name.lowerBound, in: tokens, end: end), known.count == name.count,
      gazetteer.entries[known.entry].kind == .demonym
    {
      let isFollowed = name.upperBound < end && isSmallModifier(name.upperBound)
      if reading.mention.determiner == .none || isFollowed { return false }
    }
    if noun < 0, name.count == 1, reading.mention.determiner == .definite, name.upperBound < end,
      reading.known.isEmpty, isSmallModifier(name.upperBound), !hasVerbEnding(name.upperBound)
    {
      return false
    }
    reading.mention.form = .name
    reading.mention.noun = noun
    reading.mention.name = name
    reading.next = name.upperBound
    if noun >= 0 { reading.mention.portfolio = portfolio(before: noun, first: first) }
    if noun < 0 { dropLeadingStates(&reading) }
    if reading.known != reading.mention.name { reading.mention.entry = -1 }
    return true
  }

  /// "Russian Sergei Lavrov": the state is not part of the name.
  private func dropLeadingStates(_ reading: inout Reading) {
    let name = reading.mention.name
    guard let known = gazetteer.name(at: name.lowerBound, in: tokens, end: end), known.count < name.count,
      gazetteer.entries[known.entry].kind == .demonym
    else { return }
    reading.mention.name = name.lowerBound + known.count..<name.upperBound
  }

  /// Takes a phrase that ends with a noun; one in capitals, as a body's, is its name.
  private func readNoun(_ reading: inout Reading, at noun: Int, first: Int) -> Bool {
    guard let kind = self.noun(at: noun) else { return false }
    reading.mention.noun = noun
    reading.mention.isPlural = reading.mention.isPlural || kind.isPlural
    reading.mention.portfolio = portfolio(before: noun, first: first)
    reading.mention.form = .noun
    reading.next = noun + 1
    if reading.mention.determiner == .none, kind.kind == .title { return false }
    if kind.kind == .body { readOfficialName(&reading, first: first) }
    if reading.known.upperBound != reading.next { reading.mention.entry = -1 }
    readQuotedName(&reading)
    return true
  }

  /// Takes the name in “the newspaper ‘Ashkerat Morning’”.
  private func readQuotedName(_ reading: inout Reading) {
    guard let kind = noun(at: reading.mention.noun), kind.kind == .body, words.named.contains(kind.family),
      reading.next + 2 < end, tokens[reading.next].isQuotationMark, tokens[reading.next + 1].isCapitalised
    else { return }
    var index = reading.next + 1
    while index < min(end, reading.next + 8), tokens[index].kind == .word { index += 1 }
    guard index < end, tokens[index].isQuotationMark else { return }
    reading.mention.form = .name
    reading.mention.name = reading.next + 1..<index
    reading.next = index + 1
  }

  /// "the Joint Observer Mission": capitals before a body's noun are its name, but for those of a state.
  private func readOfficialName(_ reading: inout Reading, first: Int) {
    let noun = reading.mention.noun
    guard tokens[noun].isCapitalised else { return }
    var start = noun
    while start > first, tokens[start - 1].isCapitalised, traits.traits[start - 1].contains(.capital) { start -= 1 }
    if reading.known.upperBound == noun + 1 {
      start = reading.known.lowerBound
    } else {
      while start < noun, let known = gazetteer.name(at: start, in: tokens, end: end),
        gazetteer.states[known.entry] >= 0
      { start += known.count }
    }
    if start < noun { reading.mention.name = start..<noun + 1 }
  }

  private func portfolio(before noun: Int, first: Int) -> UInt32 {
    guard noun > first, tokens[noun - 1].kind == .word else { return 0 }
    let isState = gazetteer.name(at: noun - 1, in: tokens, end: end) != nil
    return isState ? 0 : tokens[noun - 1].spelling
  }
}
