/// What the endings of an article's Russian words tell of them.
struct RussianWordForms: Sendable {
  let text: [UInt8]
  let tokens: [Token]
  let language: LanguageData

  init(_ article: TokenizedArticle) {
    text = article.article.text
    tokens = article.tokens
    language = article.language
  }

  private static let adjectives = SuffixTable<GrammaticalCases>([
    ("ый ий", [.nominative, .accusative, .one]),
    ("ой", [.nominative, .genitive, .dative, .instrumental, .prepositional, .one]),
    ("ая яя", [.nominative, .one]), ("ое ее", [.nominative, .accusative, .one]),
    ("ые ие", [.pluralNominative, .accusative, .plural]), ("ого его", [.genitive, .accusative, .one]),
    ("ому ему", [.dative, .one]), ("ым им", [.instrumental, .dative, .one, .plural]),
    ("ом ем", [.prepositional, .one]),
    ("ых их", [.genitive, .accusative, .prepositional, .plural]), ("ыми ими", [.instrumental, .plural]),
    ("ую юю", [.accusative, .one]), ("ей", [.genitive, .dative, .instrumental, .prepositional, .one]),
  ])

  /// The cases of what looks like an adjective or participle; none for what does not.
  func adjectiveCases(_ index: Int) -> GrammaticalCases {
    let token = tokens[index]
    guard token.kind == .word, language.classes(of: token.word).isDisjoint(with: NameWordTraits.functionWords) else {
      return []
    }
    return Self.adjectives.value(of: token.range, in: text) ?? []
  }

  private static let verbs = SuffixTable<Bool>([
    ("ал ала ало али ял яла яло яли ил ила ило или ел ела ело ели ыл ыла ыло ыли ул ула уло ули", true),
    ("лся лась лось лись", true), ("ает яет ует юет еет ают яют уют юют еют дит вит рит чит жит ит", true),
    ("ается яется уется ется ится ются утся атся ятся", true),
    ("вет нет тет сет мет кет зит", false),
  ])

  /// Nouns that end as verbs do.
  private static let verbLookalikes = SuffixTable<Bool>([
    (
      "генерал адмирал журнал канал материал скандал потенциал персонал арсенал филиал сигнал финал капитал портал отдел раздел предел стол",
      true
    ),
    (
      "дел дела сел села сил сила тыл тыла тел тела цели недели земли модели мили кредит визит лимит дефицит транзит стул угол",
      true
    ),
    (
      "совет комитет кабинет бюджет начало число дело тело село мыло крыло сигнала журнала канала материала капитала персонала",
      true
    ),
  ])

  /// Whether a small word looks like a finite verb.
  func isVerbLike(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !token.isCapitalised else { return false }
    let forms = language.cues.forms(of: token.word)
    if !forms.isDisjoint(with: [.past, .third]) { return true }
    if token.word != .unknown, language.nouns.noun(token.word) != nil { return false }
    if !language.classes(of: token.word).isDisjoint(with: [.copula, .modal]) { return true }
    if Self.verbLookalikes.hasWhole(token.range, in: text) { return false }
    return Self.verbs.value(of: token.range, in: text, stem: 0) ?? false
  }

  private static let infinitives = SuffixTable<Bool>([
    ("ть ться ти тись чь чься", true), ("ость ости", false),
  ])

  /// Other words that end as infinitives do.
  private static let infinitiveLookalikes = SuffixTable<Bool>([
    (
      "есть нефть часть власть область смерть четверть треть сеть путь честь месть лесть весть повесть страсть напасть",
      true
    ),
    (
      "власти части области сети пути почти дети гости вести чести мести нефти смерти четверти трети ночь речь дочь печь",
      true
    ),
    (
      "опять пять шесть десять двадцать тридцать девять хоть ведь ткань суть ртуть плоть вплоть память печать кровать",
      true
    ),
    ("памяти печати сути плоти соти тысячи", true),
  ])

  /// Whether a small word looks like an infinitive.
  func isInfinitive(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !token.isCapitalised else { return false }
    if token.word != .unknown, language.nouns.noun(token.word) != nil { return false }
    if !language.classes(of: token.word).isDisjoint(with: [.copula]) { return false }
    if Self.infinitiveLookalikes.hasWhole(token.range, in: text) { return false }
    return Self.infinitives.value(of: token.range, in: text, stem: 0) ?? false
  }

  private static let adverbials = SuffixTable<Bool>([
    ("вшись вши ив ав ув ыв ев яв ая яя уя юя ившись авшись ясь аясь уясь", true), ("устав прав состав", false),
    ("ная ная кая гая хая шая щая жая чая тая вая рая лая дая мая бая пая сая зая", false), ("вая", false),
  ])

  /// Whether a small word looks like an adverbial participle.
  func isAdverbialParticiple(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !token.isCapitalised else { return false }
    if language.cues.forms(of: token.word).contains(.gerund) { return true }
    return Self.adverbials.value(of: token.range, in: text) ?? false
  }

  private static let genitives = SuffixTable<Bool>([
    ("а я ы и ов ев ей ого его ых их ой", true), ("ая яя ами ями ыми ими ость", false), ("иями", false),
  ])

  /// Whether a small word that no list has may be a genitive after a noun: «министр обороны», «житель села».
  func isGenitiveLike(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    return Self.genitives.value(of: tokens[index].range, in: text, stem: 2) ?? false
  }

  private static let instrumentals = SuffixTable<Bool>([
    ("ом ем ой ей ым им ами ями ыми ими ью ою ею", true)
  ])

  /// Whether a word may be in the instrumental: «назвал заявление провокацией».
  func isInstrumentalLike(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    return Self.instrumentals.value(of: tokens[index].range, in: text, stem: 2) ?? false
  }

  private static let obliques = SuffixTable<Bool>([
    ("ом ем ым ого его ому ему ою ею ами ями у ю ы ой", true), ("ой", true),
  ])

  /// Whether a name's word is likely in another case than the nominative, by its ending alone.
  func isObliqueLike(_ index: Int) -> Bool {
    Self.obliques.value(of: tokens[index].range, in: text, stem: 4) ?? false
  }

  /// Whether the word at `index` has letters after its stem.
  func hasEnding(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.letters != .allCapitals
      && CyrillicStem.length(of: lowered(token)) < Int(token.end - token.start)
  }

  /// The last letter of the word, by the last byte of its UTF-8 sequence.
  func lastLetter(_ index: Int) -> UInt8 { text[Int(tokens[index].end) - 1] }

  private func lowered(_ token: Token) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = Int(token.start)
    while index < Int(token.end) {
      let scalar = TextScalar(text, at: index, end: Int(token.end))
      let small = scalar.lowercased
      bytes.append(scalar: small == 0x451 ? 0x435 : small)
      index += scalar.length
    }
    return bytes
  }
}
