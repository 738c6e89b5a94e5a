internal import Reports

extension Explanation {
  /// The text, each word of it marked by what its characters add.
  ///
  /// Stretches overlap: a character stands in words, pairs of words, runs of characters and cues at once. Each contribution is
  /// therefore spread evenly over the characters it stands on, and a word is marked by their sum; what falls on the space between
  /// words goes to the word before it.
  var markedText: ReportFigure {
    let scalars = Array(text.unicodeScalars)
    let shares = characterShares(count: scalars.count)
    // Ranges count characters, marks count bytes.
    var bytes = [0]
    for scalar in scalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
    let marks = Self.words(of: scalars).compactMap { word -> ReportFigure.AnnotatedText.Mark? in
      let value = shares[word.all].reduce(0, +)
      return value == 0
        ? nil : .init(start: bytes[word.core.lowerBound], end: bytes[word.core.upperBound], value: value)
    }
    return ReportFigure(
      title: "Marked by what each word adds",
      drawing: .annotatedText(
        ReportFigure.AnnotatedText(
          text: text, marks: marks, negativeName: "towards \(against)", positiveName: "towards \(positive)")))
  }

  /// What each character adds.
  private func characterShares(count: Int) -> [Double] {
    var shares = [Double](repeating: 0, count: count)
    for contribution in contributions {
      let length = contribution.ranges.reduce(0) { $0 + $1.end - $1.start }
      guard length > 0 else { continue }
      let share = contribution.contribution / Double(length)
      for range in contribution.ranges { for place in range.start..<range.end { shares[place] += share } }
    }
    return shares
  }

  /// The words between white space: with the space after them (and before the first), and without marks at their ends.
  private static func words(of scalars: [Unicode.Scalar]) -> [(all: Range<Int>, core: Range<Int>)] {
    var words: [(all: Range<Int>, core: Range<Int>)] = []
    var start = 0
    while start < scalars.count {
      let first = scalars[start...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      let end = scalars[first...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
      guard first < end else { break }
      let next = scalars[end...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      let isPartOfWord = { (place: Int) in
        scalars[place].properties.isAlphabetic || scalars[place].properties.numericType != nil
      }
      let inner = (first..<end).first(where: isPartOfWord) ?? first
      let last = (inner..<end).last(where: isPartOfWord).map { $0 + 1 } ?? end
      words.append((all: start..<next, core: inner..<last))
      start = next
    }
    return words
  }
}
