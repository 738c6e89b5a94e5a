/// What pages say around their articles, in the languages whose pages are read most.
enum InterfaceWords {
  /// What a line of a page's own is.
  enum Sign: Hashable {
    /// It is left out.
    case line(OmissionReason)
    /// It is left out, and lists of other articles follow it.
    case beginsList(OmissionReason)
    /// It is left out, and readers' words follow it to the end of the page.
    case beginsComments
  }

  /// What a line in lower case (of Latin and Russian letters), without anything but letters at its ends, is known to be.
  static func sign(of line: [UInt8]) -> Sign? {
    let name = line.last == UInt8(ascii: ":") ? Array(line.dropLast()) : line
    if name.count < longestLine, let known = wholeLines[name] { return known }
    return beginnings.phrase(in: line, at: 0).flatMap { signsOfBeginnings[$0] }
  }

  /// How many bytes of a line may tell what it is.
  static let longestLine = 80
  /// How many bytes of its beginning may.
  static let longestBeginning = 48

  /// Whether the word in lower case is one of which buttons are made.
  static func isButton(_ word: ArraySlice<UInt8>) -> Bool { buttons.contains(Array(word)) }

  /// Whether the word in lower case is one of the sizes of letters.
  static func isSize(_ word: ArraySlice<UInt8>) -> Bool { sizes.contains(Array(word)) }

  /// Whether the words in lower case are the name of a language.
  static func isLanguage(_ words: [UInt8]) -> Bool { languages.contains(words) }

  private static let sizes = Set("xs sm md lg xl a aa aaa text size font".split(separator: " ").map { Array($0.utf8) })

