internal import Reproducibility
internal import WrittenFiles

/// A dictionary's file, read. docs/lexicons.md describes the forms.
public struct LexiconFile: Sendable {
  /// The forms that dictionaries come in.
  public enum Form: String, Sendable, CaseIterable {
    /// quanteda's YAML: names with lists of patterns, or with further names below them.
    case yaml
    /// LIWC's: a numbered list of categories between two `%`, then words with numbers.
    case liwc
    /// Lexicoder's: `+NAME`, then its patterns, one a line.
    case lexicoder
    /// A pattern and its weight a line, between them a tab, a comma or a semicolon.
    case weighted

    /// The form that a file's name tells; nil where it does not.
    public init?(ofFile path: String) {
      guard let dot = path.lastIndex(of: "."), let form = Self.byEnding[path[dot...].dropFirst().lowercased()] else {
        return nil
      }
      self = form
    }

    private static let byEnding: [String: Form] = [
      "yml": .yaml, "yaml": .yaml, "dic": .liwc, "lc3": .lexicoder, "csv": .weighted, "tsv": .weighted,
      "txt": .weighted,
    ]
  }

  /// What the file was called.
  public let path: String
  /// The dictionary.
  public let lexicon: Lexicon
  /// What was left out of it or taken once, in sentences for the user.
  public let notes: [String]

  /// Reads the dictionary at `path`, or the one that ships under that name.
  ///
  /// - Throws: `FileError` where it cannot be read; `TextFeaturesError` with a line for each thing that is wrong.
  public init(path: String) throws {
    if let bytes = Self.bundled(path) {
      try self.init(bytes, path: path, form: .yaml)
      return
    }
    guard let form = Form(ofFile: path) else {
      throw TextFeaturesError(
        "\(path): the name tells no form of a dictionary "
          + "(.yml, .yaml, .dic, .lc3, .csv, .tsv or .txt was expected, or \(Self.bundledNames.joined(separator: ", ")))",
        hint: "docs/lexicons.md describes the forms of dictionaries")
    }
    try self.init(try InputFile.contents(of: path), path: path, form: form)
  }

  /// Reads a dictionary from its bytes.
  ///
  /// - Throws: `TextFeaturesError` with a line for each thing that is wrong.
  public init(_ bytes: [UInt8], path: String, form: Form) throws {
    self.path = path
    let draft: LexiconDraft
    do {
      draft =
        switch form {
        case .yaml: try YAMLLexiconReader.draft(of: bytes)
        case .liwc: LIWCReader.draft(of: try PlainText.decoded(bytes))
        case .lexicoder: LexicoderReader.draft(of: try PlainText.decoded(bytes))
        case .weighted: WeightedListReader.draft(of: try PlainText.decoded(bytes))
        }
    } catch {
      throw TextFeaturesError.lexicon([error], path: path)
    }
    (lexicon, notes) = try draft.lexicon(path: path)
  }
}

extension LexiconFile {
  /// The dictionary that is used where none is named: moves of escalation and de-escalation in English.
  public static let bundledEnglishName = "escalation-moves-en"

  /// The names of the dictionaries that ship with the program.
  public static let bundledNames = [bundledEnglishName, "escalation-moves-ru"]

  private static func bundled(_ name: String) -> [UInt8]? {
    switch name {
    case bundledEnglishName: PackageResources.escalation_moves_en_yml
    case "escalation-moves-ru": PackageResources.escalation_moves_ru_yml
    default: nil
    }
  }
}
