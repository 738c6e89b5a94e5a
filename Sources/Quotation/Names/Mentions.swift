/// The noun phrases of an article that can speak or be spoken to.
package struct Mentions: Sendable {
  /// The article.
  let article: TokenizedArticle
  /// What was found, by the first token.
  let all: [Mention]
  /// What each token is to names.
  let traits: NameWordTraits
  /// For each token, the longest mention that begins with it; -1 where none does.
  private let starting: [Int32]
  /// For each token, the longest mention that ends with it; -1 where none does.
  private let ending: [Int32]

  /// Finds them.
  ///
  /// Complexity: O(n) in the tokens.
  package init(_ article: TokenizedArticle, gazetteer: Gazetteer) {
    self.article = article
    if article.language.isInflected {
      let finder = RussianMentionFinder(article, gazetteer: gazetteer)
      (all, traits) = (finder.found, finder.traits)
    } else {
      let finder = MentionFinder(article, gazetteer: gazetteer)
      (all, traits) = (finder.found, finder.traits)
    }
    var starting = [Int32](repeating: -1, count: article.tokens.count)
    var ending = starting
    for (index, mention) in all.enumerated() {
      let (first, last) = (mention.tokens.lowerBound, mention.tokens.upperBound - 1)
      if starting[first] < 0 || all[Int(starting[first])].tokens.count < mention.tokens.count {
        starting[first] = Int32(index)
      }
      if ending[last] < 0 || all[Int(ending[last])].tokens.count < mention.tokens.count { ending[last] = Int32(index) }
    }
    self.starting = starting
    self.ending = ending
  }

  /// The tokens of every phrase, by the first; those inside of others are among them.
  package var phrases: [Range<Int>] { all.map(\.tokens) }

  /// The phrase that begins with a token: "said [a senior official]"; nil where none does.
  ///
  /// Where no list has its words it ends before the next word of grammar, verb that a list has, or mark.
  package func phrase(startingAt token: Int) -> Range<Int>? {
    if starting[token] >= 0 { return all[Int(starting[token])].tokens }
    var next = token
    while next < min(traits.traits.count, token + 3), isDeterminer(next) { next += 1 }
    let first = next
    while next < min(traits.traits.count, first + 4), isPlain(next) { next += 1 }
    return next > first ? token..<next : nil
  }

  /// The phrase that ends before a token: "[a senior official] said"; nil where none does.
  package func phrase(endingAt token: Int) -> Range<Int>? {
    guard token > 0 else { return nil }
    if ending[token - 1] >= 0 { return all[Int(ending[token - 1])].tokens }
    var first = token
    while first > max(0, token - 5), isPlain(first - 1) { first -= 1 }
    guard first < token else { return nil }
    let plain = first
    while first > max(0, plain - 3), isDeterminer(first - 1) { first -= 1 }
    return first..<token
  }

  private func isDeterminer(_ token: Int) -> Bool {
    article.tokens[token].kind == .number || article.isWord(at: token, [.determiner, .possessive, .quantifier])
  }

  private func isPlain(_ token: Int) -> Bool {
    article.tokens[token].kind == .word && traits.traits[token].isDisjoint(with: [.function, .verb])
  }

  /// The mention that has those tokens, or else the longest that begins or ends with them, among all; nil for none.
  func index(of tokens: Range<Int>) -> Int? {
    guard !tokens.isEmpty, tokens.upperBound <= starting.count else { return nil }
    let candidates = [starting[tokens.lowerBound], ending[tokens.upperBound - 1]].filter { $0 >= 0 }.map { Int($0) }
    if let exact = candidates.first(where: { all[$0].tokens == tokens }) { return exact }
    let inside = candidates.filter {
      all[$0].tokens.lowerBound >= tokens.lowerBound && all[$0].tokens.upperBound <= tokens.upperBound
    }
    return inside.max { all[$0].tokens.count < all[$1].tokens.count } ?? within(tokens)
  }

  /// A mention that is inside of another and has exactly those tokens.
  private func within(_ tokens: Range<Int>) -> Int? {
    var index = count(before: tokens.lowerBound)
    while index < all.count, all[index].tokens.lowerBound == tokens.lowerBound {
      if all[index].tokens == tokens { return index }
      index += 1
    }
    return nil
  }

  /// How many mentions begin before a token.
  ///
  /// Complexity: O(log n).
  func count(before token: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
