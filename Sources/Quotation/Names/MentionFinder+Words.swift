/// What single words are to a phrase, by what stands around them.
extension MentionFinder {
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
  func isLikelySubject(_ index: Int) -> Bool {
    guard tokens[index].word == .unknown, index + 1 < end, traits.traits[index + 1].contains(.verb) else {
      return false
    }
    return text[Int(tokens[index].end) - 1] != UInt8(ascii: "s") && !hasVerbEnding(index)
  }

  /// "Ursula von der Leyen": a small word within a name.
  func isParticle(at index: Int, after first: Int) -> Bool {
    guard index > first, has(words.particles, at: index), tokens[index - 1].kind == .word else { return false }
    var next = index + 1
    while next < min(end, index + 3), has(words.particles, at: next) { next += 1 }
    return next < end && traits.traits[next].contains(.capital)
  }

  /// Whether small words from `index` on lead to a noun.
  func leadsToNoun(from index: Int, isFirst: Bool) -> Bool {
    for ahead in (index + 1..<index + (isFirst ? 5 : 3)).clamped(to: index..<end) {
      guard tokens[ahead].kind == .word else { return false }
      if noun(at: ahead) != nil, !traits.traits[ahead].contains(.function) { return true }
      if isFirst, traits.traits[ahead].contains(.capital) { continue }
      if !isSmallModifier(ahead) { return false }
    }
    return false
  }

  /// Whether a name at `first` says where something is, and no more: "In Moscow President Putin said".
  func isPlace(_ entry: GazetteerEntry, at first: Int) -> Bool {
    (entry.kind == .capital || entry.kind == .metonym) && first > 0
      && (words.whereAt.contains(tokens[first - 1].word) || tokens[first - 1].word == words.from)
  }

  /// The token after a title with "of" at `index`, where a name follows it: "Secretary of State Antony Blinken".
  func titleEnd(at index: Int, after first: Int) -> Int? {
    guard index > first, has(words.of, at: index), tokens[index - 1].isCapitalised,
      noun(at: index - 1)?.kind == .person, index + 2 < end, traits.traits[index + 1].contains(.capital)
    else { return nil }
    let known = gazetteer.name(at: index + 1, in: tokens, end: end)?.count ?? 1
    var next = index + 1 + known
    if next + 1 < end, has(words.and, at: next), traits.traits[next + 1].contains(.capital) { next += 2 }
    return next < end && traits.traits[next].contains(.capital) ? next : nil
  }
}
