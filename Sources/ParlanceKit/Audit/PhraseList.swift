/// Words and phrases that are looked for in texts, word by word, whatever their case. A word that ends in `*` stands for all that
/// begin so.
struct PhraseList {
  private let phrases: [[String]]

  init(_ lines: [String]) {
    phrases = lines.map { $0.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) }.filter {
      !$0.isEmpty
    }
  }

  /// Whether each text has one of them. Complexity: O(words × phrases that begin alike).
  func matches(in texts: [String]) -> [Bool] {
    var exact: [String: [[String]]] = [:]
    var open: [[String]] = []
    for phrase in phrases {
      if phrase[0].hasSuffix("*") { open.append(phrase) } else { exact[phrase[0], default: []].append(phrase) }
    }
    return texts.map { text in
      let words = Self.words(of: text)
      return words.indices.contains { start in
        ((exact[words[start]] ?? []) + open).contains { Self.phrase($0, standsAt: start, in: words) }
      }
    }
  }

  private static func phrase(_ phrase: [String], standsAt start: Int, in words: [String]) -> Bool {
    guard start + phrase.count <= words.count else { return false }
    return phrase.indices.allSatisfy { index in
      phrase[index].hasSuffix("*")
        ? words[start + index].hasPrefix(phrase[index].dropLast()) : words[start + index] == phrase[index]
    }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
