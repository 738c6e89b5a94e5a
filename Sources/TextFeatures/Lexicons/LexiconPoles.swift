/// What to make of categories like Lexicoder's `neg_positive`, whose patterns are negations of another category's.
public enum LexiconNegation: String, Codable, Sendable, Hashable, CaseIterable {
  /// They are categories like any other.
  case keep
  /// What they match counts for the opposite pole, and words within it for no category of their own.
  case swap
}

/// Two poles of a dictionary, each of one or more categories.
public struct LexiconPoles: Sendable, Hashable {
  /// What the categories of the upper pole were called.
  public let positiveNames: [String]
  /// What those of the lower pole were called.
  public let negativeNames: [String]
  /// The categories of the upper pole, by their numbers, ascending.
  public let positive: [Int]
  /// Those of the lower pole.
  public let negative: [Int]

  private static let usual = [
    ("positive", "negative"), ("escalation", "deescalation"), ("posemo", "negemo"), ("emo_pos", "emo_neg"),
  ]
  private static let negationPrefix = "neg_"

  /// The poles that are named; where neither is, those that their names tell: `positive` and `negative` in any case, `escalation`
  /// and `deescalation`, LIWC's `posemo` and `negemo`, unless entries have weights. Nil where nothing is named or told.
  ///
  /// A name stands for the category and for all within it. With `swap` the negated categories of either pole join the other:
  /// positive and neg_negative against negative and neg_positive.
  ///
  /// - Throws: `TextFeaturesError` for a name that no category has, a category of both poles, one pole without the other, and
  ///   `swap` in a dictionary without negated categories.
  public init?(
    positive: [String], negative: [String], negation: LexiconNegation, in lexicon: Lexicon
  ) throws {
    var (upper, lower) = (positive, negative)
    if upper.isEmpty, lower.isEmpty, !lexicon.isWeighted, let told = Self.told(in: lexicon) {
      (upper, lower) = ([told.0], [told.1])
    }
    if upper.isEmpty, lower.isEmpty {
      guard negation == .keep else {
        throw TextFeaturesError(
          "negations are to be swapped between two poles, and no poles are named or told by names")
      }
      return nil
    }
    guard !upper.isEmpty, !lower.isEmpty else {
      throw TextFeaturesError(
        "one pole is named and not the other", hint: "give --positive CATEGORY and --negative CATEGORY")
    }
    var (above, below) = (
      try Self.categories(named: upper, in: lexicon), try Self.categories(named: lower, in: lexicon)
    )
    if negation == .swap {
      let (fromBelow, fromAbove) = (Self.negated(below, in: lexicon), Self.negated(above, in: lexicon))
      guard !fromBelow.isEmpty || !fromAbove.isEmpty else {
        throw TextFeaturesError(
          "negations are to be swapped, and no category is called as one of the poles with neg_ before it",
          hint: "Lexicoder's sentiment dictionary has neg_positive and neg_negative")
      }
      (above, below) = (
        above.subtracting(fromAbove).union(fromBelow), below.subtracting(fromBelow).union(fromAbove)
      )
    }
    if let both = above.intersection(below).min() {
      throw TextFeaturesError("the category \"\(lexicon.categories[both].name)\" belongs to both poles")
    }
    (positiveNames, negativeNames) = (upper, lower)
    (self.positive, self.negative) = (above.sorted(), below.sorted())
  }

  private static func categories(named names: [String], in lexicon: Lexicon) throws -> Set<Int> {
    var found: Set<Int> = []
    for name in names {
      let here = lexicon.categories.indices.filter { place in
        let other = lexicon.categories[place].name
        return other == name || other.hasPrefix(name + ".")
      }
      guard !here.isEmpty else {
        let known = lexicon.categories.prefix(20).map(\.name).joined(separator: ", ")
        let rest = lexicon.categories.count > 20 ? " and \(lexicon.categories.count - 20) more" : ""
        throw TextFeaturesError("no category is called \"\(name)\" (there are \(known)\(rest))")
      }
      found.formUnion(here)
    }
    return found
  }

  private static func told(in lexicon: Lexicon) -> (String, String)? {
    let names = lexicon.categories.flatMap { category in
      [category.name, category.name.split(separator: ".").first.map(String.init) ?? ""]
    }
    for (upper, lower) in usual {
      if let above = names.first(where: { $0.lowercased() == upper }),
        let below = names.first(where: { $0.lowercased() == lower })
      {
        return (above, below)
      }
    }
    return nil
  }

  /// The categories called as these with `neg_` before the last part of their names.
  private static func negated(_ categories: Set<Int>, in lexicon: Lexicon) -> Set<Int> {
    let wanted = Set(
      categories.map { place in
        var parts = lexicon.categories[place].name.lowercased().split(
          separator: ".", omittingEmptySubsequences: false
        ).map(String.init)
        parts.append(negationPrefix + (parts.popLast() ?? ""))
        return parts.joined(separator: ".")
      })
    return Set(lexicon.categories.indices.filter { wanted.contains(lexicon.categories[$0].name.lowercased()) })
  }
}
