/// What cases, genders of verbs and genitives tell of those whom a Russian article means.
extension DiscourseReader {
  /// Whether a mention is in another case than the nominative.
  func isOblique(_ mention: Mention) -> Bool {
    article.language.isInflected && mention.cases.isDisjoint(with: .subject)
  }

  /// Calls an entity as it is called in the nominative somewhere.
  mutating func preferNominative(of entity: Int32, _ mention: Mention) {
    guard self[entity].isOblique, !isOblique(mention), case .written = self[entity].label else { return }
    self[entity].label = .written(mention.name)
    self[entity].isOblique = false
  }

  /// Whether a name ends as surnames do.
  func hasSurname(_ mention: Mention) -> Bool {
    RussianWordForms.isSurname(article.tokens[mention.name.upperBound - 1].range, in: article.article.text)
  }

  /// The gender that a name's first word tells.
  func givenGender(_ mention: Mention) -> Gender {
    let token = article.tokens[mention.name.lowerBound]
    guard article.language.isInflected else { return article.language.nouns.gender(ofGivenName: token.word) }
    return article.language.nouns.givenName(stem: token.spelling) ?? .unknown
  }

  /// The gender that the verb beside a speaker tells, as a Russian past does.
  func genderOfVerb(beside mention: Mention) -> Gender {
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

  /// глава правительства is a premier, глава государства a president, глава МИД a minister.
  func familyOfHead(_ mention: Mention) -> UInt64? {
    for token in mention.noun + 1..<max(mention.noun + 1, mention.tokens.upperBound) {
      guard let led = article.language.nouns.noun(article.tokens[token].word) else { continue }
      if led.family == families.ministry { return families.minister.bit }
      guard led.kind == .state else { return nil }
      let isCabinet = article.language.russianWords.cabinets.contains(led.nominative)
      return isCabinet ? families.premier.bit : families.president.bit
    }
    return nil
  }
}
