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
    if reading.titleHead >= first { noun = reading.titleHead }
    let nameStart = max(noun + 1, first, reading.titleEnd)
    if nameStart < stop, tokens[nameStart].isCapitalised {
      return readName(&reading, noun: noun, name: nameStart..<stop, first: first)
    }
    guard noun >= 0 else { return false }
    return readNoun(&reading, at: noun, first: first)
  }

  /// Whether a word that could be a noun is the end of a person's name: "Stephen King".
  func isSurname(_ index: Int, stop: Int, first: Int) -> Bool {
    index > first && tokens[index].isCapitalised && tokens[index - 1].isCapitalised
      && language.nouns.gender(ofGivenName: tokens[index - 1].word) != .unknown
  }

  /// The end of the modifiers, nouns and names that begin at `first`; notes the state that they say.
  func run(from first: Int, reading: inout Reading) -> Int {
    var index = first
    var last = first
    let hasDeterminer = reading.mention.determiner != .none
    var isAdjective = false
    while index < end, index < first + 14, tokens[index].kind == .word, !beginsAnother(index, after: first) {
      if let known = gazetteerName(at: index) {
        isAdjective = true
        note(known.entry, tokens: index..<index + known.count, isFirst: index == first, reading: &reading)
        index += known.count
        last = index
        guard isModifier(known.entry, before: index, first: first) else { break }
        continue
      }
      if isNameWord(index) {
        if last > first, !tokens[last - 1].isCapitalised, noun(at: last - 1) == nil, !hasDeterminer { break }
        index += 1
        last = index
        isAdjective = hasDeterminer
      } else if noun(at: index) != nil, !traits.traits[index].contains(.function), noun(at: index)?.kind != .title {
        index += 1
        last = index
        isAdjective = true
      } else if let title = titleEnd(at: index, after: first) {
        (reading.titleHead, reading.titleEnd) = (index - 1, title)
        index = title
      } else if isParticle(at: index, after: first) {
        index += 1
      } else if isSmallModifier(index) || (hasDeterminer && last == first && isSmallBeforeNoun(index)),
        hasDeterminer || isAdjective || last == first,
        leadsToNoun(from: index, isFirst: last == first)
      {
        index += 1
      } else {
        break
      }
    }
    return last
  }

  /// Notes what the gazetteer knows of a name, and the state that it says.
  private func note(_ known: Int, tokens: Range<Int>, isFirst: Bool, reading: inout Reading) {
    let state = gazetteer.states[known]
    if state >= 0, reading.mention.state < 0 || isFirst { reading.mention.state = state }
    guard gazetteer.entries[known].kind != .demonym else { return }
    reading.mention.entry = Int32(known)
    reading.known = tokens
  }

  /// Whether a name that the gazetteer has tells more of what comes after it.
  private func isModifier(_ known: Int, before index: Int, first: Int) -> Bool {
    let entry = gazetteer.entries[known]
    return entry.kind == .demonym || (leadsOfficially(from: index) && !isPlace(entry, at: first))
  }

  /// The gazetteer's name at `index`, where its capital is that of a name.
  func gazetteerName(at index: Int) -> (entry: Int, count: Int)? {
    guard tokens[index].isCapitalised else { return nil }
    return gazetteer.name(at: index, in: tokens, end: end)
  }

  /// Whether a noun comes after a state's name, which is an adjective then: "Sundrey Foreign Ministry".
  func leadsOfficially(from index: Int) -> Bool {
    var ahead = index
    while ahead < min(end, index + 4), tokens[ahead].kind == .word, !traits.traits[ahead].contains(.function) {
      if noun(at: ahead) != nil, !traits.traits[ahead].contains(.verb) || tokens[ahead].isCapitalised { return true }
      guard
        tokens[ahead].isCapitalised || (ahead == index && isSmallBeforeNoun(ahead) && !tokens[ahead + 1].isCapitalised)
      else { return false }
      ahead += 1
    }
    return false
  }

  /// Whether capitals after a small noun are another phrase's: "On the other side General Corvo Lasht denied".
  func beginsAnother(_ index: Int, after first: Int) -> Bool {
    guard index > first, tokens[index].isCapitalised, !tokens[index - 1].isCapitalised,
      let before = noun(at: index - 1)
    else { return false }
    return before.kind == .side || before.kind == .state
      || (before.kind == .body && !words.named.contains(before.family))
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
