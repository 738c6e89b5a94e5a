/// Reads an article's mentions in order and tells of each whom it means.
struct DiscourseReader {
  let mentions: Mentions
  let settings: [MentionSetting]
  let gazetteer: Gazetteer
  let article: TokenizedArticle
  let words: GrammarWords
  let families: NounFamilies
  /// Whoever was met so far.
  private(set) var entities: [Entity] = []
  /// For each mention, whom it means; -1 where nobody was found.
  var resolved: [Int32] = []
  /// The entities of the gazetteer's entries, by the entry and one.
  private var byEntry = EntityIndex()
  /// The last entity whose name ends with a word, by its spelling.
  private var byLastWord = EntityIndex()
  /// The last entity whose name begins with a word, by its spelling.
  private var byFirstWord = EntityIndex()
  /// The two states that the article is about; -1 where there are none.
  private(set) var sides: (Int32, Int32) = (-1, -1)

  /// Marks a mention that was not read yet.
  private static let unread: Int32 = -2
  /// How many mentions back one that is meant is looked for.
  static let reach = 120

  /// Reads an article.
  init(_ mentions: Mentions, gazetteer: Gazetteer) {
    self.mentions = mentions
    self.gazetteer = gazetteer
    article = mentions.article
    words = article.language.nameGrammar
    families = words.families
    settings = MentionSetting.all(of: mentions)
    resolved = Array(repeating: Self.unread, count: mentions.all.count)
    findSides()
    for index in mentions.all.indices where mentions.all[index].name.count > 1 { registerFullName(index) }
    for index in mentions.all.indices { read(index) }
  }

  /// Resolves a mention after those that it is of, once.
  private mutating func read(_ index: Int) {
    guard resolved[index] == Self.unread else { return }
    let mention = mentions.all[index]
    if mention.owner >= 0 { read(Int(mention.owner)) }
    if mention.second >= 0 { read(Int(mention.second)) }
    let entity = resolve(mention, at: index)
    resolved[index] = entity
    if entity >= 0 { self[entity].lastMention = Int32(index) }
  }

  private mutating func resolve(_ mention: Mention, at index: Int) -> Int32 {
    switch mention.form {
    case .name: return entity(ofName: mention, at: index)
    case .pronoun: return entity(ofPronoun: mention, at: index)
    case .noun: return entity(ofNoun: mention, at: index)
    case .pair: return pair(resolved[Int(mention.owner)], resolved[Int(mention.second)])
    case .other: return unnamed(mention, kind: mention.isPlural ? .people : .unknown, at: index)
    }
  }

  /// Two as one.
  mutating func pair(_ one: Int32, _ other: Int32) -> Int32 {
    guard one >= 0, other >= 0, one != other else { return max(one, other) }
    return add(Entity(.pair, .pair(one, other)))
  }

  /// Somebody without a name, who is called as written.
  mutating func unnamed(_ mention: Mention, kind: Entity.Kind, at index: Int) -> Int32 {
    var entity = Entity(kind, .written(mention.tokens))
    if let noun = noun(of: mention) { (entity.gender, entity.head) = (noun.gender, spelling(mention.noun)) }
    entity.families = family(of: mention)
    entity.portfolio = mention.portfolio
    entity.state = stateSaid(by: mention)
    entity.isOblique = isOblique(mention)
    return add(entity)
  }

  // MARK: Cases

  /// Whether a mention is in another case than the nominative.
  func isOblique(_ mention: Mention) -> Bool {
    article.language.isInflected && mention.cases.isDisjoint(with: .subject)
  }

  /// Calls an entity as it is called in the nominative somewhere.
  private mutating func preferNominative(of entity: Int32, _ mention: Mention) {
    guard self[entity].isOblique, !isOblique(mention), case .written = self[entity].label else { return }
    self[entity].label = .written(mention.name)
    self[entity].isOblique = false
  }

  /// The gender that a name's first word tells.
  private func givenGender(_ mention: Mention) -> Gender {
    let token = article.tokens[mention.name.lowerBound]
    guard article.language.isInflected else { return article.language.nouns.gender(ofGivenName: token.word) }
    return article.language.nouns.givenName(stem: token.spelling) ?? .unknown
  }

  /// The gender that the verb beside a speaker tells, as a Russian past does.
  private func genderOfVerb(beside mention: Mention) -> Gender {
    guard article.language.isInflected, mention.canSpeak, !mention.isPlural else { return .unknown }
    for token in [mention.tokens.upperBound, mention.tokens.lowerBound - 1] where article.tokens.indices.contains(token)
    {
      guard article.language.cues.forms(of: article.tokens[token].word).contains(.past) else { continue }
      switch VerbAgreement(of: article.tokens[token].range, in: article.article.text).past {
      case .masculine: return .male
      case .feminine: return .female
      default: continue
      }
    }
    return .unknown
  }

  // MARK: Entities

  subscript(entity: Int32) -> Entity {
    get { entities[Int(entity)] }
    set { entities[Int(entity)] = newValue }
  }

  /// Adds an entity.
  mutating func add(_ entity: Entity) -> Int32 {
    entities.append(entity)
    return Int32(entities.count - 1)
  }

