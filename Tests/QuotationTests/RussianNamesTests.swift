import Quotation
import Testing

/// Who is meant by the names and nouns of Russian articles, in every case.
@Suite("Russian names")
struct RussianNamesTests {
  private func actors(_ paragraphs: String..., gazetteer: Gazetteer = .bundled) -> [String] {
    let article = article(["-"] + paragraphs, language: "ru")
    return StatementExtractor(gazetteer: gazetteer).attributions(in: article).map(\.actor)
  }

  @Test(
    "names come out in the nominative",
    arguments: [
      ("По словам депутата Ленны Браск, всё тихо.", "Ленна Браск"),
      ("По словам президента Корина Мальдрета, всё тихо.", "Корин Мальдрет"),
      ("По словам министра Сергея Лаврова, всё тихо.", "Сергей Лавров"),
      ("По словам Марии Захаровой, всё тихо.", "Мария Захарова"),
      ("По словам президента Владимира Зеленского, всё тихо.", "Владимир Зеленский"),
      ("По словам посла Игоря Тоска, всё тихо.", "Игорь Тоск"),
      ("По данным портовой полиции, всё тихо.", "портовая полиция"),
      ("По данным следствия, всё тихо.", "следствие"),
    ])
  func nominatives(_ text: String, _ actor: String) {
    #expect(actors(text) == [actor])
  }

  @Test("a surname in any case is the one whose full name the article has")
  func surnames() {
    #expect(
      actors("Президент Берик Салтан уехал.", "По словам Салтана, всё тихо.", "«Тихо», — сказал Салтан.")
        == ["Берик Салтан", "Берик Салтан"])
  }

  @Test("genders told by verbs, names and endings guide pronouns")
  func pronouns() {
    #expect(
      actors("Министр Анна Орт встретила посла Марка Кима. «Рада», — сказала она. «Рад», — сказал он.")
        == ["Анна Орт", "Марк Ким"])
  }

  @Test("nouns stand for those who hold the office")
  func offices() {
    #expect(
      actors("Премьер-министр Илмар Седрат уехал.", "«Я вернусь», — сказал глава правительства.") == ["Илмар Седрат"])
    #expect(
      actors("Президент Турции Реджеп Тайип Эрдоган молчал.", "«Хватит», — сказал турецкий лидер.")
        == ["Реджеп Тайип Эрдоган"])
  }

  @Test("states and their bodies have the names that the gazetteer has for other languages")
  func states() {
    #expect(
      actors(
        "В Кремле заявили, что ждут.", "МИД Армении заявил, что ждёт.", "В ведомстве заявили, что ждут.",
        "Азербайджанская сторона заявила, что ждёт.", "Еврокомиссия заявила, что ждёт.")
        == ["Russia", "Armenian Foreign Ministry", "Armenian Foreign Ministry", "Azerbaijan", "European Commission"])
  }

  @Test("a gazetteer gives people the name that they have elsewhere")
  func people() throws {
    let rows = "name,kind,of,language\nDanica Velk,person,,\nДаница Велк,alias,Danica Velk,ru\n"
    let gazetteer = try Gazetteer(bytes: Array(rows.utf8), file: "g.csv")
    #expect(actors("По словам Даницы Велк, всё тихо.", gazetteer: gazetteer) == ["Danica Velk"])
    #expect(gazetteer.person(named: "Нина Велк") == "Нина Велк")
  }
}