  private static let languages = Set(
    """
    english русский հայերեն Հայերեն azərbaycan azərbaycanca ქართული türkçe українська deutsch français español português italiano
    polski română العربية فارسی 中文 日本語 հայ eng rus arm հայերէն
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })

  private static let wholeLines: [[UInt8]: Sign] = {
    var table: [[UInt8]: Sign] = [:]
    for language in languages { table[language] = .line(.languages) }
    for (reason, lines) in lineTable { for line in lines { table[Array(line.utf8)] = .line(reason) } }
    for (reason, lines) in listTable { for line in lines { table[Array(line.utf8)] = .beginsList(reason) } }
    for line in commentTable { table[Array(line.utf8)] = .beginsComments }
    return table
  }()

  private static let beginnings = PhraseTable(beginningTable.flatMap(\.value))

  private static let signsOfBeginnings: [[UInt8]: Sign] = {
    var table: [[UInt8]: Sign] = [:]
    for (reason, lines) in beginningTable { for line in lines { table[Array(line.utf8)] = .line(reason) } }
    return table
  }()

  private static let buttons = Set(
    """
    xs sm md lg xl a aa aaa share send print email e-mail mail copy link tweet facebook twitter x whatsapp telegram viber vk
    linkedin reddit pinterest messenger instagram youtube tiktok threads bluesky save listen min mins comments comment text
    size font follow like pin flipboard pocket ok rss поделиться печать распечатать отправить скопировать ссылка вконтакте
    твитнуть одноклассники вк шрифт размер мин teilen drucken merken partager imprimer envoyer compartir imprimir paylaş yazdır
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })

  private static let lineTable: KeyValuePairs<OmissionReason, [String]> = [
    .advertisement: [
      "advertisement", "advertisements", "advertising", "advert", "ad", "sponsored", "sponsored content", "promoted",
      "article continues below", "article continues below advertisement", "story continues below advertisement",
      "continue reading below", "реклама", "на правах рекламы", "продолжение ниже", "anzeige", "werbung", "publicité",
      "publicidad", "reklam", "Գովազդ",
    ],
    .sharing: [
      "share", "share this", "share this article", "share this story", "share on facebook", "share on twitter",
      "share on x",
      "copy link", "copy url", "link copied", "email this", "email this article", "print this", "print this page",
      "print article", "listen to this article", "listen to article", "save for later", "save article", "follow us",
      "follow us on", "follow", "поделиться", "поделиться в соцсетях", "поделиться ссылкой", "скопировать ссылку",
      "ссылка скопирована", "отправить", "распечатать", "версия для печати", "слушать", "мы в соцсетях", "Կիսվել",
      "Տպել",
      "teilen", "drucken", "partager", "compartir", "paylaş",
    ],
    .timeOfDay: [
      "last modified", "last updated", "updated", "published", "modified", "обновлено", "опубликовано", "изменено",
    ],
    .textSize: [
      "text size", "font size", "textsize", "increase text size", "decrease text size", "размер шрифта",
      "размер текста",
    ],
    .navigation: [
      "home", "menu", "search", "main menu", "close", "close menu", "open menu", "navigation", "front page", "homepage",
      "sign in", "log in", "login", "sign up", "sign out", "log out", "register", "subscribe", "subscribe now",
      "my account",
      "account", "become a member", "more", "more news", "latest news", "breaking news", "top stories", "back to top",
      "back", "next", "previous", "next article", "previous article", "load more", "show more", "see more", "see all",
      "view all", "go to", "site map", "sitemap", "about", "about us", "contact", "contact us", "contacts", "careers",
      "jobs", "advertise", "advertise with us", "help", "faq", "feedback", "complaints", "rss", "live", "video",
      "videos",
      "photos", "podcasts", "gallery", "главная", "меню", "поиск", "войти", "вход", "выйти", "регистрация",
      "подписаться", "подписка", "закрыть", "наверх", "назад", "далее", "вперед", "ещё", "еще", "все новости",
      "лента новостей", "новости", "о нас", "контакты", "о проекте", "редакция", "вакансии", "рекламодателям",
      "карта сайта",
      "обратная связь", "показать еще", "показать ещё", "загрузить еще", "гость", "личный кабинет", "startseite",
      "suche",
      "accueil", "inicio", "buscar", "ana sayfa", "Գլխավոր", "Որոնում", "Մենյու",
    ],
    .legalNotes: [
      "privacy", "privacy policy", "privacy notice", "terms", "terms of use", "terms of service",
      "terms and conditions",
      "cookies", "cookie policy", "cookie settings", "cookie preferences", "accessibility",
      "do not sell my personal information",
      "all rights reserved", "legal notice", "disclaimer", "imprint", "accept", "accept all", "accept cookies",
      "reject all",
      "i agree", "manage preferences", "политика конфиденциальности", "пользовательское соглашение",
      "все права защищены",
      "правовая информация", "условия использования", "принять", "согласен", "impressum", "datenschutz",
    ],
    .newsletter: [
      "your email", "your e-mail", "your email address", "your e-mail address", "email address", "sign me up",
      "enter your email", "enter your email address", "newsletter", "newsletters", "get the newsletter", "sign up now",
      "ваш email", "ваш e-mail", "рассылка", "подпишитесь на рассылку", "подписаться на рассылку", "электронная почта",
    ],
  ]

  private static let listTable: KeyValuePairs<OmissionReason, [String]> = [
    .related: [
      "related", "related articles", "related stories", "related news", "related content", "related topics",
      "related links",
      "read more", "read also", "read next", "also read", "see also", "more on this", "more on this story",
      "more on this topic",
      "more from this section", "more stories", "most read", "most viewed", "most popular", "most shared",
      "most commented",
      "popular", "popular now", "trending", "trending now", "editor's picks", "editors' picks", "editor’s picks",
      "editors’ picks", "recommended", "recommended stories", "recommended for you", "you may also like",
      "you might also like", "up next",
      "latest", "latest stories", "in pictures", "from the archive", "also on this site", "around the web",
      "keep reading",
      "читайте также", "читать также", "смотрите также", "по теме", "материалы по теме", "ещё по теме", "еще по теме",
      "похожие материалы", "похожие новости", "другие новости", "главные новости", "самое читаемое", "самое популярное",
      "популярное", "популярные новости", "последние новости", "рекомендуем", "вам может быть интересно",
      "новости по теме",
      "связанные материалы", "другие материалы", "сейчас читают", "выбор редакции", "главное", "lesen sie auch",
      "meistgelesen", "lire aussi", "à lire aussi", "les plus lus", "lo más leído", "Այս թեմայով", "Կարդացեք նաև",
    ],
    .topics: [
      "tags", "topics", "topics in this article", "filed under", "in this article", "теги", "темы", "метки", "сюжет",
    ],
  ]

  private static let commentTable = [
    "comments", "comment", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "join the conversation",
    "join the discussion", "reader comments", "readers' comments", "readers’ comments", "view comments",
    "show comments",
    "комментарии", "комментариев", "комментария", "комментарий", "оставить комментарий", "добавить комментарий",
    "обсуждение", "обсудить", "kommentare", "commentaires", "comentarios", "yorumlar", "Մեկնաբանություններ",
  ]

  private static let beginningTable: KeyValuePairs<OmissionReason, [String]> = [
    .skipLink: ["skip to ", "jump to ", "accessibility links", "перейти к ", "перейти на ", "Մատչելիության հղումներ"],
    .navigation: ["you are here", "вы здесь", "back to top"],
    .cookieNotice: [
      "we use cookies", "this site uses cookies", "this website uses cookies", "our site uses cookies",
      "by continuing to use this", "by continuing to use our",
      "we and our partners", "мы используем cookie", "мы используем файлы cookie", "этот сайт использует",
      "сайт использует",
      "на сайте используются", "продолжая пользоваться",
    ],
    .languages: [
      "read in:", "also in:", "read this in", "read this article in", "also available in", "available in:",
      "in other languages",
      "other languages", "choose language", "select language", "language:", "читать на ", "на других языках", "язык:",
    ],
    .copyright: ["copyright", "all rights reserved", "все права защищены", "©", "(c) "],
    .sharing: [
      "share on ", "share via ", "share this ", "follow us on ", "follow us ", "поделиться ", "подписывайтесь на ",
      "следите за нами", "подписывайтесь",
    ],
    .newsletter: [
      "sign up for ", "sign up to ", "subscribe to ", "by signing up", "by subscribing", "get our newsletter",
      "подпишитесь на ", "enter your email",
    ],
    .related: [
      "read more:", "read also:", "also read:", "see also:", "read next:", "related:", "more on this:",
      "читайте также:",
      "читать также:", "смотрите также:", "по теме:", "lire aussi :", "lesen sie auch:", "watch:", "listen:",
    ],
  ]
}
