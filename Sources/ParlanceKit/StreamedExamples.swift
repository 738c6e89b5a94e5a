internal import Corpora
internal import Reproducibility
internal import TextFeatures

/// Rows of a corpus with their texts counted.
struct StreamedBatch: Sendable {
  /// The texts as counts; nil where no row takes part.
  let features: HashedTexts?
  /// Those of the rows that take part.
  let texts: [String]
  let labels: [String]
  let weights: [Double]?
  /// The number of rows that do not, and their labels.
  let leftOutCount: Int
  let leftOutLabels: Set<String>

  /// Takes the rows whose label `selection` may ask for.
  ///
  /// - Throws: `ConfigurationError` where there are no labels, and what counting throws.
  init(_ corpus: Corpus, classes selection: ClassSelection, features pipeline: FeaturePipeline) throws {
    guard let all = corpus.labels else {
      throw ConfigurationError("\(corpus.source.name) has no labels", hint: "name their column with --label-column")
    }
    let rows = all.indices.filter { selection.mayKeep(all[$0]) }
    let kept = rows.count == corpus.count ? corpus : corpus.selecting(rows: rows)
    texts = kept.texts
    labels = kept.labels ?? []
    weights = kept.weights
    leftOutCount = corpus.count - rows.count
    leftOutLabels = leftOutCount == 0 ? [] : Set(all.filter { !selection.mayKeep($0) })
    features = rows.isEmpty ? nil : try pipeline.hashedCounts(of: texts)
  }
}

/// What training needs of the rows of a corpus once their texts have been forgotten.
struct StreamedExamples: Sendable {
  private let selection: ClassSelection
  private var features: HashedFeatureBuilder
  private var labels = LabelNumbers()
  /// The number of each row's label.
  private var rows: [Int32] = []
  private var weights: [Double]?
  private var probes = ProbeTexts()
  /// The number of rows left out because their label was not asked for.
  private(set) var leftOutCount = 0

  /// No rows yet.
  init(classes selection: ClassSelection, features: HashedFeatureBuilder) {
    self.selection = selection
    self.features = features
  }

  /// The number of rows that take part.
  var count: Int { rows.count }
  /// Some of the texts.
  var probeTexts: [String] { probes.texts }
  /// The weight of each row, or nil where all weigh the same.
  var rowWeights: [Double]? { weights }

  /// Puts rows below the others.
  ///
  /// - Throws: `FileError`, as when the disk is full.
  mutating func append(_ batch: StreamedBatch) throws {
    if let counted = batch.features { try features.append(counted) }
    for label in batch.labels { rows.append(labels.number(of: label)) }
    for label in batch.leftOutLabels.sorted() { _ = labels.number(of: label) }
    for text in batch.texts { probes.append(text) }
    if let more = batch.weights {
      if weights == nil { weights = [] }
      weights?.append(contentsOf: more)
    }
    leftOutCount += batch.leftOutCount
  }

  /// The classes, and which of them each row belongs to.
  ///
  /// - Throws: `ConfigurationError` as `ClassSelection.resolve` does, and where only the end of the corpus told that rows should
  ///   have been left out.
  func resolvedClasses() throws -> (classes: ClassNames, labels: [Int]) {
    let (classes, places) = try selection.resolve(labels.names)
    let resolved = try rows.map { row in
      guard let place = places[Int(row)] else {
        throw ConfigurationError(
          "--matrix-file cannot leave out rows labelled \"\(labels.names[Int(row)])\": there is a label that is itself "
            + "called \"\(ClassSelection.rest)\"",
          hint: "rename that label, or leave those rows out with --where")
      }
      return place
    }
    return (classes, resolved)
  }

  /// The features learnt, and the rows' values.
  ///
  /// - Throws: as `HashedFeatureBuilder.finish` does.
  func learntFeatures(on parallelism: Parallelism) throws -> (pipeline: FittedPipeline, matrix: DesignMatrix) {
    try features.finish(on: parallelism)
  }
}

/// Different labels, numbered as they are met.
private struct LabelNumbers: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of label: String) -> Int32 {
    if let number = numbers[label] { return number }
    let number = Int32(names.count)
    numbers[label] = number
    names.append(label)
    return number
  }
}

extension ClassSelection {
  /// Whether rows with this label take part as far as can be told before all labels are known.
  func mayKeep(_ label: String) -> Bool { names.isEmpty || names.contains(Self.rest) || names.contains(label) }
}
