extension DiscourseReader {
  /// Whom a pronoun means.
  mutating func entity(ofPronoun mention: Mention, at index: Int) -> Int32 {
    let word = article.tokens[mention.tokens.lowerBound].word
    if words.who.contains(word) { return antecedent(of: mention, at: index) }
    if words.distributive.contains(word) { return bothSides() }
    let isObject = !mention.canSpeak && !isSource(mention)
    if words.male.contains(word) { return person(.male, at: index, isObject: isObject) }
    if words.female.contains(word) { return person(.female, at: index, isObject: isObject) }
    if words.neuter.contains(word) { return body(at: index) }
    if words.they.contains(word) { return group(at: index) }
    return -1
  }

  /// по его словам: the owner's pronoun means the subject as well as another.
  private func isSource(_ mention: Mention) -> Bool {
    let next = mention.tokens.upperBound
    return article.language.isInflected && next < article.tokens.count
      && article.language.russianWords.sources.contains(article.tokens[next].word)
  }

  /// The two states that the article is about.
  mutating func bothSides() -> Int32 {
    guard sides.0 >= 0 else { return -1 }
    return pair(entity(ofEntry: sides.0), entity(ofEntry: sides.1))
  }

  /// Whom the owner's pronoun before a noun means: "his office".
  mutating func owner(of mention: Mention, at index: Int) -> Int32 {
    let word = article.tokens[mention.tokens.lowerBound].word
    if words.male.contains(word) { return person(.male, at: index, isObject: false) }
    if words.female.contains(word) { return person(.female, at: index, isObject: false) }
    if words.neuter.contains(word) { return body(at: index) }
    return -1
  }

  /// What "who" and "which" stand for: what ends right before.
  private func antecedent(of mention: Mention, at index: Int) -> Int32 {
    var best: Int32 = -1
    var previous = index - 1
    while previous >= 0, previous > index - 6 {
      let gap = mention.tokens.lowerBound - mentions.all[previous].tokens.upperBound
      if gap >= 0, gap <= 1, resolved[previous] >= 0 {
        best = resolved[previous]
        if mentions.all[previous].canSpeak { return best }
      }
      previous -= 1
    }
    return best
  }

  /// How near a mention is and how much it stands out, as a pronoun sees it; larger for what is meant more likely.
  private func prominence(of candidate: Int, from index: Int) -> Int {
    let (there, here) = (settings[candidate], settings[index])
    var score = -4 * Int(here.sentence - there.sentence) - 4 * Int(here.paragraph - there.paragraph)
    if there.isSubject { score += 4 }
    if there.isSpeaker { score += 4 }
    if there.isTopic { score += 3 }
    if !mentions.all[candidate].canSpeak { score -= 3 }
    if there.depth > here.depth { score -= 8 }
    return score
  }

  /// The person whom "he" or "she" means.
  func person(_ gender: Gender, at index: Int, isObject: Bool) -> Int32 {
    var best: Int32 = -1
    var bestScore = Int.min
    let subject = isObject ? subjectOfClause(of: index) : settings[index].depth > 0 ? lastSpeaker(before: index) : -1
    let isInserted = isInserted(index)
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, entity != subject, self[entity].kind == .person || self[entity].kind == .unknown else {
        continue
      }
      guard self[entity].gender.fits(gender) else { continue }
      if isInserted, settings[candidate].sentence == settings[index].sentence, settings[candidate].isSubject {
        continue
      }
      var score = prominence(of: candidate, from: index)
      if self[entity].gender == gender { score += 3 }
      if self[entity].kind == .unknown { score -= 12 }
      if score > bestScore { (best, bestScore) = (entity, score) }
      if settings[index].sentence - settings[candidate].sentence > 12 { break }
    }
    return best
  }

  /// Whether a mention and its verb stand within or after what they report, whose subject is another then: "Karat, she
  /// reported, had replied".
  private func isInserted(_ index: Int) -> Bool {
    let first = mentions.all[index].tokens.lowerBound
    if article.language.isInflected {
      return settings[index].isSpeaker && first > 1 && article.language.cues.isVerb(article.tokens[first - 1].word)
        && article.tokens[first - 2].kind == .comma
    }
    return settings[index].isSpeaker && first > 0 && article.tokens[first - 1].kind == .comma
  }

  /// Who spoke last outside of quotation marks: what is quoted calls that one "I".
  private func lastSpeaker(before index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - 20), by: -1)
    where settings[candidate].isSpeaker && settings[candidate].depth == 0 {
      return resolved[candidate]
    }
    return -1
  }

  /// The subject whose verb has the mention as its object: it is another's.
  func subjectOfClause(of index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      guard settings[candidate].sentence == settings[index].sentence else { return -1 }
      if settings[candidate].isSubject, !isInserted(candidate) { return resolved[candidate] }
    }
    return -1
  }

  /// The body or state that "it" means.
  func body(at index: Int) -> Int32 {
    var best: Int32 = -1
    var bestScore = Int.min
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, self[entity].kind == .body || self[entity].kind == .state || self[entity].kind == .unknown
      else { continue }
      var score = prominence(of: candidate, from: index)
      if self[entity].kind == .unknown { score -= 6 }
      if score > bestScore { (best, bestScore) = (entity, score) }
      if settings[index].sentence - settings[candidate].sentence > 12 { break }
    }
    return best
  }

  /// Those whom "they" means: several people, or a body of many.
  private func group(at index: Int) -> Int32 {
    var best: Int32 = -1
    var bestScore = Int.min
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, self[entity].kind == .people || self[entity].kind == .pair else { continue }
      let score = prominence(of: candidate, from: index)
      if score > bestScore { (best, bestScore) = (entity, score) }
      if settings[index].sentence - settings[candidate].sentence > 8 { break }
    }
    return best
  }
}
