internal import Corpora
internal import Reproducibility

/// Verbs and verb phrases in the six classes.
public struct VerbList: Sendable {
  /// A verb and its class.
  public struct Entry: Sendable, Hashable {
    /// What the verb is called; the words of a phrase are joined by `_`.
    public let lemma: String
    /// Its forms: the infinitive, the third person, the past where it differs, the participle where it differs, the form in -ing;
    /// where the verb has two spellings, those of the second after them. `*` stands for an object within a phrase.
    public let forms: [String]
    /// Its class.
    public let verbClass: VerbClass
  }

  /// The verbs, in the order of the file.
  public let entries: [Entry]
  /// The forms by their first word, those of more words first.
  private let patterns: [String: [VerbPattern]]

  /// The English verbs that were written for this project.
  public static let bundledEnglish: VerbList = {
    do {
      return try VerbList(bytes: PackageResources.vics_verbs_en_csv, file: "vics-verbs-en.csv")
    } catch {
      preconditionFailure("the library's own verbs: \(error)")
    }
  }()

  /// Reads a file with the columns `lemma,forms,class,note`.
  ///
  /// - Throws: `CorpusError` with the line of each row that is malformed, has a class that is none, or has a form that another
  ///   class has; `FileError`.
  public init(reading path: String) throws {
    try self.init(bytes: InputFile.contents(of: path), file: path)
  }

  /// Reads verbs from memory; see `init(reading:)`.
  ///
  /// - Parameter file: what they are called in complaints.
  public init(bytes: [UInt8], file: String) throws {
    var reader = VerbListReader(file: file)
    try reader.read(bytes)
    entries = reader.entries
    var patterns: [String: [VerbPattern]] = [:]
    for (index, entry) in entries.enumerated() {
      for pattern in VerbPattern.patterns(of: entry, number: index) {
        patterns[pattern.words[0], default: []].append(pattern)
      }
    }
    self.patterns = patterns.mapValues { alternatives in
      alternatives.sorted { ($1.words.count, $0.entry) < ($0.words.count, $1.entry) }
    }
  }

  /// The forms that begin with a lower-case word, those of more words first.
  func patterns(beginningWith word: String) -> [VerbPattern] { patterns[word] ?? [] }
}
