extension FittedState.Dense {
  /// What to store of a block.
  init(_ block: FittedMatches) {
    // Names and patterns are texts, which can always be written.
    let file = try? block.configuration.storedPatterns()
    self.init(file: file ?? [], means: block.means, deviations: block.deviations)
  }
}

extension FeatureBlock {
  /// The patterns of a dense block as they are stored; nothing for a block of n-grams.
  fileprivate func storedPatterns() throws -> [UInt8] {
    switch self {
    case .ngrams: []
    case .cues(let block): try block.patterns?.stored() ?? []
    case .lexicon(let block): try block.patterns?.stored() ?? []
    }
  }
}

extension PatternBlock where Patterns: MatchedPatterns {
  /// The block with its patterns as they were stored beside it.
  fileprivate func restoring(_ file: [UInt8]) throws -> PatternBlock {
    let patterns: Patterns
    do {
      patterns = try Patterns(restoring: file, source: source)
    } catch let error as TextFeaturesError {
      throw TextFeaturesError.badState("the patterns of block \"\(name)\" cannot be read (\(error.problem))")
    }
    guard patterns.digest == digest else {
      throw TextFeaturesError.badState("the patterns of block \"\(name)\" are not those it was trained with")
    }
    return PatternBlock(name: name, length: length, source: source, patterns: patterns)
  }
}

extension FittedState {
  /// The options with the patterns that are stored beside them.
  ///
  /// - Throws: `TextFeaturesError` where the patterns are not those that the options name.
  func configurationWithPatterns() throws -> FeatureConfiguration {
    var configuration = configuration
    var stored = dense[...]
    for (place, block) in configuration.blocks.enumerated() where block.ngramBlock == nil {
      guard let state = stored.popFirst() else {
        throw TextFeaturesError.badState("the patterns of block \"\(block.name)\" are missing")
      }
      switch block {
      case .ngrams: break
      case .cues(let block): configuration.blocks[place] = .cues(try block.restoring(state.file))
      case .lexicon(let block): configuration.blocks[place] = .lexicon(try block.restoring(state.file))
      }
    }
    guard stored.isEmpty else {
      throw TextFeaturesError.badState("there are patterns for \(stored.count) more blocks than the options have")
    }
    return configuration
  }
}

extension FittedMatches {
  /// - Throws: `TextFeaturesError` where the numbers are not those of the block's columns.
  init(restoring state: FittedState.Dense, under block: FeatureBlock) throws {
    let place = "block \"\(block.name)\""
    guard let (columns, length) = block.matchColumns else {
      throw TextFeaturesError.badState("the patterns of \(place) are missing")
    }
    let expected = columns.names.count
    guard state.means.count == expected, state.deviations.count == expected else {
      throw TextFeaturesError.badState(
        "\(place) has \(state.means.count) means and \(state.deviations.count) deviations (expected \(expected) each)")
    }
    guard state.means.allSatisfy(\.isFinite), state.deviations.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      throw TextFeaturesError.badState("a mean or a deviation of \(place) is no ordinary number")
    }
    self.init(block, length: length, columns: columns, means: state.means, deviations: state.deviations)
  }
}
