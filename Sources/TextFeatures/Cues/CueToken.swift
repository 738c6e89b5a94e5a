/// A word or a mark of a text, as cues see it.
struct CueToken {
  enum Kind: UInt8 {
    case word
    case number
    case comma
    case semicolon
    case colon
    case question
    case exclamation
    case quotation
    case stop
    case ellipsis
    case dash
    /// A bracket or the like that closes, or an apostrophe: it belongs to what stands before it.
    case closing
    case other

    /// Whether it is a word or a number.
    var isWord: Bool { self == .word || self == .number }
    /// Whether a sentence may end after it.
    var mayEndSentence: Bool { self == .stop || self == .question || self == .exclamation || self == .ellipsis }
    /// Whether it goes with the end of a sentence that it stands right after.
    var followsEnd: Bool { mayEndSentence || self == .quotation || self == .closing }
    /// Whether gaps do not reach over it.
    var stopsGaps: Bool {
      switch self {
      case .comma, .semicolon, .colon, .stop, .dash: true
      default: false
      }
    }

    var mark: CueMark? {
      switch self {
      case .comma: .comma
      case .semicolon: .semicolon
      case .colon: .colon
      case .question: .question
      case .exclamation: .exclamation
      case .quotation: .quotation
      default: nil
      }
    }

    static let marks: [Kind] = [
      .comma, .semicolon, .colon, .question, .exclamation, .quotation, .stop, .ellipsis, .dash, .closing, .other,
    ]

    /// What a scalar that is neither a word's nor white space is.
    init(mark scalar: UInt32) {
      switch scalar {
      case 0x2C, 0x060C, 0x3001, 0xFF0C: self = .comma
      case 0x3B: self = .semicolon
      case 0x3A: self = .colon
      case 0x3F, 0x061F, 0xFF1F: self = .question
      case 0x21, 0xFF01: self = .exclamation
      case 0x22, 0xAB, 0xBB, 0x201C...0x201F: self = .quotation
      case 0x2E, 0x0589, 0x3002: self = .stop
      case 0x2026: self = .ellipsis
      case 0x2D, 0x2010...0x2015: self = .dash
      case 0x27, 0x29, 0x5D, 0x7D, 0x2019: self = .closing
      default: self = .other
      }
    }
  }

  var kind: Kind
  /// What patterns can tell of it.
  var tokenClass: CueAutomaton.TokenClass
  var isNegation = false
  /// Whether white space stands before it, and whether an empty line does.
  var followsSpace = false
  var followsBreak = false
  /// The number of scalars.
  var length: Int32 = 1
  /// Where it begins and ends in the bytes of the text.
  var sourceStart: Int32
  var sourceEnd: Int32
  /// Where its image begins and ends in the reader's bytes, for words.
  var imageStart: Int32 = 0
  var imageEnd: Int32 = 0
}