  /// The entity of the gazetteer's entry, or of what that stands for.
  mutating func entity(ofEntry entry: Int32) -> Int32 {
    let actor = gazetteer.actors[Int(entry)]
    let known = byEntry[UInt64(actor) + 1]
    if known >= 0 { return known }
    let isState = gazetteer.entries[Int(actor)].kind == .state
    var entity = Entity(isState ? .state : .body, .entry(actor))
    entity.state = gazetteer.states[Int(actor)]
    let added = add(entity)
    byEntry[UInt64(actor) + 1] = added
    return added
  }

  /// The noun of a mention, if it has one.
  func noun(of mention: Mention) -> NounLexicon.Noun? {
    mention.noun < 0 ? nil : article.language.nouns.noun(article.tokens[mention.noun].word)
  }

  /// The spelling of a token.
  func spelling(_ token: Int) -> UInt32 { article.tokens[token].spelling }

  // MARK: Names

  /// Makes an entity of a name of two words or more, so that a last word alone can mean it even before.
  private mutating func registerFullName(_ index: Int) {
    let mention = mentions.all[index]
    if mention.entry >= 0 {
      nameBody(entity(ofEntry: mention.entry), by: mention)
      return
    }
    guard mention.form == .name else { return }
    let (first, last) = (spelling(mention.name.lowerBound), spelling(mention.name.upperBound - 1))
    let known = namesake(first: first, last: last)
    if known >= 0 {
      preferNominative(of: known, mention)
      return
    }
    var entity = Entity(kind(of: mention, setting: settings[index]), .written(mention.name))
    (entity.firstWord, entity.lastWord) = (first, last)
    entity.gender = givenGender(mention)
    entity.isOblique = isOblique(mention)
    entity.namesake = byLastWord[UInt64(last)]
    let added = add(entity)
    byLastWord[UInt64(last)] = added
    if byFirstWord[UInt64(first)] < 0 { byFirstWord[UInt64(first)] = added }
  }

  /// Lets the last word of a body's name mean it: "the Commission".
  private mutating func nameBody(_ entity: Int32, by mention: Mention) {
    guard self[entity].kind == .body, self[entity].lastWord == 0 else { return }
    let last = spelling(mention.name.upperBound - 1)
    self[entity].lastWord = last
    self[entity].namesake = byLastWord[UInt64(last)]
    byLastWord[UInt64(last)] = entity
  }

  /// What a name names, as far as its words and its place tell.
  private func kind(of mention: Mention, setting: MentionSetting) -> Entity.Kind {
    if let noun = noun(of: mention) { return noun.kind == .person || noun.kind == .title ? .person : .body }
    let isGiven = givenGender(mention) != .unknown
    if isGiven { return .person }
    if mention.determiner != .none || setting.isPlace { return .unknown }
    return mention.name.count > 1 && (setting.isSubject || setting.isSpeaker) ? .person : .unknown
  }

  /// The entity whose name has those words; -1 for none.
  private func namesake(first: UInt32, last: UInt32) -> Int32 {
    var entity = byLastWord[UInt64(last)]
    while entity >= 0, self[entity].firstWord != first { entity = self[entity].namesake }
    return entity
  }

  /// Whom a name means.
  mutating func entity(ofName mention: Mention, at index: Int) -> Int32 {
    let setting = settings[index]
    if mention.entry >= 0 { return entity(ofEntry: mention.entry) }
    if let person = personOfState(mention, at: index) { return person }
    let (first, last) = (spelling(mention.name.lowerBound), spelling(mention.name.upperBound - 1))
    var entity = mention.name.count > 1 ? namesake(first: first, last: last) : latestNamesake(last)
    if entity < 0, mention.name.count == 1 { entity = byFirstWord[UInt64(last)] }
    if entity < 0 {
      var new = Entity(kind(of: mention, setting: setting), .written(mention.name))
      (new.firstWord, new.lastWord, new.namesake) = (first, last, byLastWord[UInt64(last)])
      new.isOblique = isOblique(mention)
      entity = add(new)
      byLastWord[UInt64(last)] = entity
    } else if mention.name.count == 1, self[entity].firstWord == self[entity].lastWord {
      preferNominative(of: entity, mention)
    }
    describe(entity, by: mention, setting: setting)
    nameBefore(index, entity: entity)
    return entity
  }

  /// "a driver called Oster Pell": what stands before is named too.
  private mutating func nameBefore(_ index: Int, entity: Int32) {
    guard index > 0, mentions.all[index - 1].form == .noun, resolved[index - 1] >= 0 else { return }
    let gap = mentions.all[index - 1].tokens.upperBound
    guard gap + 1 == mentions.all[index].tokens.lowerBound, article.isWord(at: gap, .naming) else { return }
    self[entity].kind = self[resolved[index - 1]].kind
    resolved[index - 1] = entity
  }

