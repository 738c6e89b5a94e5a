extension DiscourseReader {
  /// Whom a noun without a name means.
  mutating func entity(ofNoun mention: Mention, at index: Int) -> Int32 {
    guard let noun = noun(of: mention) else { return unnamed(mention, kind: .unknown, at: index) }
    switch noun.kind {
    case .side: return entity(ofSide: mention, at: index)
    case .state: return entity(ofState: mention, at: index)
    case .body: return entity(ofBody: mention, at: index)
    case .person, .title: return entity(ofPerson: mention, noun: noun, at: index)
    }
  }

  // MARK: People

  private mutating func entity(ofPerson mention: Mention, noun: NounLexicon.Noun, at index: Int) -> Int32 {
    if mention.isTwo, mention.determiner != .indefinite, noun.isPlural { return two(of: mention, at: index) }
    if mention.isPlural || noun.isPlural { return people(mention, at: index) }
    if let named = apposed(mention, at: index) { return named }
    let isKnown =
      mention.determiner == .definite || mention.determiner == .genitive || mention.determiner == .possessive
    if isKnown || (mention.determiner == .none && article.tokens[mention.noun].isCapitalised) {
      let bearer = bearer(of: mention, noun: noun, at: index)
      if bearer >= 0 { return bearer }
    }
    if noun.family == families.spokesperson, let body = bodyOwner(of: mention) { return body }
    return unnamed(mention, kind: .person, at: index)
  }

  /// The one whom a noun after a name and a comma tells more of: "Ilmar Sedrath, the Velzani prime minister".
  private mutating func apposed(_ mention: Mention, at index: Int) -> Int32? {
    guard index > 0, mention.canSpeak else { return nil }
    var previous = index - 1
    while previous > 0, previous > index - 4, mentions.all[previous].form != .name { previous -= 1 }
    let name = mentions.all[previous]
    let comma = name.tokens.upperBound
    guard name.form == .name, comma + 1 == mention.tokens.lowerBound, article.tokens[comma].kind == .comma else {
      return nil
    }
    let entity = resolved[previous]
    guard entity >= 0, self[entity].kind == .person || self[entity].kind == .unknown else { return nil }
    guard let noun = noun(of: mention), self[entity].gender.fits(noun.gender) else { return nil }
    if self[entity].families != 0, self[entity].families & family(of: mention) == 0, mention.determiner == .possessive {
      return nil
    }
    describe(entity, by: mention, setting: settings[index])
    self[entity].kind = .person
    return entity
  }

  /// The body that a spokesman without a name speaks for.
  private func bodyOwner(of mention: Mention) -> Int32? {
    guard mention.owner >= 0 else { return nil }
    let owner = resolved[Int(mention.owner)]
    return owner >= 0 && (self[owner].kind == .body || self[owner].kind == .state) ? owner : nil
  }

  /// The last whom a definite noun fits: "the minister", "the Kestrian spokesman".
  private mutating func bearer(of mention: Mention, noun: NounLexicon.Noun, at index: Int) -> Int32 {
    let wanted = family(of: mention)
    let state = stateSaid(by: mention)
    var best: Int32 = -1
    var bestScore = 0
    let owner = mention.determiner == .possessive ? self.owner(of: mention, at: index) : -1
    let subject = settings[index].isSubject ? -1 : subjectOfClause(of: index)
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, entity != owner, entity != subject, self[entity].kind == .person,
        self[entity].gender.fits(noun.gender)
      else { continue }
      let distance = Int(settings[index].sentence - settings[candidate].sentence)
      let score =
        fit(of: entity, wanted: wanted, state: state, mention: mention, distance: distance)
        - min(4 * distance, 36) + (settings[candidate].isSubject ? 2 : 0)
        - (settings[candidate].depth > settings[index].depth ? 4 : 0)
      if score > bestScore { (best, bestScore) = (entity, score) }
    }
    if best < 0 { best = laterBearer(of: mention, noun: noun, wanted: wanted, state: state, after: index) }
    if best >= 0, self[best].state < 0 { self[best].state = state }
    return best
  }

  /// How well a person fits what a noun says, from all that is known of the person; what contradicts it outweighs all.
  private func fit(of entity: Int32, wanted: UInt64, state: Int32, mention: Mention, distance: Int) -> Int {
    let known = self[entity]
    let isSameNoun = known.head == spelling(mention.noun)
    var score = 0
    if known.families & wanted != 0, isSameNoun || (known.lastWord != 0 && wanted & families.exchangeable != 0) {
      score += isSameNoun ? 52 : 48
    } else {
      if wanted == families.leader.bit, state >= 0, known.state == state, known.families & families.rulers != 0 {
        return distance <= 4 ? 24 : -100
      }
      let isOpen = known.families & ~families.vague == 0 && known.lastWord != 0 && wanted & families.exchangeable != 0
      guard isOpen, distance <= 2, mention.determiner == .definite else { return -100 }
      score += 12
    }
    if state >= 0, known.state >= 0 { score += known.state == state ? 16 : -60 }
    let isMinister = noun(of: mention)?.family == families.minister && wanted != families.premier.bit
    if isMinister, mention.portfolio != 0, known.portfolio != 0 {
      score += known.portfolio == mention.portfolio ? 20 : -60
    }
    return score
  }

  /// One who is named only later, as headlines do: "Velzan PM tells rioters".
  private func laterBearer(
    of mention: Mention, noun: NounLexicon.Noun, wanted: UInt64, state: Int32, after index: Int
  ) -> Int32 {
    guard mention.determiner == .none, settings[index].paragraph == 0 else { return -1 }
    for candidate in (index + 1..<index + Self.reach).clamped(to: index..<mentions.all.count) {
      let other = mentions.all[candidate]
      guard other.form == .name, other.noun >= 0, family(of: other) & wanted != 0, other.entry < 0 else { continue }
      if state >= 0, other.state >= 0, other.state != state { continue }
      return latestNamesake(spelling(other.name.upperBound - 1))
    }
    return -1
  }

  /// The last two persons, or the last two of a kind: "the two men", "both ministers".
  private mutating func two(of mention: Mention, at index: Int) -> Int32 {
    guard let noun = noun(of: mention) else { return -1 }
    var found: [Int32] = []
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, self[entity].kind == .person, self[entity].lastWord != 0, !found.contains(entity) else {
        continue
      }
      let isOfFamily =
        noun.family.bit & (families.man.bit | families.vague) != 0 || self[entity].families & noun.family.bit != 0
      guard isOfFamily, self[entity].gender.fits(noun.gender) else { continue }
      found.append(entity)
      if found.count == 2 { return pair(found[1], found[0]) }
    }
    return people(mention, at: index)
  }

  private mutating func people(_ mention: Mention, at index: Int) -> Int32 {
    unnamed(mention, kind: .people, at: index)
  }

  // MARK: States

  /// "the Ardavian side", "both sides", "the delegation".
  private mutating func entity(ofSide mention: Mention, at index: Int) -> Int32 {
    let state = stateSaid(by: mention)
    if state >= 0 { return entity(ofEntry: state) }
    let isAll =
      mention.determiner == .distributive || mention.isTwo || mention.isPlural || noun(of: mention)?.isPlural == true
    if isAll, sides.0 >= 0 { return bothSides() }
    return unnamed(mention, kind: isAll ? .people : .body, at: index)
  }

  /// "the Russian government", "both governments", "the cabinet".
  private mutating func entity(ofState mention: Mention, at index: Int) -> Int32 {
    if stateSaid(by: mention) >= 0 || noun(of: mention)?.isPlural == true { return entity(ofSide: mention, at: index) }
    if mention.determiner == .distributive || mention.isTwo { return entity(ofSide: mention, at: index) }
    let owner = mention.determiner == .possessive ? self.owner(of: mention, at: index) : lastSubject(before: index)
    if owner >= 0, self[owner].state >= 0 { return entity(ofEntry: self[owner].state) }
    let state = contextState(at: index)
    return state >= 0 ? entity(ofEntry: state) : unnamed(mention, kind: .body, at: index)
  }

  /// The last subject that somebody is known by.
  private func lastSubject(before index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - 12), by: -1)
    where settings[candidate].isSubject && resolved[candidate] >= 0 {
      return resolved[candidate]
    }
    return -1
  }

  /// The state that was spoken of last.
  func contextState(at index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - 40), by: -1) {
      let mention = mentions.all[candidate]
      let said = mention.entry >= 0 ? gazetteer.states[Int(mention.entry)] : mention.state
      guard said >= 0, settings[candidate].depth == 0 else { continue }
      return said
    }
    return -1
  }
}
