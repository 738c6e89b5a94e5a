/// The noun phrases of an article that can speak or be spoken to.
package struct Mentions: Sendable {
  /// The article.
  let article: TokenizedArticle
  /// What was found, by the first token.
  let all: [Mention]
  /// For each token, the longest mention that begins with it; -1 where none does.
  private let starting: [Int32]
  /// For each token, the longest mention that ends with it; -1 where none does.
  private let ending: [Int32]

  /// Finds them.
  ///
  /// Complexity: O(n) in the tokens.
  package init(_ article: TokenizedArticle, gazetteer: Gazetteer) {
    self.article = article
    let finder = MentionFinder(article, gazetteer: gazetteer)
    all = finder.found
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

  /// The phrase that begins with a token: "said [a senior official]".
  package func phrase(startingAt token: Int) -> Range<Int>? {
    starting[token] >= 0 ? all[Int(starting[token])].tokens : nil
  }

  /// The phrase that ends before a token: "[a senior official] said".
  package func phrase(endingAt token: Int) -> Range<Int>? {
    token > 0 && ending[token - 1] >= 0 ? all[Int(ending[token - 1])].tokens : nil
  }

  /// The mention that has exactly those tokens, among all; nil where there is none.
  func index(of tokens: Range<Int>) -> Int? {
    let index = starting[tokens.lowerBound]
    if index >= 0, all[Int(index)].tokens == tokens { return Int(index) }
    let last = ending[tokens.upperBound - 1]
    return last >= 0 && all[Int(last)].tokens == tokens ? Int(last) : nil
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
