extension DiscourseReader {
  /// Which body a noun means: "the ministry", "the Russian Defense Ministry", "his office", "the Commission".
  mutating func entity(ofBody mention: Mention, at index: Int) -> Int32 {
    guard let noun = noun(of: mention) else { return -1 }
    if mention.entry >= 0 { return entity(ofEntry: mention.entry) }
    if noun.isPlural { return unnamed(mention, kind: .people, at: index) }
    if noun.family == families.ministry { return ministry(mention, at: index) }
    if noun.family == families.statement { return mention.determiner == .definite ? lastBody(before: index) : -1 }
    if let owned = owned(mention, noun: noun, at: index) { return owned }
    if !mention.name.isEmpty, mention.state < 0 { return officialName(mention, at: index) }
    if mention.determiner == .definite, mention.state < 0 {
      let known = lastBody(like: mention, noun: noun, before: index)
      if known >= 0 { return known }
    }
    if mention.determiner == .indefinite { return unnamed(mention, kind: .body, at: index) }
    return ofState(mention, state: stateSaid(by: mention), isTitle: false, at: index)
  }

  /// A body with a name in capitals.
  private mutating func officialName(_ mention: Mention, at index: Int) -> Int32 {
    var named = mention
    named.form = .name
    return entity(ofName: named, at: index)
  }

  /// "his office", "Quell's staff": a body of a person's is called by the person's full name.
  private mutating func owned(_ mention: Mention, noun: NounLexicon.Noun, at index: Int) -> Int32? {
    var owner: Int32 = -1
    if mention.determiner == .possessive { owner = self.owner(of: mention, at: index) }
    if mention.determiner == .genitive, mention.owner >= 0 { owner = resolved[Int(mention.owner)] }
    let isPersonal = noun.family == families.office || noun.family == families.staff || noun.family == families.company
    guard owner >= 0, isPersonal, self[owner].kind == .person || self[owner].kind == .unknown else { return nil }
    return add(Entity(.body, .owned(owner, mention.noun..<mention.noun + 1)))
  }

  // MARK: Ministries

  private mutating func ministry(_ mention: Mention, at index: Int) -> Int32 {
    var state = stateSaid(by: mention)
    if state < 0, let known = qualifiedMinistry(mention, at: index) { return known }
    if mention.portfolio == 0 {
      let known = lastMinistry(portfolio: 0, state: state, before: index)
      if known >= 0 { return known }
      if let other = likeLastMinistry(state: state, before: index) { return other }
    }
    if state < 0 {
      let inSentence = stateInSentence(of: index)
      let known = lastMinistry(portfolio: mention.portfolio, state: inSentence, before: index)
      if known >= 0 { return known }
      state = contextState(at: index)
    }
    let known = lastMinistry(portfolio: mention.portfolio, state: state, before: index)
    return known >= 0 ? known : ofState(mention, state: state, isTitle: true, at: index)
  }

  /// A ministry of a state that the gazetteer does not have: "the Trevannais Foreign Ministry", "Trevanne's foreign ministry".
  private mutating func qualifiedMinistry(_ mention: Mention, at index: Int) -> Int32? {
    var qualifier = -1
    if mention.name.count > 2 { qualifier = mention.name.lowerBound }
    if mention.determiner == .genitive, mention.owner >= 0 {
      qualifier = mentions.all[Int(mention.owner)].name.last ?? -1
    }
    guard qualifier >= 0 else { return nil }
    for candidate in stride(from: index - 1, through: max(0, index - 4 * Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, self[entity].families & families.ministry.bit != 0 else { continue }
      guard self[entity].portfolio == mention.portfolio, case .written(let tokens) = self[entity].label else {
        continue
      }
      if hasSameStem(tokens.first ?? 0, as: qualifier) { return entity }
    }
    return ofState(mention, state: -1, isTitle: true, at: index)
  }

  /// Whether two words begin alike, as a state's name and its adjective do.
  private func hasSameStem(_ one: Int, as other: Int) -> Bool {
    let text = article.article.text
    let (a, b) = (text[article.tokens[one].range], text[article.tokens[other].range])
    let common = zip(a, b).prefix { $0 == $1 }.count
    return common >= 4 && 3 * common >= 2 * min(a.count, b.count)
  }

  /// The other state's ministry for the same: "The ministry in Querath replied".
  private mutating func likeLastMinistry(state: Int32, before index: Int) -> Int32? {
    let last = lastMinistry(portfolio: 0, state: -1, before: index)
    guard last >= 0, state >= 0 else { return nil }
    var entity = self[last]
    entity.state = state
    switch self[last].label {
    case .ofState(_, let tokens, let isTitle): entity.label = .ofState(state, tokens, isTitle: isTitle)
    case .body(_, let body): entity.label = .body(state, body)
    default: return nil
    }
    return add(entity)
  }

  /// The state that the sentence says before a mention: "In Vorrin the Foreign Ministry protested".
  private func stateInSentence(of index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      guard settings[candidate].sentence == settings[index].sentence else { return -1 }
      let mention = mentions.all[candidate]
      if settings[candidate].isPlace, mention.entry >= 0 { return gazetteer.states[Int(mention.entry)] }
    }
    return -1
  }

