internal import Classifiers
internal import Evaluation
internal import Reproducibility
internal import TextFeatures

/// One setting and the value it has.
public struct ChosenSetting: Codable, Sendable, Hashable {
  /// The setting, as in `--grid`.
  public let name: String
  /// The value, as it was given.
  public let value: String
}

/// Settings to choose among, of the model and of its features: `C=0.1,1,10`, `ngrams=1-1,1-2`, `min-df=1,2`.
public struct SettingsGrid: Sendable, Hashable {
  /// One setting with the values to try for it, in the order given.
  public struct Axis: Sendable, Hashable {
    /// The setting.
    public let name: String
    /// Its values.
    public let values: [String]
  }

  /// One value for each setting.
  struct Candidate: Sendable, Hashable {
    let settings: [ChosenSetting]
    let configuration: TrainingConfiguration
  }

  /// What can be searched.
  public static let names = [
    "C", "penalty", "class-weight", "ngrams", "char-ngrams", "min-df", "max-df", "max-features", "cue-length",
    "lexicon-length",
  ]

  /// The settings, in the order given.
  public let axes: [Axis]

  /// Reads a grid from texts of the form `NAME=VALUE,VALUE,…`, one for each setting.
  ///
  /// - Throws: `ConfigurationError` for a text of another form, an unknown setting, or one that is named twice.
  public init(parsing texts: [String]) throws {
    var axes: [Axis] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw ConfigurationError(
          "a grid of \"\(text)\" (NAME=VALUE,VALUE was expected)", hint: "as in --grid C=0.1,1,10")
      }
      guard Self.names.contains(parts[0]) else {
        throw ConfigurationError(
          "no setting to search is called \"\(parts[0])\"", hint: "there is \(Self.names.joined(separator: ", "))")
      }
      if axes.contains(where: { $0.name == parts[0] }) {
        throw ConfigurationError(
          "the grid names \(parts[0]) twice", hint: "give all its values together: \(parts[0])=1,2")
      }
      let values = parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      axes.append(Axis(name: parts[0], values: values))
    }
    self.axes = axes
  }

  /// Every combination of values, the last setting changing fastest, applied to `base`.
  ///
  /// - Throws: `ConfigurationError`, `TextFeaturesError` or `ClassifierError` for a value that cannot be.
  func candidates(from base: TrainingConfiguration) throws -> [Candidate] {
    var candidates = [Candidate(settings: [], configuration: base)]
    for axis in axes {
      candidates = try candidates.flatMap { candidate in
        try axis.values.map { value in
          var configuration = candidate.configuration
          try Self.set(axis.name, to: value, in: &configuration)
          return Candidate(
            settings: candidate.settings + [ChosenSetting(name: axis.name, value: value)], configuration: configuration)
        }
      }
    }
    for candidate in candidates {
      _ = try candidate.configuration.features.validated()
      _ = try candidate.configuration.model.validated()
    }
    return candidates
  }

  private static func set(_ name: String, to value: String, in configuration: inout TrainingConfiguration) throws {
    func refused(_ expected: String) -> ConfigurationError {
      ConfigurationError(
        "the grid's value \"\(value)\" for \(name) (\(expected) was expected)", hint: "as in C=0.1,1,10")
    }
    switch name {
    case "C":
      guard let number = Double(value), number.isFinite else { throw refused("a number") }
      configuration.model.inverseRegularization = number
    case "penalty":
      guard let penalty = Penalty(rawValue: value) else {
        throw refused(Penalty.allCases.map(\.rawValue).joined(separator: ", "))
      }
      configuration.model.penalty = penalty
    case "class-weight":
      guard let weight = ClassWeight(rawValue: value) else { throw refused("none or balanced") }
      configuration.model.classWeight = weight
    case "ngrams", "char-ngrams":
      let range = try NgramRange(parsing: value)
      let places = configuration.features.blocks.indices.filter {
        configuration.features.blocks[$0].ngramBlock.map { ($0.analyzer == .word) == (name == "ngrams") } ?? false
      }
      if places.isEmpty { throw ConfigurationError("the grid names \(name), and there is no such block of features") }
      for place in places { configuration.features.blocks[place].ngramBlock?.ngrams = range }
    case "cue-length", "lexicon-length":
      guard let length = Double(value), length.isFinite else { throw refused("a number") }
      try setLength(length, named: name, in: &configuration)
    default: try setBound(name, to: value, in: &configuration)
    }
  }

  private static func setLength(
    _ length: Double, named name: String, in configuration: inout TrainingConfiguration
  ) throws {
    var isThere = false
    for (place, block) in configuration.features.blocks.enumerated() {
      switch (block, name) {
      case (.cues(var block), "cue-length"):
        block.length = length
        configuration.features.blocks[place] = .cues(block)
      case (.lexicon(var block), "lexicon-length"):
        block.length = length
        configuration.features.blocks[place] = .lexicon(block)
      default: continue
      }
      isThere = true
    }
    if !isThere {
      let kind = name == "cue-length" ? "cues" : "a dictionary"
      throw ConfigurationError("the grid names \(name), and there is no block of \(kind)")
    }
  }

  private static func setBound(_ name: String, to value: String, in configuration: inout TrainingConfiguration) throws {
    let places = configuration.features.blocks.indices.filter { configuration.features.blocks[$0].ngramBlock != nil }
    if places.isEmpty { throw ConfigurationError("the grid names \(name), and there is no block of n-grams") }
    for place in places {
      switch name {
      case "min-df":
        configuration.features.blocks[place].ngramBlock?.minimumDocuments = try DocumentBound(
          parsing: value, option: name)
      case "max-df":
        configuration.features.blocks[place].ngramBlock?.maximumDocuments = try DocumentBound(
          parsing: value, option: name)
      default:
        guard let count = Int(value), count > 0 else {
          throw ConfigurationError("the grid's value \"\(value)\" for \(name) (a whole number was expected)")
        }
        configuration.features.blocks[place].ngramBlock?.maximumFeatures = count
      }
    }
  }
}
