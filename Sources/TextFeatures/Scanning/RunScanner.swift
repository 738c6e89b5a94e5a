/// A run of word characters in a text.
struct TextRun {
  /// Where its image, lower-cased if asked for, begins and ends in the scanner's `bytes`.
  var start: Int
  var end: Int
  /// Where it begins and ends in the bytes of the text scanned.
  var sourceStart: Int
  var sourceEnd: Int
  /// The number of scalars of its image.
  var length: Int
  /// The `TermHash` of its image.
  var hash: UInt64
}

/// Finds the maximal runs of word characters in texts, lower-casing them on the way.
///
/// The runs of two scalars and more are what Python's `re.findall(r"(?u)\b\w\w+\b", text.lower())` yields. ASCII goes through a
/// table of bytes; other scalars through `ScalarTable`.
struct RunScanner {
  /// The images of the last text's runs, after `prefix`.
  private(set) var bytes: [UInt8]
  /// The last text's runs of at least `minimumLength`.
  private(set) var runs: [TextRun] = []

  private var table: ScalarTable
  /// For each byte its image if it is a word character, 0 if not, and `beyondASCII`.
  private let images: [UInt8]
  private let prefix: [UInt8]
  private let minimumLength: Int

  private static let beyondASCII: UInt8 = 0xFF

  /// - Parameters:
  ///   - minimumLength: shorter runs are not reported.
  ///   - prefix: bytes that `bytes` always begins with.
  init(lowercases: Bool, minimumLength: Int, prefix: [UInt8] = []) {
    table = ScalarTable(lowercases: lowercases)
    let ascii = table.asciiImages()
    images = ascii + [UInt8](repeating: Self.beyondASCII, count: 256 - ascii.count)
    self.minimumLength = minimumLength
    self.prefix = prefix
    bytes = prefix
  }

  /// Finds the runs of `text`; those of the text before are forgotten. Complexity: O(bytes).
  mutating func scan(_ text: Span<UInt8>) {
    runs.removeAll(keepingCapacity: true)
    reserve(for: text.count)
    var buffer: [UInt8] = []
    swap(&buffer, &bytes)
    scan(text, into: &buffer)
    swap(&buffer, &bytes)
  }

  private mutating func scan(_ text: Span<UInt8>, into buffer: inout [UInt8]) {
    let images = images
    let imageSpan = images.span
    var output = buffer.mutableSpan
    var run = OpenRun(at: prefix.count)
    var position = 0
    while position < text.count {
      Self.takeASCII(text, imageSpan, from: &position, to: &run, in: &output)
      guard position < text.count else { break }
      let byte = text[position]
      if byte < 0x80 {
        if run.length > 0 { close(&run, before: position, output.span) }
        position += 1
        continue
      }
      let width = UTF8Scalar.width(of: byte)
      let scalar = UTF8Scalar.value(text, at: position, width: width)
      let facts = table.facts(of: scalar)
      if facts.needsContext {
        take(
          LowercaseContext.lowercase(of: scalar, at: position, in: text), from: position..<(position + width), to: &run,
          in: &output)
      } else if facts.isWord {
        if run.length == 0 { run.sourceStart = position }
        run.append(facts.image, to: &output)
      } else if run.length > 0 {
        close(&run, before: position, output.span)
      }
      position += width
    }
    if run.length > 0 { close(&run, before: text.count, output.span) }
  }

  /// Takes the ASCII word characters that stand at `position`, and moves it past them: most bytes of most texts.
  @inline(__always)
  private static func takeASCII(
    _ text: Span<UInt8>, _ images: Span<UInt8>, from position: inout Int, to run: inout OpenRun,
    in output: inout MutableSpan<UInt8>
  ) {
    let start = position
    var (place, end) = (start, run.end)
    while place < text.count {
      let image = images[Int(text[place])]
      if image == 0 || image == beyondASCII { break }
      output[end] = image
      end &+= 1
      place &+= 1
    }
    guard place > start else { return }
    if run.length == 0 { run.sourceStart = start }
    run.length += place - start
    run.end = end
    position = place
  }

  /// The image of a run as a text.
  func text(of run: TextRun) -> String { String(decoding: bytes[run.start..<run.end], as: UTF8.self) }

  /// Replaces the runs by what masking made of them.
  mutating func replaceRuns(with masked: [TextRun]) { runs = masked }

  /// Takes the scalars that the scalar at `source` becomes: one of them may end the run that another of them began.
  private mutating func take(
    _ images: [UInt32], from source: Range<Int>, to run: inout OpenRun, in output: inout MutableSpan<UInt8>
  ) {
    var sourceEnd = source.lowerBound
    for image in images {
      if table.facts(of: image).isWord {
        if run.length == 0 { run.sourceStart = source.lowerBound }
        run.append(image, to: &output)
        sourceEnd = source.upperBound
      } else if run.length > 0 {
        close(&run, before: sourceEnd, output.span)
      }
    }
  }

  @inline(__always)
  private mutating func close(_ run: inout OpenRun, before sourceEnd: Int, _ bytes: Span<UInt8>) {
    if run.length >= minimumLength {
      runs.append(
        TextRun(
          start: run.start, end: run.end, sourceStart: run.sourceStart, sourceEnd: sourceEnd, length: run.length,
          hash: TermHash.hash(bytes, run.start..<run.end)))
      run = OpenRun(at: run.end)
    } else {
      run = OpenRun(at: run.start)
    }
  }

  /// Lower case is at most half as long again as the text: "Ⱥ" of two bytes becomes "ⱥ" of three.
  private mutating func reserve(for sourceCount: Int) {
    let needed = prefix.count + sourceCount + sourceCount / 2 + 16
    if bytes.count < needed { bytes += [UInt8](repeating: 0, count: needed - bytes.count) }
  }
}

/// A run whose end has not been met.
private struct OpenRun {
  let start: Int
  var end: Int
  var sourceStart = 0
  var length = 0

  @inline(__always)
  init(at start: Int) {
    self.start = start
    end = start
  }

  @inline(__always)
  mutating func append(_ scalar: UInt32, to output: inout MutableSpan<UInt8>) {
    end = UTF8Scalar.encode(scalar, to: &output, at: end)
    length += 1
  }
}
