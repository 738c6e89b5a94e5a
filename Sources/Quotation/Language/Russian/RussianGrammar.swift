/// The words that the rules for Russian ask for by name.
struct RussianGrammar: Sendable {
  /// что
  let that: WordID
  /// чтобы
  let soThat: WordID
  let asThat: [WordID]
  /// как
  let how: WordID
  /// не
  let not: WordID
  /// по
  let along: WordID
  /// в, во
  let into: [WordID]
  /// за
  let forThat: WordID
  /// о, об, обо
  let about: [WordID]
  /// к, ко
  let towards: [WordID]
  let from: [WordID]
  let with: [WordID]
  let on: [WordID]
  let with2: WordID
  /// согласно
  let accordingTo: WordID
  /// ли
  let whether: WordID
  /// при
  let at: WordID
  /// словам, данным: what stands after по where somebody is the source
  let sources: [WordID]
  /// заявлению, данным: what stands after согласно
  let papers: [WordID]
  /// его, ее, их
  let owners: [WordID]
  /// то, том, тому: before a clause with что
  let pointers: [WordID]
  /// правительство, кабинет: what a premier is the head of
  let cabinets: [WordID]
  /// журналистам: who is only told
  let reporters: [WordID]

  /// What stands for the words of the English rules.
  static let ruleWords = [
    "that": "что", "and": "и", "but": "но", "not": "не", "as": "как", "in": "в", "on": "на", "who": "который",
    "neither": "ни", "i": "я", "each": "каждый", "only": "лишь", "nothing": "ничего", "people": "люди",
  ]

  /// Gives the words numbers.
  init(words table: inout InternedWords) {
    func word(_ spelling: String, _ table: inout InternedWords) -> WordID { table.insert(Array(spelling.utf8)) }
    func list(_ spellings: String, _ table: inout InternedWords) -> [WordID] {
      spellings.split(separator: " ").map { word(String($0), &table) }
    }
    that = word("что", &table)
    soThat = word("чтобы", &table)
    asThat = list("будто якобы", &table)
    how = word("как", &table)
    not = word("не", &table)
    along = word("по", &table)
    into = list("в во", &table)
    forThat = word("за", &table)
    about = list("о об обо", &table)
    towards = list("к ко", &table)
    from = list("от из", &table)
    with = list("с со", &table)
    on = list("на", &table)
    with2 = word("вместе", &table)
    accordingTo = word("согласно", &table)
    whether = word("ли", &table)
    at = word("при", &table)
    sources = list(
      "словам данным мнению сведениям версии информации оценке оценкам утверждению утверждениям заявлению сообщению сообщениям убеждению признанию подсчетам расчетам свидетельству свидетельствам выражению замечанию",
      &table)
    papers = list("заявлению данным сообщению информации документу версии докладу отчету сведениям", &table)
    owners = list("его ее их", &table)
    pointers = list("то том тому тем того", &table)
    cabinets = list("правительство кабмин кабинет", &table)
    reporters = list(
      "журналистам репортерам корреспонденту корреспондентам прессе агентству изданию газете телеканалу тасс", &table)
  }
}
