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

/// Columns shifted and scaled to mean 0 and variance 1 in the rows it was learnt from; constant ones become 0.
struct Standardization {
  private let means: [Double]
  private let scales: [Double]

  init(_ matrix: DenseMatrix) {
    let count = Double(max(1, matrix.rowCount))
    var (means, scales): ([Double], [Double]) = ([], [])
    for column in 0..<matrix.columnCount {
      let values = (0..<matrix.rowCount).map { matrix[$0, column] }
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      means.append(mean)
      scales.append(variance > 1e-20 ? 1 / variance.squareRoot() : 0)
    }
    self.means = means
    self.scales = scales
  }

  func applied(to matrix: DenseMatrix) -> DesignMatrix {
    let elements = matrix.elements.indices.map { place in
      let column = place % matrix.columnCount
      return (matrix.elements[place] - means[column]) * scales[column]
    }
    return DesignMatrix(DenseMatrix(rowCount: matrix.rowCount, columnCount: matrix.columnCount, elements: elements))
  }
}
