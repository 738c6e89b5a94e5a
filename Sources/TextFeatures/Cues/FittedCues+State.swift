extension FittedState.Cues {
  /// What to store of a block.
  init(_ block: FittedCues) {
    // Names and patterns are texts, which can always be written.
    let file = try? block.configuration.cues?.stored()
    self.init(file: file ?? [], means: block.means, deviations: block.deviations)
  }
}

extension FittedState {
  /// The options with the cues that are stored beside them.
  ///
  /// - Throws: `TextFeaturesError` where the cues are not those that the options name.
  func configurationWithCues() throws -> FeatureConfiguration {
    var configuration = configuration
    var stored = cues[...]
    for (place, block) in configuration.blocks.enumerated() {
      guard case .cues(let block) = block else { continue }
      guard let cues = stored.popFirst() else {
        throw TextFeaturesError.badState("the cues of block \"\(block.name)\" are missing")
      }
      let file: CueFile
      do {
        file = try CueFile(cues.file, path: block.source)
      } catch let error as TextFeaturesError {
        throw TextFeaturesError.badState("the cues of block \"\(block.name)\" cannot be read (\(error.problem))")
      }
      guard file.cues.digest == block.digest else {
        throw TextFeaturesError.badState("the cues of block \"\(block.name)\" are not those it was trained with")
      }
      configuration.blocks[place] = .cues(
        CueConfiguration(name: block.name, length: block.length, source: block.source, cues: file.cues))
    }
    guard stored.isEmpty else {
      throw TextFeaturesError.badState("there are cues for \(stored.count) more blocks than the options have")
    }
    return configuration
  }
}

extension FittedCues {
  /// - Throws: `TextFeaturesError` where the numbers are not those of the cues' columns.
  init(restoring state: FittedState.Cues, under block: CueConfiguration) throws {
    let place = "block \"\(block.name)\""
    let expected = block.cues.map { CueConfiguration.columnNames($0).count } ?? 0
    guard state.means.count == expected, state.deviations.count == expected else {
      throw TextFeaturesError.badState(
        "\(place) has \(state.means.count) means and \(state.deviations.count) deviations (expected \(expected) each)")
    }
    guard state.means.allSatisfy(\.isFinite), state.deviations.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      throw TextFeaturesError.badState("a mean or a deviation of \(place) is no ordinary number")
    }
    self.init(block, means: state.means, deviations: state.deviations)
  }
}
