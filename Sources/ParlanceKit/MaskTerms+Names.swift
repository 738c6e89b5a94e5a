internal import Corpora
public import Quotation
public import TextFeatures

extension MaskTerms {
  /// The names of places, demonyms and outlets that a gazetteer has: states, capitals and what else stands for a state, with their
  /// other names; a demonym's plural besides. Names are found in any case, so that US is left out, which is a pronoun too.
  ///
  /// - Parameter masks: those that are asked for; other lists are empty.
  public init(of gazetteer: Gazetteer, for masks: [FeatureConfiguration.Mask]) {
    self.init()
    for entry in gazetteer.entries where !Self.isCommonWord(entry.name) {
      switch gazetteer.named(entry).kind {
      case .state, .capital, .metonym: if masks.contains(.places) { places.append(entry.name) }
      case .demonym: if masks.contains(.demonyms) { demonyms += Self.withPlural(entry.name) }
      case .outlet: if masks.contains(.outlets) { outlets.append(entry.name) }
      case .organisation, .body, .person, .alias: continue
      }
    }
  }

  private static func isCommonWord(_ name: String) -> Bool {
    let classes = LanguageData.english.classes(of: LanguageData.english.word(name.lowercased()))
    return !classes.isDisjoint(with: [.personalPronoun, .objectPronoun, .preposition, .coordinator, .auxiliary, .modal])
  }

  /// Armenian and Armenians; what ends in a hiss, as Chinese and French, has no other plural.
  private static func withPlural(_ demonym: String) -> [String] {
    let hasPlural =
      demonym.utf8.last.map { $0 < 0x80 } ?? false
      && !["s", "sh", "ch", "ese", "x"].contains { demonym.hasSuffix($0) }
    return hasPlural ? [demonym, demonym + "s"] : [demonym]
  }

  /// The names to mask in `corpus`: those in its actor and target columns, in columns called place and outlet where it has
  /// them, and those that are known without it, each as far as it is asked for.
  ///
  /// - Throws: `ConfigurationError` where actors or targets are asked for and their column is not there.
  init(for configuration: FeatureConfiguration, in corpus: Corpus) throws {
    self = configuration.knownNames ?? MaskTerms()
    for mask in configuration.masks {
      switch mask {
      case .actors: actors += try Self.names(.actor, in: corpus)
      case .targets: targets += try Self.names(.target, in: corpus)
      case .places: places += try Self.names(inColumn: "place", of: corpus)
      case .outlets: outlets += try Self.names(inColumn: "outlet", of: corpus)
      case .demonyms, .numbers: continue
      }
    }
  }

  private static func names(_ column: CorpusColumn, in corpus: Corpus) throws -> [String] {
    guard let values = corpus.values(of: column) else {
      throw ConfigurationError(
        "--mask \(column.rawValue)s: \(corpus.source.name) has no column of \(column.rawValue)s to take the names from",
        hint: "name it with --\(column.rawValue)-column")
    }
    return distinct(values)
  }

  private static func names(inColumn name: String, of corpus: Corpus) throws -> [String] {
    corpus.columnNames.contains(name) ? distinct(try corpus.values(ofColumn: name)) : []
  }

  private static func distinct(_ names: [String]) -> [String] {
    Set(names).filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