  /// The last ministry for something and of a state; 0 and -1 stand for any.
  private func lastMinistry(portfolio: UInt32, state: Int32, before index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - 4 * Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, self[entity].kind == .body, self[entity].families & families.ministry.bit != 0 else {
        continue
      }
      if portfolio != 0, self[entity].portfolio != portfolio { continue }
      if state >= 0, self[entity].state != state { continue }
      return entity
    }
    return -1
  }

  /// A body that is called by its state's adjective: "Ardavian Foreign Ministry", "Kestrian army".
  private mutating func ofState(_ mention: Mention, state: Int32, isTitle: Bool, at index: Int) -> Int32 {
    var entity = Entity(.body, .written(withoutArticle(mention)))
    entity.families = family(of: mention)
    entity.head = spelling(mention.noun)
    entity.portfolio = mention.portfolio
    entity.state = state
    entity.isOblique = isOblique(mention)
    if article.language.isInflected {
      if mention.body >= 0, state >= 0 { entity.label = .body(state, mention.body) }
    } else if state >= 0 {
      let start = mention.portfolio != 0 ? mention.noun - 1 : mention.noun
      entity.label = .ofState(state, start..<mention.noun + 1, isTitle: isTitle)
    }
    return add(entity)
  }

  /// The tokens of a mention, without "the" where there are capitals after it.
  private func withoutArticle(_ mention: Mention) -> Range<Int> {
    let rest = mention.tokens.dropFirst()
    guard mention.determiner == .definite, !article.language.isInflected,
      rest.contains(where: { article.tokens[$0].isCapitalised })
    else {
      return mention.tokens
    }
    return rest.lowerBound..<rest.upperBound
  }

  // MARK: Bodies that were there before

  /// The last body or state that spoke or was spoken of: "the statement" is its.
  func lastBody(before index: Int) -> Int32 {
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      if entity >= 0, self[entity].kind == .body { return entity }
    }
    return -1
  }

  /// The last body with a noun, or a company without: "the Commission", "the company".
  private func lastBody(like mention: Mention, noun: NounLexicon.Noun, before index: Int) -> Int32 {
    let head = spelling(mention.noun)
    let namesake = latestNamesake(head)
    if namesake >= 0, self[namesake].kind == .body { return namesake }
    var named: Int32 = -1
    for candidate in stride(from: index - 1, through: max(0, index - 4 * Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0 else { continue }
      if self[entity].kind == .body, self[entity].head == head || self[entity].lastWord == head { return entity }
      let isCompany = noun.family == families.company
      let isName = self[entity].lastWord != 0 || isOrganisation(entity)
      if named < 0, isCompany, isName, self[entity].kind == .body || self[entity].kind == .unknown,
        self[entity].state < 0
      {
        named = entity
      }
    }
    return named
  }

  /// Whether the gazetteer has it, as no state's.
  private func isOrganisation(_ entity: Int32) -> Bool {
    if case .entry = self[entity].label { return self[entity].kind == .body }
    return false
  }
}
