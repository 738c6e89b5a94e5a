/// Who is meant by each phrase of an article.
package struct Discourse: Sendable {
  /// Somebody whom a phrase means.
  package struct Resolution: Sendable, Hashable {
    /// The full name of a person or body, a state for its capital, an unnamed one as written; several joined by "; ". Empty
    /// where nobody was found.
    package let actor: String
    /// How sure that is, from 0 to 1: the share that was right on the training articles for phrases of the kind.
    package let confidence: Double
  }

  private let mentions: Mentions
  let parliament: NounLexicon.Family
  private let words: GrammarWords
  private let settings: [MentionSetting]
  private let entities: [Entity]
  private let resolved: [Int32]
  private let gazetteer: Gazetteer

  /// Reads an article from its beginning to its end.
  ///
  /// Complexity: O(n) in its mentions, each of which looks back over a bounded number of others.
  package init(_ mentions: Mentions, gazetteer: Gazetteer) {
    let reader = DiscourseReader(mentions, gazetteer: gazetteer)
    self.mentions = mentions
    self.gazetteer = gazetteer
    parliament = reader.families.parliament
    words = reader.words
    (settings, entities, resolved) = (reader.settings, reader.entities, reader.resolved)
  }

  /// Who speaks.
  ///
  /// - Parameters:
  ///   - speaker: the tokens that name the speaker; nil where the sentence names none.
  ///   - token: where the statement begins, or its cue where it has one.
  package func actor(of speaker: Range<Int>?, at token: Int) -> Resolution {
    guard let speaker else { return elided(at: token) }
    guard let index = mentions.index(of: speaker) else {
      return Resolution(actor: written(speaker), confidence: 0.5)
    }
    let mention = mentions.all[index]
    if mention.form == .pronoun, isFirstPerson(mention) { return elided(at: mention.tokens.lowerBound) }
    guard resolved[index] >= 0 else {
      return Resolution(actor: mention.form == .pronoun ? "" : written(speaker), confidence: 0.3)
    }
    let entity = entities[Int(resolved[index])]
    if mention.form == .noun, entity.kind == .person, entity.lastWord == 0, case .written = entity.label {
      return Resolution(actor: entity.isOblique ? nominative.phrase(speaker) : written(speaker), confidence: 0.9)
    }
    return Resolution(actor: name(of: resolved[index]), confidence: confidence(of: mention))
  }

  private func isFirstPerson(_ mention: Mention) -> Bool {
    words.firstPerson.contains(article.tokens[mention.tokens.lowerBound].word)
  }

  /// The article.
  var article: TokenizedArticle { mentions.article }

  /// The mention that has those tokens, as far as one has.
  func mention(of tokens: Range<Int>) -> Mention? { mentions.index(of: tokens).map { mentions.all[$0] } }

  /// Whom tokens mean; for nil, who speaks without being named.
  func entity(of tokens: Range<Int>?, at token: Int) -> Entity? {
    guard let tokens else { return elidedEntity(at: token).map { entities[Int($0.entity)] } }
    guard let index = mentions.index(of: tokens), resolved[index] >= 0 else { return nil }
    return entities[Int(resolved[index])]
  }

  /// Whether a name is of nobody who is known to be a person, a body or a state.
  func isUnknownName(_ tokens: Range<Int>) -> Bool { entity(of: tokens, at: tokens.lowerBound)?.kind == .unknown }

  private func confidence(of mention: Mention) -> Double {
    switch mention.form {
    case .name, .pair: 0.99
    case .noun: 0.9
    case .pronoun: 0.9
    case .other: 0.8
    }
  }

  /// Who speaks where nobody is named: the first who speaks in the clauses before, or else of whom the sentence before is.
  private func elided(at token: Int) -> Resolution {
    guard let found = elidedEntity(at: token) else { return Resolution(actor: "", confidence: 0) }
    return Resolution(actor: name(of: found.entity), confidence: found.isSpeaker ? 0.95 : 0.8)
  }

  private func elidedEntity(at token: Int) -> (entity: Int32, isSpeaker: Bool)? {
    var index = mentions.count(before: token) - 1
    var sentence: Int32 = -1
    var speaker: Int32 = -1
    var subject: Int32 = -1
    while index >= 0 {
      let setting = settings[index]
      if setting.sentence != sentence, speaker >= 0 || subject >= 0 { break }
      sentence = setting.sentence
      if setting.depth == 0, resolved[index] >= 0, mentions.all[index].canSpeak, canSpeak(resolved[index]) {
        if setting.isSpeaker { speaker = resolved[index] }
        if setting.isSubject { subject = resolved[index] }
      }
      if speaker >= 0, endsClause(before: mentions.all[index].tokens.lowerBound) { break }
      index -= 1
    }
    if speaker >= 0 { return (speaker, true) }
    return subject >= 0 ? (subject, false) : nil
  }

  /// Whether a semicolon stands right before a token.
  private func endsClause(before token: Int) -> Bool {
    token > 0 && article.tokens[token - 1].kind == .semicolon
  }

  private func canSpeak(_ entity: Int32) -> Bool {
    entities[Int(entity)].kind != .unknown || entities[Int(entity)].lastWord != 0
  }

  // MARK: Names

  /// What an entity is called.
  private func name(of entity: Int32) -> String {
    let its = entities[Int(entity)]
    return switch its.label {
    case .written(let tokens): gazetteer.person(named: its.isOblique ? nominative(of: its, tokens) : written(tokens))
    case .entry(let entry): gazetteer.entries[Int(entry)].name
    case .pair(let one, let other): name(of: one) + "; " + name(of: other)
    case .owned(let owner, let tokens) where article.language.isInflected: owned(tokens, by: name(of: owner))
    case .owned(let owner, let tokens): name(of: owner) + "'s " + written(tokens)
    case .body(let state, let body): adjective(of: state) + " " + article.language.bodies.bodies[Int(body)].name
    case .ofState(let state, let tokens, let isTitle): adjective(of: state) + " " + titled(tokens, isTitle: isTitle)
    }
  }

  /// "Imrell's staff" where the owner's name is in Latin letters, or the noun and whose it is.
  private func owned(_ tokens: Range<Int>, by owner: String) -> String {
    let nouns = article.language.nouns
    if owner.utf8.allSatisfy({ $0 < 0x80 }), let noun = nouns.noun(article.tokens[tokens.lowerBound].word) {
      return owner + "'s " + nouns.name(of: noun.family)
    }
    return nominative.phrase(tokens) + " (" + owner + ")"
  }

  private var nominative: RussianNominative { RussianNominative(article: article) }

  /// What an entity that is only written in another case is called in the nominative.
  private func nominative(of entity: Entity, _ tokens: Range<Int>) -> String {
    entity.lastWord == 0 ? nominative.phrase(tokens) : nominative.name(tokens, gender: entity.gender)
  }

  func adjective(of state: Int32) -> String {
    let demonym = gazetteer.demonyms[Int(state)]
    return gazetteer.entries[Int(demonym >= 0 ? demonym : state)].name
  }

  private func titled(_ tokens: Range<Int>, isTitle: Bool) -> String {
    let words = tokens.map { article.text(of: $0..<$0 + 1) }
    return words.map { isTitle ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 }.joined(separator: " ")
  }

  /// Tokens as they stand, with single spaces and straight apostrophes.
  func written(_ tokens: Range<Int>) -> String {
    let article = mentions.article
    var text = ""
    for token in tokens {
      if article.tokens[token].followsSpace, !text.isEmpty { text += " " }
      let word = article.text(of: token..<token + 1)
      text += word.hasPrefix("’") ? "'" + word.dropFirst() : word
    }
    return text
  }
}
