import Corpora
import Foundation
import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Whole real corpora: every token, every column and the sum of all values equal Python's and scikit-learn's.
@Suite(.enabled(if: RealTexts.areThere, "the real corpora are not at hand (../shared/data)"))
struct RealTextParityTests {
  @Test(arguments: try RealTexts.cases())
  func tokensEqualPythonsToTheLetter(_ corpus: RealTexts) throws {
    let texts = try corpus.read()
    #expect(RealTexts.digest(texts) == corpus.textsDigest)
    let pipeline = FeaturePipeline(try FeatureConfiguration().validated())
    let tokens = pipeline.words(of: texts, on: Parallelism(threadCount: 2))
    #expect(RealTexts.digest(tokens.map { $0.joined(separator: " ") }) == corpus.tokensDigest)
  }

  @Test(arguments: try RealTexts.cases())
  func columnsAndValuesEqualScikitLearns(_ corpus: RealTexts) throws {
    let texts = try corpus.read()
    for expected in corpus.matrices {
      let pipeline = FeaturePipeline(try expected.configuration.validated())
      let rows = Array(texts.indices)
      let analyzed = try pipeline.analyze(texts, on: Parallelism(threadCount: 2))
      let fitted = try pipeline.fit(analyzed, rows: rows)
      #expect(fitted.columnCount == expected.columns)
      #expect(RealTexts.digest((0..<fitted.columnCount).map { fitted.schema.name(of: $0) }) == expected.termsDigest)
      let matrix = fitted.transform(analyzed, rows: rows, on: Parallelism(threadCount: 2)).expanded()
      #expect(matrix.storedCount == expected.nonzeros)
      // A sum of up to six million products in another order than numpy's.
      #expect(abs(checksum(matrix) / expected.checksum - 1) < 1e-12)
      #expect(fitted.transform(texts) == matrix, "new texts and analysed ones have the same values, bit for bit")
    }
  }

  /// The sum of all values, each with a weight that tells rows and columns apart.
  private func checksum(_ matrix: DesignMatrix) -> Double {
    guard case .sparse(let rows) = matrix.blocks[0] else { return .nan }
    var sum = 0.0
    for row in 0..<rows.rowCount {
      for entry in rows.rowOffsets[row]..<rows.rowOffsets[row + 1] {
        sum += rows.values[entry] * Double(row % 97 + 1) * Double(rows.columnIndices[entry] % 89 + 1)
      }
    }
    return sum
  }
}

/// A corpus that may be beside the repository, with what Python found in it.
struct RealTexts: Decodable, Sendable, CustomTestStringConvertible {
  struct Matrix: Decodable, Sendable {
    let configuration: FeatureConfiguration
    let columns: Int
    let nonzeros: Int
    let termsDigest: String
    let checksum: Double
  }

  let path: String
  let column: String?
  let textsDigest: String
  let tokensDigest: String
  let matrices: [Matrix]

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data")

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path) }

  var testDescription: String { "\(path) \(column ?? "")" }

  static func cases() throws -> [RealTexts] {
    struct File: Decodable { let cases: [RealTexts] }
    return try TextFixture.read(File.self, "corpora").cases
  }

  func read() throws -> [String] {
    let options = ReadingOptions(columns: ColumnNames(text: column ?? "text"), badRows: .fail)
    return try CorpusReader.read(RealTexts.folder.appendingPathComponent(path).path, options: options).texts
  }

  static func digest(_ lines: [String]) -> String {
    var digester = Digester()
    for line in lines { digester.update(Array((line + "\n").utf8)) }
    return digester.finish().hexadecimal
  }
}
