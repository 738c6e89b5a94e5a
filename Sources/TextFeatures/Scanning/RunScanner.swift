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
/// table of 128 bytes; other scalars through `ScalarTable`.
struct RunScanner {
  /// The images of the last text's runs, after `prefix`.
  private(set) var bytes: [UInt8]
  /// The last text's runs of at least `minimumLength`.
  private(set) var runs: [TextRun] = []

  private var table: ScalarTable
  private let asciiImages: [UInt8]
  private let prefix: [UInt8]
  private let minimumLength: Int

  /// - Parameters:
  ///   - minimumLength: shorter runs are not reported.
  ///   - prefix: bytes that `bytes` always begins with.
  init(lowercases: Bool, minimumLength: Int, prefix: [UInt8] = []) {
    table = ScalarTable(lowercases: lowercases)
    asciiImages = table.asciiImages()
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
    let asciiImages = asciiImages
    let images = asciiImages.span
    var output = buffer.mutableSpan
    var run = OpenRun(at: prefix.count)
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        let image = images[Int(byte)]
        if image != 0 {
          if run.length == 0 { run.sourceStart = position }
          output[run.end] = image
          run.end += 1
          run.length += 1
          position += 1
          continue
        }
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
    let needed = prefix.count + sourceCount + sourceCount / 2 + 8
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
