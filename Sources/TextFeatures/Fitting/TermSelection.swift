internal import Reproducibility

/// Chooses the terms that become columns, as scikit-learn's `CountVectorizer` does.
struct TermSelection {
  private let block: BlockConfiguration

  init(_ block: BlockConfiguration) { self.block = block }

  /// The terms chosen, ascending by bytes, and the node of each, -1 for those of a fixed vocabulary that no text holds.
  ///
  /// - Parameter documents: for each node the number of training texts that hold it.
  func choose(
    from texts: AnalyzedBlock, documents: [Int32], rows: [Int], on parallelism: Parallelism
  ) throws -> (terms: TermList, nodes: [Int32]) {
    if let vocabulary = block.vocabulary { return fixed(vocabulary, in: texts.tree) }
    var nodes = try withinBounds(documents, texts: rows.count)
    if let limit = block.maximumFeatures, nodes.count > limit {
      let occurrences = DocumentFrequency.occurrences(of: texts.counts, rows: rows, on: parallelism)
      let keyed = nodes.map { (occurrences: occurrences[Int(texts.storedColumns[Int($0)])], node: $0) }
      nodes = keyed.sorted { (-$0.occurrences, $0.node) < (-$1.occurrences, $1.node) }.map(\.node)
      nodes = nodes.prefix(limit).sorted()
    }
    return (texts.tree.terms(of: nodes), nodes)
  }

  private func fixed(_ vocabulary: [String], in tree: NgramTree) -> (TermList, [Int32]) {
    let terms = TermList(vocabulary).sorted()
    var nodes = [Int32](repeating: -1, count: terms.count)
    for (node, column) in tree.numbers(in: TermTable(terms)).enumerated() where column >= 0 {
      nodes[Int(column)] = Int32(node)
    }
    return (terms, nodes)
  }

  private func withinBounds(_ documents: [Int32], texts: Int) throws -> [Int32] {
    let least = block.minimumDocuments.documents(of: texts)
    let most = block.maximumDocuments.documents(of: texts)
    var nodes: [Int32] = []
    var (seen, tooRare, tooCommon) = (0, 0, 0)
    for node in documents.indices where documents[node] > 0 {
      seen += 1
      let count = Double(documents[node])
      if count < least {
        tooRare += 1
      } else if count > most {
        tooCommon += 1
      } else {
        nodes.append(Int32(node))
      }
    }
    guard seen > 0 else { throw TextFeaturesError.emptyVocabulary(block: block.name, texts: texts) }
    guard most >= least else {
      throw TextFeaturesError.crossedBounds(block: block.name, least: least, most: most, texts: texts)
    }
    guard !nodes.isEmpty else {
      throw TextFeaturesError.nothingLeft(
        block: block.name, terms: seen, tooRare: tooRare, tooCommon: tooCommon, texts: texts)
    }
    return nodes
  }
}
