internal import ArgumentParser
internal import ParlanceKit
internal import Quotation
internal import Reproducibility
internal import TextFeatures

/// How texts become features. The defaults are scikit-learn's `TfidfVectorizer`'s.
struct FeatureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The blocks of features, in order: words, chars, cues, lexicon.", valueName: "block,block"))
  var features = "words"

  @Option(help: ArgumentHelp("Lengths of word n-grams: 1-2 for words and pairs.", valueName: "a-b"))
  var ngrams = "1-1"

  @Option(help: ArgumentHelp("Lengths of character n-grams.", valueName: "a-b"))
  var charNgrams = "2-5"

  @Option(help: "Where character n-grams are taken: char_wb (within words) or char.")
  var charAnalyzer = "char_wb"

  @Option(help: "Leave out terms in fewer texts: a count (2) or a share (0.01).")
  var minDf = "1"

  @Option(help: "Leave out terms in more texts: a count (100) or a share (0.9).")
  var maxDf = "1.0"

  @Option(help: "Keep only this many terms, the most frequent.")
  var maxFeatures: Int?

  @Flag(help: "Count 1 + ln(n) for a term that stands n times.")
  var sublinearTf = false

  @Flag(inversion: .prefixedNo, help: "Weigh terms by inverse document frequency.")
  var idf = true

  @Option(help: "Scale each text's features to length one: l2, l1 or none.")
  var norm: BlockConfiguration.Norm = .l2

  @Flag(inversion: .prefixedNo, help: "Lower-case texts first.")
  var lowercase = true

  @Option(help: "Bring texts to a Unicode normal form first: none, nfc or nfkc.")
  var unicode: FeatureConfiguration.NormalForm = .none

  @Option(help: "Stem words by Snowball's rules for this language (english, russian, armenian, ...).")
  var stem: String?

  @Option(
    help: ArgumentHelp(
      "The cues of the block cues, instead of the English ones that are bundled.",
      discussion: "cues-ru, or a YAML file as docs/cues.md describes it.", valueName: "file"))
  var cues: String?

  @Option(
    help: ArgumentHelp(
      "How long the rows of the block cues are on average; those of words have length 1.", valueName: "length"))
  var cueLength = 0.5

  @Option(
    help: ArgumentHelp(
      "The dictionary of the block lexicon, instead of the English one that is bundled.",
      discussion: "A file as docs/lexicons.md describes it, or escalation-moves-ru.", valueName: "file"))
  var lexicon: String?

  @Option(help: ArgumentHelp("The same length for the rows of the block lexicon.", valueName: "length"))
  var lexiconLength = 0.5

  @Option(help: "Leave out the words in this file, one a line.")
  var stopWords: String?

  @Option(help: ArgumentHelp("Hash terms to this many columns instead of keeping a vocabulary.", valueName: "columns"))
  var hashFeatures: Int?

  @Option(
    help: ArgumentHelp(
      """
      Replace what tells who speaks: actors and targets (by the names in their columns), places, demonyms and outlets (by the \
      gazetteer's names, and columns called place and outlet), numbers.
      """, valueName: "actors,targets,places,demonyms,outlets,numbers"))
  var mask: String?

  @Option(
    help: ArgumentHelp(
      "Names to mask besides those that are known (name,kind,of,language).", valueName: "file"))
  var gazetteer: String?

  /// The options as one value; what is probably not meant is said as notes.
  ///
  /// - Throws: `TextFeaturesError` or `ConfigurationError` for values that cannot be; `FileError` for the stop words.
  func configuration(isQuiet: Bool) throws -> FeatureConfiguration {
    let blocks: [FeatureBlock] = try features.split(separator: ",").map { name in
      switch name {
      case "words": .ngrams(try wordBlock())
      case "chars": .ngrams(try characterBlock())
      case "cues": .cues(CueConfiguration(try cueFile(), length: cueLength))
      case "lexicon": .lexicon(try lexiconBlock())
      default:
        throw ConfigurationError(
          "--features: there is no block \"\(name)\"",
          hint: "the blocks are words, chars, cues and lexicon, as in --features words,chars")
      }
    }
    let given = [("cues", cues != nil, "of cues"), ("lexicon", lexicon != nil, "of a dictionary")]
    for (name, isGiven, kind) in given where isGiven && !features.split(separator: ",").contains(Substring(name)) {
      throw ConfigurationError(
        "--\(name) is given, and --features \(features) has no block \(kind)", hint: "as in --features words,\(name)")
    }
    let masks = try (mask ?? "").split(separator: ",").map { name in
      guard let mask = FeatureConfiguration.Mask(rawValue: String(name)) else {
        throw ConfigurationError(
          "--mask: \"\(name)\" cannot be masked",
          hint: "what can is \(FeatureConfiguration.Mask.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return mask
    }
    var configuration = FeatureConfiguration(lowercase: lowercase, normalForm: unicode, masks: masks, blocks: blocks)
    configuration.knownNames = try knownNames(for: masks)
    let validated = try configuration.validated()
    for note in validated.notes { Notes.say(note, isQuiet: isQuiet) }
    return validated.configuration
  }

  /// The names of the gazetteer that masks ask for; nil where none does.
  private func knownNames(for masks: [FeatureConfiguration.Mask]) throws -> MaskTerms? {
    guard masks.contains(where: { [.places, .demonyms, .outlets].contains($0) }) else {
      guard gazetteer == nil else {
        throw ConfigurationError(
          "--gazetteer is given, and nothing of it is masked", hint: "as in --mask places,demonyms,outlets")
      }
      return nil
    }
    return MaskTerms(of: try gazetteer.map { try Gazetteer(reading: $0) } ?? .bundled, for: masks)
  }

  private func cueFile() throws -> CueFile {
    try CueFile(path: cues ?? CueFile.bundledEnglishName)
  }

  private func lexiconBlock() throws -> LexiconConfiguration {
    let file = try LexiconFile(path: lexicon ?? LexiconFile.bundledEnglishName)
    return LexiconConfiguration(file, length: lexiconLength)
  }

  private func wordBlock() throws -> BlockConfiguration {
    var block = try commonBlock(.words)
    block.ngrams = try NgramRange(parsing: ngrams)
    block.stopWords = try stopWords.map(Self.words(inFile:)) ?? []
    block.stemming = stem
    return block
  }

  private func characterBlock() throws -> BlockConfiguration {
    var block = try commonBlock(.characters)
    guard let analyzer = BlockConfiguration.Analyzer(rawValue: charAnalyzer), analyzer != .word else {
      throw ConfigurationError("--char-analyzer takes char_wb or char, not \"\(charAnalyzer)\"")
    }
    block.analyzer = analyzer
    block.ngrams = try NgramRange(parsing: charNgrams)
    return block
  }

  private func commonBlock(_ base: BlockConfiguration) throws -> BlockConfiguration {
    var block = base
    block.minimumDocuments = try DocumentBound(parsing: minDf, option: "min-df")
    block.maximumDocuments = try DocumentBound(parsing: maxDf, option: "max-df")
    block.maximumFeatures = maxFeatures
    block.sublinearTF = sublinearTf
    block.idf = idf ? .smooth : .none
    block.norm = norm
    block.hashing = hashFeatures.map { BlockConfiguration.Hashing(columnCount: $0) }
    return block
  }

  private static func words(inFile path: String) throws -> [String] {
    let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
      .filter { !$0.isEmpty }
  }
}
