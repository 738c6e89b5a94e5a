import Quotation
import Testing

private func read(_ paragraphs: String...) -> [Found] {
  let article = article(["-"] + paragraphs, language: "ru")
  return StatementExtractor().attributions(in: article).map { Found($0, in: article) }
}

/// Each rule on constructions of its own, and what looks like them and is none.
@Suite("Rules for Russian")
struct RussianRuleTests {
  // MARK: Direct speech

  @Test("quotation, comma, dash, verb, speaker")
  func inverted() {
    #expect(
      read("«Мы готовы», — заявил в среду журналистам министр обороны Анар Тель.") == [
        Found("министр обороны Анар Тель", "заявил", "Мы готовы", kind: .direct, rule: "quote-inverted")
      ])
    #expect(
      read("\"Мы готовы\", - сказала она агентству.") == [
        Found("она", "сказала", "Мы готовы", kind: .direct, rule: "quote-inverted")
      ])
    #expect(
      read("«Кто стрелял?» — спросила депутат Вера Ланн.") == [
        Found("депутат Вера Ланн", "спросила", "Кто стрелял?", kind: .direct, rule: "quote-inverted")
      ])
  }

  @Test("the author's words within the marks are no speech")
  func authorWords() {
    #expect(
      read("«Мы готовы, — сказал министр. — Мы ждём. Пора».") == [
        Found("министр", "сказал", "Мы готовы", "Мы ждём. Пора", kind: .direct, rule: "quote-inverted")
      ])
    #expect(
      read("«Мы требуем, — подчеркнул посол, — ответа».") == [
        Found("посол", "подчеркнул", "Мы требуем", "ответа", kind: .direct, rule: "quote-split")
      ])
    #expect(
      read("«Он повторял: „Не стреляйте“, — вспоминает сосед. — Не послушали».").map(\.content) == [
        ["Он повторял: „Не стреляйте“", "Не послушали"], ["Не стреляйте"],
      ])
  }

  @Test("a paragraph that begins with a dash is speech")
  func dialogue() {
    #expect(
      read("— Мы не знаем, — сказал журналистам префект. — Сегодня горюем.") == [
        Found("префект", "сказал", "Мы не знаем", "Сегодня горюем", kind: .direct, rule: "quote-inverted")
      ])
    #expect(read("— Мы не знаем, кто это сделал.").map(\.content) == [["Мы не знаем, кто это сделал"]])
    #expect(read("— список дел;", "— закупки.").isEmpty)
  }

  @Test("speech that goes on in the next paragraph is one statement")
  func continued() {
    #expect(
      read("«Они пришли, — сказал президент. — Мы ждали.", "«Мы дождались».").map(\.content) == [
        ["Они пришли", "Мы ждали.", "Мы дождались"]
      ])
  }

  @Test("speaker, verb, colon, quotation")
  func before() {
    #expect(
      read("Велк по телефону заверила посла: «Всё будет сделано».") == [
        Found("Велк", "заверила", "Всё будет сделано", kind: .direct, rule: "quote-cue-before")
      ])
    #expect(
      read("Ответ министра был краток: «Нет, никогда».").map(\.rule) == ["quote-without-cue"])
  }

  @Test("documents and agencies speak for those whom they are of")
  func documents() {
    #expect(
      read("«Огня не было», — говорится в заявлении министерства обороны Армении.") == [
        Found(
          "министерства обороны Армении", "говорится в заявлении", "Огня не было", kind: .direct,
          rule: "statement-document")
      ])
    #expect(
      read("В сообщении ведомства отмечается, что потерь нет.") == [
        Found("ведомства", "отмечается", "потерь нет", kind: .indirect, rule: "statement-document")
      ])
    #expect(
      read("«Ответ последует», — цитирует агентство слова советника Джейка Салливана.").map(\.speaker) == [
        "советника Джейка Салливана"
      ])
  }

  // MARK: Indirect speech

  @Test(
    "clauses with что",
    arguments: [
      ("Министр заявил, что граница закрыта.", "Министр", "заявил", "граница закрыта"),
      ("Министр заявил что граница закрыта.", "Министр", "заявил", "граница закрыта"),
      (
        "Генерал Дхеш, которому подчиняется охрана, признал, что стреляли свои.", "Генерал Дхеш", "признал",
        "стреляли свои"
      ),
      (
        "Источник в аппарате миссии подтвердил МН, что заверение поступало.", "Источник в аппарате миссии",
        "подтвердил", "заверение поступало"
      ),
      ("В Кремле заявили, что предложений нет.", "Кремле", "заявили", "предложений нет"),
      ("Премьер дал понять, что намерен уйти.", "Премьер", "дал понять", "намерен уйти"),
      ("Президент не исключил, что войска уйдут.", "Президент", "не исключил", "войска уйдут"),
      (
        "Посол, отвечая на вопрос, сообщил, что едет домой.", "Посол", "сообщил", "едет домой"
      ),
    ])
  func thatClauses(_ text: String, _ speaker: String, _ cue: String, _ content: String) {
    #expect(read(text) == [Found(speaker, cue, content, kind: .indirect, rule: "indirect-that")])
  }

  @Test("what is reported stands around the reporting clause, or after it")
  func parentheses() {
    #expect(
      read("Со складов, утверждает генерал, ничего не пропало.") == [
        Found("генерал", "утверждает", "Со складов", "ничего не пропало", kind: .indirect, rule: "indirect-cue-middle")
      ])
    #expect(
      read("Граница закрыта до пятницы, сообщили в министерстве.") == [
        Found("министерстве", "сообщили", "Граница закрыта до пятницы", kind: .indirect, rule: "indirect-cue-final")
      ])
    #expect(
      read("Как сообщили в министерстве, граница закрыта.") == [
        Found("министерстве", "сообщили", "граница закрыта", kind: .indirect, rule: "indirect-cue-middle")
      ])
  }

  @Test("a reporting clause ends what stands before it, and another verb of the same subject does too")
  func boundaries() {
    #expect(
      read("Посол осудил взрыв, однако предупредил, что «ответ будет», передает ТАСС.").map(\.content) == [
        ["Посол осудил взрыв, однако предупредил, что «ответ будет»"], ["взрыв"], ["«ответ будет»"],
      ])
    #expect(
      read("Министр отметил, что санкции вредны, добавив, что их отменят.").map(\.content) == [
        ["санкции вредны"], ["их отменят"],
      ])
  }

  @Test("sources with по and согласно")
  func sources() {
    #expect(
      read("Огонь, по словам генерала, вели с холма.") == [
        Found("генерала", "по словам", "Огонь", "вели с холма", kind: .indirect, rule: "in-the-words-of")
      ])
    #expect(
      read("По предварительным данным следствия, погибли трое.") == [
        Found("следствия", "По предварительным данным", "погибли трое", kind: .indirect, rule: "according-to")
      ])
    #expect(read("Тамсин молчал: по его словам, говорить рано.").map(\.speaker) == ["его"])
    #expect(read("По данным на утро, погибли трое.").isEmpty)
  }

  // MARK: Infinitives and nouns

  @Test(
    "infinitives and nouns",
    arguments: [
      ("Президент потребовал от Киева объяснить «молчание».", "объяснить «молчание»"),
      ("Депутат призвала коллег не принимать законов.", "не принимать законов"),
      ("Министр пообещал вывести войска.", "вывести войска"),
      ("Посол призвал стороны к сдержанности.", "к сдержанности"),
      ("МИД обвинил соседей в обмане.", "в обмане"),
      ("МИД обвинил соседей в том, что те лгут.", "в том, что те лгут"),
      ("Премьер поблагодарил соседей за помощь.", "за помощь"),
      ("Премьер осудил взрыв как «подлость».", "взрыв как «подлость»"),
      ("МИД назвал обвинения ложью.", "обвинения ложью"),
      ("МИД отверг эти обвинения.", "эти обвинения"),
      ("Генерал опроверг сообщения о потерях.", "сообщения о потерях"),
      ("Президент пригрозил соседям санкциями.", "санкциями"),
      ("Лидер оппозиции заявил о готовности к диалогу.", "о готовности к диалогу"),
      ("Обвинения Тегеран отрицает.", "Обвинения"),
    ])
  func complements(_ text: String, _ content: String) {
    #expect(read(text).map(\.content) == [[content]])
  }

  @Test("objects before the verb where a place speaks")
  func placesThatSpeak() {
    #expect(
      read("В Ереване разговор подтвердили.") == [
        Found("Ереване", "подтвердили", "разговор", kind: .indirect, rule: "noun-content")
      ])
    #expect(read("В министерстве это заявление назвали «ложью».").map(\.content) == [["это заявление", "«ложью»"]])
  }

  @Test("a verb in the passive has its speaker in the instrumental")
  func passive() {
    #expect(
      read("Требование было отвергнуто министром.") == [
        Found("министром", "отвергнуто", "Требование", kind: .indirect, rule: "passive")
      ])
  }

  // MARK: What is no statement

  @Test(
    "refusals to speak, names in quotation marks and verbs of other senses",
    arguments: [
      "В ведомстве отказались комментировать сообщения.", "Подробностей военные не привели.",
      "О состоянии раненых врачи не сообщают.", "На вопрос, что будет, он отвечать не стал.",
      "Учения «Сухой гром» завершились.", "Договор не говорит об этом ни слова.",
      "Депутаты приняли закон, в котором осудили насилие.", "Об этом сообщает ТАСС.",
      "Накладные, которые видел корреспондент, это подтверждают.",
    ])
  func none(_ text: String) {
    #expect(read(text).isEmpty)
  }
}
