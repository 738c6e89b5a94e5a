/// Cuts paragraphs into tokens. Each byte is looked at a bounded number of times.
struct Tokenizer {
  private let language: LanguageData
  private var text: [UInt8] = []
  private var tokens: [Token] = []
  private var paragraph = 0
  private var end = 0
  private var position = 0
  private var followsSpace = true
  /// The lower-case spelling of the word at hand.
  private var spelling: [UInt8] = []

  init(language: LanguageData) { self.language = language }

  /// The tokens of all paragraphs, and which of them each paragraph has.
  mutating func tokens(of article: Article) -> ([Token], [Range<Int>]) {
    text = article.text
    tokens.reserveCapacity(text.count / 5)
    let paragraphs = article.paragraphs.indices.map { index in
      let first = tokens.count
      paragraph = index
      position = article.paragraphs[index].range.lowerBound
      end = article.paragraphs[index].range.upperBound
      followsSpace = true
      while position < end { scan() }
      return first..<tokens.count
    }
    return (tokens, paragraphs)
  }

  private func scalar(at index: Int) -> TextScalar? {
    index < end ? TextScalar(text, at: index, end: end) : nil
  }

  private mutating func scan() {
    if text[position] <= 0x20 {
      position += 1
      followsSpace = true
      return
    }
    let scalar = TextScalar(text, at: position, end: end)
    if scalar.isSpace {
      position += scalar.length
      followsSpace = true
    } else if scalar.isLetter {
      scanWord()
    } else if scalar.isDigit {
      scanNumber()
    } else {
      scanMark(scalar)
    }
  }

  private mutating func add(
    _ kind: Token.Kind, from start: Int, hash: UInt32 = 0, letters: Token.Letters = .small
  ) {
    let isSpelled = kind == .word || kind == .number
    let stem = kind == .word && letters != .allCapitals ? stemLength : spelling.count
    tokens.append(
      Token(
        start: Int32(start), end: Int32(position),
        word: isSpelled ? language.words.find(spelling, hash: hash) : .unknown,
        spelling: stem == spelling.count ? hash : InternedWords.hash(spelling[..<stem]),
        paragraph: Int32(paragraph), kind: kind, letters: letters, followsSpace: followsSpace,
        endsWithPoint: kind == .word && text[position - 1] == 0x2E))
    followsSpace = false
  }

  /// How much of the word at hand is its stem: all of it but in Russian.
  private var stemLength: Int {
    spelling.last.map { $0 >= 0x80 } ?? false ? CyrillicStem.length(of: spelling) : spelling.count
  }
}

// MARK: Marks and numbers

extension Tokenizer {
  private mutating func scanMark(_ scalar: TextScalar) {
    let start = position
    let next = self.scalar(at: start + scalar.length)
    position += scalar.length
    switch scalar.value {
    case 0x2E where next?.value == 0x2E:
      while position < end, text[position] == 0x2E { position += 1 }
      add(.ellipsis, from: start)
    case 0x27 where next?.value == 0x27, 0x60 where next?.value == 0x60:
      position += 1
      add(scalar.value == 0x27 ? .closingQuote : .openingQuote, from: start)
    case 0x2D:
      let isDouble = next?.value == 0x2D
      if isDouble { position += 1 }
      add(isDouble || (followsSpace && next.map(\.isSpace) ?? true) ? .dash : .other, from: start)
    case 0x27, 0x2019:
      if isClitic(at: start), !followsSpace { scanClitic(from: start) } else { add(scalar.kind, from: start) }
    default: add(scalar.kind, from: start)
    }
  }

  private mutating func scanNumber() {
    let start = position
    spelling.removeAll(keepingCapacity: true)
    while let scalar = scalar(at: position) {
      let isSeparator = scalar.value == 0x2C || scalar.value == 0x2E || scalar.value == 0x3A
      guard scalar.isDigit || scalar.isLetter || (isSeparator && self.scalar(at: position + 1)?.isDigit == true) else {
        break
      }
      spelling.append(scalar: scalar.lowercased)
      position += scalar.length
    }
    add(.number, from: start, hash: InternedWords.hash(spelling))
  }
}

// MARK: Words

