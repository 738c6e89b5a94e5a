/// Judges language tags: BCP 47's form, with a language of ISO 639-1 or three letters.
enum LanguageTag {
  /// The two-letter codes of ISO 639-1.
  private static let known: Set<String> = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
    eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl
    km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn
    to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Whether `tag` is of BCP 47's form (`en`, `hy-AM`, `zh-Hant-TW`) and its language, where it has two letters, is one of ISO
  /// 639-1. Languages of three letters are accepted unseen; case does not matter.
  static func isKnown(_ tag: String) -> Bool {
    let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, language.utf8.allSatisfy(isLetter) else { return false }
    guard language.utf8.count == 3 || known.contains(String(language)) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
