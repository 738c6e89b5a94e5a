extension AnalyzedTexts {
  /// The same texts with some of their blocks only, in the order given: nothing is counted again.
  ///
  /// - Precondition: places are those of blocks.
  public func selecting(blocks places: [Int]) -> AnalyzedTexts {
    for place in places { precondition(blocks.indices.contains(place), "block \(place) of \(blocks.count)") }
    return AnalyzedTexts(texts: texts, blocks: places.map { blocks[$0] }, preparation: preparation)
  }
}
