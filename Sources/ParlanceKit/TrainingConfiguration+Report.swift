internal import Classifiers
internal import Reports
internal import TextFeatures

extension TrainingConfiguration {
  /// The configuration in a few lines.
  var facts: [ReportFact] {
    var facts = features.blocks.map { ReportFact("features: \($0.name)", .text($0.summary)) }
    if !features.masks.isEmpty {
      facts.append(ReportFact("masked", .text(features.masks.map(\.rawValue).joined(separator: ", "))))
    }
    facts.append(
      ReportFact(
        "model",
        .text(
          "logistic regression, \(model.penalty.rawValue) penalty"
            + (model.l1Ratio.map { " (L1 ratio \($0))" } ?? "") + ", C = \(model.inverseRegularization), "
            + "class weights \(model.classWeight.rawValue), "
            + (model.gap.map { "gap \($0)" } ?? "tolerance \(model.tolerance)"))))
    if let prevalence = model.prevalence {
      facts.append(
        ReportFact(
          "prevalence", .text(prevalence.description),
          note: "the intercept is corrected to this share of the positive class"))
    }
    if let calibration { facts.append(ReportFact("calibration", .text(calibration.rawValue))) }
    return facts
  }
}

extension FeatureBlock {
  /// The block in a line.
  var summary: String {
    switch self {
    case .ngrams(let block): block.summary
    case .cues(let block):
      "rhetorical cues of \(block.source) (\(block.digest.short)) and measures of the surface, standardised, rows of length \(block.length)"
    case .lexicon(let block):
      "categories of \(block.source) (\(block.digest.short)), standardised, rows of length \(block.length)"
    }
  }
}

extension BlockConfiguration {
  /// The block in a line: what is counted and how it is weighed.
  var summary: String {
    let unit = analyzer == .word ? "words" : analyzer == .char ? "characters" : "characters within words"
    var parts = ["\(ngrams) \(unit)"]
    if let hashing { parts.append("hashed to \(hashing.columnCount) columns") }
    if minimumDocuments != .count(1) { parts.append("in at least \(minimumDocuments) texts") }
    if maximumDocuments != .proportion(1) { parts.append("in at most \(maximumDocuments) texts") }
    if let maximumFeatures { parts.append("the \(maximumFeatures) most frequent") }
    if let stemming { parts.append("stemmed (\(stemming))") }
    if !stopWords.isEmpty { parts.append("without \(stopWords.count) stop words") }
    parts.append(sublinearTF ? "sublinear TF" : "TF")
    if idf != .none { parts.append("\(idf.rawValue) IDF") }
    parts.append("norm \(norm.rawValue)")
    return parts.joined(separator: ", ")
  }
}
