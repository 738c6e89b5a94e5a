internal import LinearAlgebra
internal import RealModule

/// How a text is written, whatever it says: what a model must not be able to tell the classes by.
enum TextForm {
  /// What the columns of `matrix(of:)` measure.
  static let names = [
    "length", "words", "capitals", "digits", "quotation marks", "exclamation and question marks", "final mark",
  ]

  /// A row a text, a column a measure.
  static func matrix(of texts: [String]) -> DenseMatrix {
    DenseMatrix(rowCount: texts.count, columnCount: names.count, elements: texts.flatMap(measures))
  }

  /// The logarithm of the length in Unicode scalars alone. Complexity: O(bytes), some hundred times cheaper than all measures.
  static func lengths(of texts: [String]) -> DenseMatrix {
    DenseMatrix(
      rowCount: texts.count, columnCount: 1,
      elements: texts.map { Double.log(onePlus: Double($0.unicodeScalars.count)) })
  }

  private static func measures(of text: String) -> [Double] {
    var (scalars, words, capitals, digits, quotes, marks) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var isInWord = false
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      scalars += 1
      let properties = scalar.properties
      if properties.isUppercase { capitals += 1 }
      if properties.numericType != nil { digits += 1 }
      if properties.isQuotationMark { quotes += 1 }
      if scalar == "!" || scalar == "?" { marks += 1 }
      let isLetter = properties.isAlphabetic
      if isLetter, !isInWord { words += 1 }
      isInWord = isLetter
      if !properties.isWhitespace { last = scalar }
    }
    let size = max(1, scalars)
    let endsSentence = last == "." || last == "!" || last == "?" || last == "…" || last.properties.isQuotationMark
    return [
      Double.log(onePlus: scalars), Double.log(onePlus: words), capitals / size, digits / size, quotes / size,
      marks / size,
      endsSentence ? 1 : 0,
    ]
  }
}
