extension MentionFinder {
  /// Takes what tells more of a noun without a name: "of the Palvand police", "for the mission", "in Merenth".
  mutating func readAttachments(_ reading: inout Reading) {
    for _ in 0..<2 {
      guard let after = attachment(to: reading.mention, at: reading.next) else { return }
      if reading.mention.owner < 0 { reading.mention.owner = after.owner }
      if reading.mention.state < 0, after.owner >= 0 { reading.mention.state = state(of: found[Int(after.owner)]) }
      reading.next = after.next
    }
  }

  /// The state that a mention is, or is said to be of.
  func state(of mention: Mention) -> Int32 {
    mention.entry >= 0 ? gazetteer.states[Int(mention.entry)] : mention.state
  }

  private mutating func attachment(to mention: Mention, at index: Int) -> (next: Int, owner: Int32)? {
    guard index + 1 < end, tokens[index].kind == .word, let kind = noun(at: mention.noun) else { return nil }
    if has(words.of, at: index) { return whole(at: index + 1) }
    let isPerson = kind.kind == .person
    if has(words.whereAt, at: index) || (has(words.from, at: index) && isPerson) {
      return traits.traits[index + 1].contains(.capital) && !classes(at: index + 1).contains(.time)
        ? owner(at: index + 1) : nil
    }
    if isPerson, has(words.forWhom, at: index) { return owner(at: index + 1) }
    if isPerson, has(words.to, at: index) {
      return traits.traits[index + 1].contains(.capital) || classes(at: index + 1).contains(.determiner)
        ? owner(at: index + 1) : nil
    }
    if isPerson, has(words.close, at: index), has(words.to, at: index + 1), index + 2 < end {
      if classes(at: index + 2).contains(.objectPronoun) { return (index + 3, -1) }
      return owner(at: index + 2)
    }
    return nil
  }

  /// The phrase at `index`, whatever it is.
  private mutating func owner(at index: Int) -> (next: Int, owner: Int32)? {
    let slot = found.count
    guard let next = phrase(at: index) else { return nil }
    found[slot].canSpeak = false
    return (next, Int32(slot))
  }

  /// What stands after "of": a phrase, or words that no list has.
  mutating func whole(at index: Int) -> (next: Int, owner: Int32)? {
    if let owner = owner(at: index) { return owner }
    var next = index
    while next < end, next < index + 4, tokens[next].kind == .word,
      !classes(at: next).isDisjoint(with: [.determiner, .possessive, .quantifier, .relative])
    { next += 1 }
    while next < end, next < index + 6, isSmallModifier(next) || traits.traits[next].contains(.capital),
      tokens[next].kind == .word
    { next += 1 }
    return next > index ? (next, -1) : nil
  }

  /// Takes a name that stands after a comma: "Armenia's defence minister, Vagharshak Harutiunian".
  ///
  /// Not where the name has an apposition of its own, as in "the president, Ysa Kelmar, his spokeswoman, said".
  mutating func readNameAfterComma(_ reading: inout Reading) {
    let determiner = reading.mention.determiner
    guard has(.comma, at: reading.next), determiner != .indefinite, determiner != .none, !reading.mention.isPlural,
      noun(at: reading.mention.noun)?.kind == .person, isNameWord(reading.next + 1)
    else { return }
    var named = Reading(
      mention: Mention(tokens: reading.next + 1..<reading.next + 2, form: .noun), next: reading.next + 1)
    guard readCore(&named), named.mention.name.count > 1, named.mention.entry < 0,
      has(.comma, at: named.next) || named.next < end && language.cues.isVerb(tokens[named.next].word)
    else { return }
    if has(.comma, at: named.next), classes(at: named.next + 1).contains(.possessive) { return }
    reading.mention.form = .name
    reading.mention.name = named.mention.name
    reading.next = named.next
  }
}