extension Tokenizer {
  /// The letters of the word at hand.
  private struct WordShape {
    var letterCount = 0
    var capitalCount = 0
    var beginsWithCapital = false
    var hasher = InternedWords.Hasher()

    var letters: Token.Letters {
      letterCount > 1 && capitalCount == letterCount ? .allCapitals : beginsWithCapital ? .capitalised : .small
    }

    mutating func count(isCapital: Bool) {
      if isCapital {
        capitalCount += 1
        if letterCount == 0 { beginsWithCapital = true }
      }
      letterCount += 1
    }
  }

  private mutating func scanWord() {
    let start = position
    var shape = WordShape()
    spelling.removeAll(keepingCapacity: true)
    while position < end {
      let byte = text[position]
      let small = byte | 0x20
      if small >= 97, small <= 122 {
        shape.count(isCapital: small != byte)
        spelling.append(small)
        shape.hasher.combine(small)
        position += 1
      } else if byte <= 0x20 || byte == 0x2C || !scanOther(&shape) {
        break
      }
    }
    takeFullStop(of: shape)
    add(.word, from: start, hash: shape.hasher.value, letters: shape.letters)
  }

  /// Takes what is no ASCII letter into the word, where it belongs there.
  private mutating func scanOther(_ shape: inout WordShape) -> Bool {
    let scalar = TextScalar(text, at: position, end: end)
    let small = scalar.lowercased
    let length = spelling.count
    if scalar.isLetter {
      shape.count(isCapital: small != scalar.value)
    } else if !scalar.isDigit, !joinsLetters(scalar) {
      return false
    }
    spelling.append(scalar: small == 0x451 ? 0x435 : small)
    for index in length..<spelling.count { shape.hasher.combine(spelling[index]) }
    position += scalar.length
    return true
  }

  /// Whether the mark at hand stands within a word: a hyphen or an apostrophe between letters, or a point between single letters.
  private func joinsLetters(_ scalar: TextScalar) -> Bool {
    guard scalar.isApostrophe || scalar.value == 0x2D || scalar.value == 0x2010 || scalar.value == 0x2E,
      let next = self.scalar(at: position + scalar.length), next.isLetter || (scalar.value == 0x2D && next.isDigit)
    else { return false }
    if scalar.isApostrophe { return !isClitic(at: position) }
    guard scalar.value == 0x2E else { return true }
    let lettersSincePoint = spelling.count - ((spelling.lastIndex(of: 0x2E) ?? -1) + 1)
    let following = self.scalar(at: position + 1 + next.length)
    return lettersSincePoint == 1 && following.map { !$0.isLetter } ?? true
  }

  /// Takes a full stop into the word where it belongs to it: after an abbreviation, initials or a single capital.
  private mutating func takeFullStop(of shape: WordShape) {
    guard position < end, text[position] == 0x2E else { return }
    let isInitial = shape.letterCount == 1 && shape.beginsWithCapital && spelling != [0x69]
    let isAbbreviation = language.classes(of: language.words.find(spelling, hash: shape.hasher.value)).contains(
      .abbreviation)
    if isInitial || isAbbreviation || spelling.contains(0x2E) { position += 1 }
  }

  /// Whether an apostrophe begins a clitic: 's, 'd, 'm, 'll, 're, 've and no more letters.
  private func isClitic(at index: Int) -> Bool {
    var cursor = index + (text[index] == 0x27 ? 1 : text[index] == 0xCA ? 2 : 3)
    var letters: [UInt8] = []
    while cursor < end, letters.count < 3, text[cursor] | 0x20 >= 97, text[cursor] | 0x20 <= 122 {
      letters.append(text[cursor] | 0x20)
      cursor += 1
    }
    guard !(scalar(at: cursor)?.isLetter ?? false) else { return false }
    return switch letters {
    case [0x73], [0x64], [0x6D], [0x6C, 0x6C], [0x72, 0x65], [0x76, 0x65]: true
    default: false
    }
  }

  private mutating func scanClitic(from start: Int) {
    spelling.removeAll(keepingCapacity: true)
    spelling.append(0x27)
    while position < end, text[position] | 0x20 >= 97, text[position] | 0x20 <= 122 {
      spelling.append(text[position] | 0x20)
      position += 1
    }
    add(.word, from: start, hash: InternedWords.hash(spelling))
  }
}