  /// The person that a state's adjective means: "the Ossmerian".
  private func personOfState(_ mention: Mention, at index: Int) -> Int32? {
    guard mention.determiner == .definite, mention.state >= 0, mention.noun < 0,
      let known = gazetteer.name(at: mention.name.lowerBound, in: article.tokens, end: mention.name.upperBound),
      known.count == mention.name.count, gazetteer.entries[known.entry].kind == .demonym
    else { return nil }
    var best: Int32 = -1
    var next: Int32 = -1
    for candidate in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let entity = resolved[candidate]
      guard entity >= 0, self[entity].kind == .person else { continue }
      if self[entity].state == mention.state, best < 0 { best = entity }
      let isNear = settings[index].sentence - settings[candidate].sentence <= 2 && settings[candidate].isSpeaker
      if self[entity].state < 0, isNear, next < 0 { next = entity }
    }
    return best >= 0 ? best : next >= 0 ? next : nil
  }

  /// The one mentioned last of those whose names end with a word, or the first to come.
  func latestNamesake(_ last: UInt32) -> Int32 {
    var entity = byLastWord[UInt64(last)]
    var best = entity
    while entity >= 0 {
      if self[entity].lastMention >= self[best].lastMention { best = entity }
      entity = self[entity].namesake
    }
    return best
  }

  /// Notes what a mention says of the one whom it means.
  mutating func describe(_ entity: Int32, by mention: Mention, setting: MentionSetting) {
    if let noun = noun(of: mention) {
      if self[entity].kind == .unknown {
        self[entity].kind = noun.kind == .person || noun.kind == .title ? .person : .body
      }
      self[entity].families |= family(of: mention)
      if self[entity].gender == .unknown { self[entity].gender = noun.gender }
      if mention.portfolio != 0, self[entity].portfolio == 0, noun.family == families.minister || noun.kind == .body {
        self[entity].portfolio = mention.portfolio
      }
      if self[entity].head == 0 { self[entity].head = spelling(mention.noun) }
    }
    if mention.tokens.upperBound < article.tokens.count, self[entity].gender == .unknown {
      let next = article.tokens[mention.tokens.upperBound].word
      if next == words.himself { self[entity].gender = .male }
      if next == words.herself { self[entity].gender = .female }
    }
    if self[entity].gender == .unknown, isOblique(mention), mention.name.count > 1 {
      self[entity].gender = RussianNominative(article: article).gender(of: mention.name)
    }
    if self[entity].gender == .unknown, self[entity].kind == .person || self[entity].kind == .unknown {
      self[entity].gender = genderOfVerb(beside: mention)
    }
    if self[entity].kind == .unknown, setting.isSpeaker, mention.name.count > 1 { self[entity].kind = .person }
    let state = stateSaid(by: mention)
    if state >= 0, self[entity].state < 0 { self[entity].state = state }
  }

  /// The family of a mention's noun; a prime minister is of the premiers.
  func family(of mention: Mention) -> UInt64 {
    guard let noun = noun(of: mention) else { return 0 }
    if article.language.isInflected, noun.family == families.leader, let led = familyOfHead(mention) { return led }
    let isPrime = noun.family == families.minister && mention.portfolio == families.prime
    return isPrime ? families.premier.bit : noun.family.bit
  }

  /// глава правительства is a premier, глава государства a president, глава МИД a minister.
  private func familyOfHead(_ mention: Mention) -> UInt64? {
    for token in mention.noun + 1..<max(mention.noun + 1, mention.tokens.upperBound) {
      guard let led = article.language.nouns.noun(article.tokens[token].word) else { continue }
      if led.family == families.ministry { return families.minister.bit }
      guard led.kind == .state else { return nil }
      let isCabinet = article.language.russianWords.cabinets.contains(led.nominative)
      return isCabinet ? families.premier.bit : families.president.bit
    }
    return nil
  }

  /// The state that a mention says: by an adjective, or by whose it is.
  func stateSaid(by mention: Mention) -> Int32 {
    if mention.state >= 0 { return mention.state }
    guard mention.owner >= 0, mention.form != .pair else { return -1 }
    let owner = resolved[Int(mention.owner)]
    return owner >= 0 ? self[owner].state : -1
  }

  // MARK: Sides

  /// Finds the two states that are named most often.
  private mutating func findSides() {
    var counts: [Int32: Int] = [:]
    var order: [Int32] = []
    var index = 0
    while index < article.tokens.count {
      guard article.tokens[index].isCapitalised, !isShouted(article.tokens[index]),
        let known = gazetteer.name(at: index, in: article.tokens, end: article.tokens.count)
      else {
        index += 1
        continue
      }
      index += known.count
      let state = gazetteer.states[known.entry]
      guard state >= 0 else { continue }
      if counts[state] == nil { order.append(state) }
      counts[state, default: 0] += gazetteer.entries[known.entry].kind == .capital ? 1 : 2
    }
    guard order.count > 1 else { return }
    let ranked = order.indices.sorted { (counts[order[$0]] ?? 0, -$0) > (counts[order[$1]] ?? 0, -$1) }
    let chosen = ranked.prefix(2).sorted()
    sides = (order[chosen[0]], order[chosen[1]])
  }
}

extension DiscourseReader {
  /// Whether a word is in capitals all over, as the place is that an article is sent from.
  private func isShouted(_ token: Token) -> Bool { token.letters == .allCapitals && token.end - token.start > 4 }
}
