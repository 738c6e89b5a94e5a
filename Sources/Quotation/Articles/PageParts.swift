/// Tells by its markup what an element of a page is for.
enum PageParts {
  /// Why an element is no part of an article, by what it is: nobody reads it, or it is there for something else.
  static func omission(byKindOf node: Int, in tree: HTMLTree) -> OmissionReason? {
    switch tree.nodes[node].tag {
    case .script, .style: return .scripts
    case .noscript, .template: return .hidden
    case .button, .select, .option, .textarea, .input, .dialog: return .controls
    case .iframe, .object, .embed, .svg, .math, .canvas, .video, .audio, .map: return .media
    default: break
    }
    if tree.value(.hidden, of: node) != nil { return .hidden }
    if let style = tree.value(.style, of: node)?.lowercased().filter({ $0 != " " }) {
      if style.utf8.count < 500, hides(style) { return .hidden }
    }
    return nil
  }

  private static func hides(_ style: String) -> Bool {
    let bytes = Array(style.utf8)
    return ByteText.find("display:none", in: bytes) != nil || ByteText.find("visibility:hidden", in: bytes) != nil
  }

  /// Why an element is likely no part of an article, by its role, its class and its identifier.
  static func omission(byNameOf node: Int, in tree: HTMLTree) -> OmissionReason? {
    switch tree.nodes[node].tag {
    case .nav, .menu: return .navigation
    case .aside: return .sidebar
    case .footer: return .navigation
    case .form: return .controls
    case .html, .body, .main, nil: return nil
    default: break
    }
    if let role = tree.value(.role, of: node), let reason = roles[role] { return reason }
    if tree.value(.hreflang, of: node) != nil, tree.nodes[node].tag != .a { return .languages }
    for names in [tree.value(.classes, of: node), tree.value(.id, of: node)] {
      guard let names else { continue }
      for name in names.utf8.split(whereSeparator: { ByteText.isSpace($0) }) {
        if let reason = omission(ofClass: String(Substring(name))) { return reason }
      }
    }
    return nil
  }

  /// Whether an element is named as one that holds a caption.
  static func isCaption(_ node: Int, in tree: HTMLTree) -> Bool {
    let tag = tree.nodes[node].tag
    return tag == .figcaption || tag == .caption || hasWord(["caption", "credit"], node, in: tree)
  }

  /// Whether an element is named as one that says who wrote the article.
  static func isByline(_ node: Int, in tree: HTMLTree) -> Bool {
    tree.nodes[node].tag == .address || hasWord(["byline", "author", "authors"], node, in: tree)
      || tree.value(.itemprop, of: node) == "author"
  }

  private static func hasWord(_ wanted: [String], _ node: Int, in tree: HTMLTree) -> Bool {
    guard let names = tree.value(.classes, of: node) else { return false }
    return names.utf8.split(whereSeparator: { ByteText.isSpace($0) }).contains { name in
      words(of: String(Substring(name))).contains { wanted.contains($0) }
    }
  }

  private static func omission(ofClass name: String) -> OmissionReason? {
    let lowered = name.lowercased()
    if let reason = wholeNames[lowered] { return reason }
    let words = words(of: name)
    guard let first = words.first, !neutral.contains(first) else { return nil }
    return words.lazy.compactMap { classWords[$0] }.first
  }

  /// The words of a class's name, in lower case: `adSlot`, `ad-slot` and `ad_slot` are "ad" and "slot".
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = byte &- 65 < 26
      let isPart = isUpper || byte &- 97 < 26 || ByteText.isDigit(byte)
      if !word.isEmpty, !isPart || (isUpper && wasLower) {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      if isPart { word.append(ByteText.lowercased(byte)) }
      wasLower = isPart && !isUpper
    }
    return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
  }

  private static let roles: [String: OmissionReason] = [
    "navigation": .navigation, "banner": .navigation, "contentinfo": .navigation, "menu": .navigation,
    "menubar": .navigation,
    "search": .controls, "toolbar": .controls, "tablist": .controls, "dialog": .controls, "alertdialog": .controls,
    "complementary": .sidebar,
  ]

  /// Names that begin so tell of the page or of the article's subject.
  private static let neutral: Set<String> = [
    "no", "not", "has", "with", "without", "non", "is", "type", "status", "category", "tag", "post", "page", "layout",
    "single",
    "js", "lang", "size", "article", "story", "entry", "content",
  ]

  private static let wholeNames: [String: OmissionReason] = [
    "size": .textSize, "text-size": .textSize, "font-size": .textSize, "sr": .hidden, "sr-only": .hidden,
    "hide": .hidden,
    "hidden": .hidden, "visually-hidden": .hidden, "screen-reader-text": .hidden, "screen-reader": .hidden,
    "nl": .newsletter,
    "lang": .languages, "tag-list": .topics, "post-tags": .topics, "article-tags": .topics, "story-tags": .topics,
    "article-share": .sharing, "post-share": .sharing, "story-share": .sharing, "entry-footer": .navigation,
    "story-foot": .navigation, "article-footer": .navigation, "page-footer": .navigation, "article-comments": .comments,
    "post-comments": .comments, "article-related": .related, "story-related": .related, "post-related": .related,
  ]

  private static let classWords: [String: OmissionReason] = {
    let table: KeyValuePairs<OmissionReason, String> = [
      .sharing: "share sharing sharebar sharetools social socials addthis sharethis addtoany followus",
      .related:
        "related recommended recommendations recirc readmore mostread mostviewed mostpopular popular trending onward outbrain "
        + "taboola richlink teaser teasers promo promos promobox most",
      .newsletter: "newsletter newsletters signup subscribe subscription mailinglist",
      .advertisement: "ad ads advert adverts advertisement advertising adslot adbox dfp mpu sponsor sponsored adsense",
      .cookieNotice: "cookie cookies cookiebar consent gdpr ccpa",
      .comments: "comment comments commentlist disqus respond replies",
      .navigation:
        "breadcrumb breadcrumbs crumb crumbs menu nav navbar navigation pagination pager sitemap topbar footer foot",
      .skipLink: "skip skiplink skiplinks", .languages: "langs language languages translations hreflang langswitch",
      .sidebar: "sidebar rail sidecol", .topics: "tags topics keywords taglist", .textSize: "fontsize textsize",
      .controls: "toolbar tools modal popup overlay lightbox widget widgets print",
    ]
    var words: [String: OmissionReason] = [:]
    for (reason, line) in table { for word in line.split(separator: " ") { words[String(word)] = reason } }
    return words
  }()
}
