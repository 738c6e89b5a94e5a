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
  /// `words.columns`; of dense blocks `cues.file`, `cues.means` and `cues.deviations`.
  var tensors: [Tensor] {
    ngramTensors + denseTensors
  }

  private var denseTensors: [Tensor] {
    let names = configuration.blocks.filter { $0.ngramBlock == nil }.map(\.name)
    return zip(names, dense).flatMap { name, state in
      [
        Tensor(name: "\(name).means", numbers: state.means),
        Tensor(name: "\(name).deviations", numbers: state.deviations),
        Tensor(name: "\(name).file", bytes: state.file),
      ]
    }
  }

  private var ngramTensors: [Tensor] {
    zip(configuration.blocks.compactMap(\.ngramBlock), blocks).flatMap { block, state in
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
    let blocks = try configuration.blocks.compactMap { block -> FittedState.Block? in
      guard block.ngramBlock != nil else { return nil }
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
      configuration: configuration, maskTerms: facts.maskTerms, documentCount: facts.documentCount, blocks: blocks,
      dense: try FittedState.dense(configuration, in: archive))
  }

  private static func dense(_ configuration: FeatureConfiguration, in archive: TensorArchive) throws -> [Dense] {
    try configuration.blocks.compactMap { block in
      guard block.ngramBlock == nil else { return nil }
      let name = block.name
      guard let file = archive.tensor(named: "\(name).file"), file.elementType == .u8,
        let means = archive.tensor(named: "\(name).means")?.numbers,
        let deviations = archive.tensor(named: "\(name).deviations")?.numbers
      else { throw ModelFile.Flaw("is damaged: its tensors of block \"\(name)\" are missing or of another type") }
      return Dense(file: Array(file.bytes), means: means, deviations: deviations)
    }
  }
}
