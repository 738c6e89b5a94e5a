internal import LinearAlgebra
internal import TextFeatures

/// What was learnt of texts and is neither a configuration nor a tensor.
struct FittedFacts: Codable, Sendable, Hashable {
  /// The names that are masked.
  let maskTerms: MaskTerms
  /// The number of training texts.
  let documentCount: Int

  init(_ state: FittedState) {
    maskTerms = state.maskTerms
    documentCount = state.documentCount
  }
}

extension FittedState {
  /// The blocks as tensors, each named after its block: `words.terms`, `words.offsets`, `words.idf`, and with hashing
  /// `words.columns`.
  var tensors: [Tensor] {
    zip(configuration.blocks, blocks).flatMap { block, state in
      var tensors = [
        Tensor(name: "\(block.name).offsets", integers: state.termOffsets),
        Tensor(name: "\(block.name).idf", numbers: state.idf),
      ]
      if block.hashing != nil {
        tensors.append(Tensor(name: "\(block.name).columns", integers: state.termColumns.map(Int.init)))
      }
      return tensors + [Tensor(name: "\(block.name).terms", bytes: state.termBytes)]
    }
  }

  /// The state that `tensors` were made of.
  ///
  /// - Throws: `ModelFile.Flaw` where one is missing or of another type; what they hold is for the pipeline to check.
  init(_ configuration: FeatureConfiguration, facts: FittedFacts, in archive: TensorArchive) throws {
    let blocks = try configuration.blocks.map { block in
      let name = block.name
      guard let terms = archive.tensor(named: "\(name).terms"), terms.elementType == .u8,
        let offsets = archive.tensor(named: "\(name).offsets")?.integers,
        let idf = archive.tensor(named: "\(name).idf")?.numbers
      else { throw ModelFile.Flaw("is damaged: its tensors of block \"\(name)\" are missing or of another type") }
      let columns = archive.tensor(named: "\(name).columns")?.integers ?? []
      guard columns.allSatisfy({ $0 >= 0 && $0 <= Int(Int32.max) }) else {
        throw ModelFile.Flaw("is damaged: a column of block \"\(name)\" is out of range")
      }
      return FittedState.Block(
        termBytes: Array(terms.bytes), termOffsets: offsets, termColumns: columns.map { Int32($0) }, idf: idf)
    }
    self.init(
      configuration: configuration, maskTerms: facts.maskTerms, documentCount: facts.documentCount, blocks: blocks)
  }
}
