internal import Reproducibility
internal import WrittenFiles

/// A cue file, read: cues with what explains them. docs/cues.md describes the format.
public struct CueFile: Sendable {
  /// One cue as its file tells of it.
  public struct Entry: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// What it means.
    public let definition: String
    /// The usual direction of what is said so: `escalatory`, `deescalatory` or `none`. Nothing is computed from it.
    public let leans: String
    /// Sentences that show it, what shows it in square brackets.
    public let examples: [Example]
    /// Sentences that look alike and do not.
    public let counterExamples: [Example]
  }

  /// A sentence and where it stands.
  public struct Example: Sendable, Hashable {
    /// The sentence.
    public let text: String
    /// The line of the file.
    public let line: Int
  }

  /// What the file was called.
  public let path: String
  /// The cues, in order.
  public let entries: [Entry]
  /// The cues made ready to be looked for.
  public let cues: CueSet

  /// Reads the cue file at `path` and holds it to its own examples, or takes the one that ships under that name.
  ///
  /// - Throws: `FileError` where it cannot be read; `TextFeaturesError` with a line for each thing that is wrong: YAML that
  ///   is none, unknown keys, cues twice, patterns that can match nothing, references to unknown cues or in a circle,
  ///   examples that show something else.
  public init(path: String) throws {
    if let bytes = Self.bundled(path) {
      try self.init(bytes, path: path)
      return
    }
    guard path.contains(".") || path.contains("/") else {
      throw TextFeaturesError(
        "no cues ship under the name \"\(path)\" (\(Self.bundledNames.joined(separator: " or ")), or a file was expected)",
        hint: "docs/cues.md tells how to write a file of cues for another language")
    }
    try self.init(try InputFile.contents(of: path), path: path)
    let flaws = exampleFlaws()
    if !flaws.isEmpty { throw TextFeaturesError.cueFile(flaws, path: path) }
  }

  /// Reads a cue file from its bytes. Its examples are not tried.
  ///
  /// - Throws: as `init(path:)` does.
  public init(_ bytes: [UInt8], path: String) throws {
    var reader = CueFileReader(path: path)
    let drafts = try reader.read(bytes)
    let cues = drafts.map { CueSet.Cue(name: $0.name.text, patterns: $0.patterns.map(\.text), except: $0.exceptions) }
    let network = try CueCompiler(path: path).network(of: drafts)
    self.path = path
    self.cues = try CueSet(cues, network: network)
    entries = drafts.map(\.entry)
  }

  /// The English cues that ship with the program.
  ///
  /// - Throws: never in a program that was built from sources that pass their tests.
  public static func bundledEnglish() throws -> CueFile {
    try CueFile(path: bundledEnglishName)
  }

  /// The cues that are used where none are named.
  public static let bundledEnglishName = "cues-en"

  /// The names of the cues that ship with the program.
  public static let bundledNames = [bundledEnglishName, "cues-ru"]

  private static func bundled(_ name: String) -> [UInt8]? {
    switch name {
    case bundledEnglishName: PackageResources.cues_en_yml
    case "cues-ru": PackageResources.cues_ru_yml
    default: nil
    }
  }
}

extension CueFile {
  /// What is wrong with the file's examples, each with its line; nothing where all show what they should.
  public func exampleProblems() -> [String] { exampleFlaws().map { "\(path):\($0.line): \($0.problem)" } }

  /// The examples that do not show what they should, in order; none in a sound file.
  func exampleFlaws() -> [TextFlaw] {
    let preparation = TextPreparation(FeatureConfiguration(), masks: MaskTerms())
    var scanner = CueScanner(preparation)
    return cues.engine.withAutomaton { automaton in
      var flaws: [TextFlaw] = []
      for (number, entry) in entries.enumerated() {
        for (isCounter, examples) in [(false, entry.examples), (true, entry.counterExamples)] {
          for example in examples {
            let (text, expected) = CueFile.marked(example.text)
            scanner.read(text.utf8.span, with: &automaton)
            let found = scanner.matches.filter { $0.cue == number }.map(\.bytes)
            let isRight = isCounter ? found.isEmpty : expected.isEmpty ? !found.isEmpty : found == expected
            if !isRight { flaws.append(CueFile.flaw(entry.name, example, text, found, isCounter: isCounter)) }
          }
        }
      }
      return flaws
    }
  }

  /// A sentence without its square brackets, and the bytes that stood in them.
  private static func marked(_ example: String) -> (text: String, stretches: [Range<Int>]) {
    var (bytes, stretches, start) = ([UInt8](), [Range<Int>](), 0)
    for byte in example.utf8 {
      switch byte {
      case 0x5B: start = bytes.count
      case 0x5D: stretches.append(start..<max(start, bytes.count))
      default: bytes.append(byte)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), stretches)
  }

  private static func flaw(
    _ name: String, _ example: Example, _ text: String, _ found: [Range<Int>], isCounter: Bool
  ) -> TextFlaw {
    let bytes = Array(text.utf8)
    let shown = found.map { "\"\(String(decoding: bytes[$0], as: UTF8.self))\"" }.joined(separator: ", ")
    let seen = found.isEmpty ? "nothing" : shown
    let kind = isCounter ? "a counter-example" : "an example"
    return TextFlaw(
      line: example.line,
      problem:
        "in \(kind) of \"\(name)\" its patterns match \(seen) (\(isCounter ? "nothing" : "what stands in brackets") "
        + "was expected): \(example.text)")
  }
}
