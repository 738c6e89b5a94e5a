internal import Glibc

/// What stands on the surface of a text, counted.
struct SurfaceCounts: Sendable, Hashable {
  private(set) var words = 0
  private(set) var letters = 0
  private(set) var negations = 0
  private(set) var numbers = 0
  private(set) var quotationMarks = 0
  private(set) var sentences = 0
  private(set) var questions = 0
  private(set) var exclamations = 0

  /// Adds a sentence.
  mutating func add(_ tokens: Span<CueToken>) {
    var (isQuestion, isExclamation) = (false, false)
    for index in 0..<tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .word, .number:
        words += 1
        letters += Int(token.length)
        if token.isNegation { negations += 1 }
        if token.kind == .number { numbers += 1 }
      case .question: isQuestion = true
      case .exclamation: isExclamation = true
      case .quotation: quotationMarks += 1
      default: break
      }
    }
    sentences += 1
    if isQuestion { questions += 1 }
    if isExclamation { exclamations += 1 }
  }
}

/// Measures of a text's surface that stand beside its cues.
enum SurfaceMeasure: String, CaseIterable, Sendable {
  /// ln(1 + number of words).
  case length
  /// Characters a word.
  case wordLength = "word-length"
  /// The share of words that deny.
  case negations
  /// The share of words that are numbers in digits.
  case numbers
  /// Quotation marks a word.
  case quotationMarks = "quotation-marks"
  /// The share of sentences that ask.
  case questions
  /// The share of sentences with an exclamation mark.
  case exclamations

  /// The measure of a text; 0 where there is nothing to take a share of.
  func value(_ counts: SurfaceCounts) -> Double {
    switch self {
    case .length: log1p(Double(counts.words))
    case .wordLength: Self.share(counts.letters, counts.words)
    case .negations: Self.share(counts.negations, counts.words)
    case .numbers: Self.share(counts.numbers, counts.words)
    case .quotationMarks: Self.share(counts.quotationMarks, counts.words)
    case .questions: Self.share(counts.questions, counts.sentences)
    case .exclamations: Self.share(counts.exclamations, counts.sentences)
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
