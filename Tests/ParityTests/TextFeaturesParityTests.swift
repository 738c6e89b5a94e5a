import Foundation
import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Tokens, n-grams, TF-IDF and hashing against Python 3.11 and scikit-learn 1.9.1 (Fixtures/generators/text.py).
@Suite struct TextFeaturesParityTests {
  /// Both sides do the same operations on doubles in the same order; only the last bits of `log` may differ.
  private static let tolerance = 1e-13

  @Test func tokensEqualPythonsToTheLetter() throws {
    struct File: Decodable { let cases: [Case] }
    struct Case: Decodable {
      let text: String
      let tokens: [String]
      let cased: [String]
    }
    let cases = try TextFixture.read(File.self, "tokens").cases
    let texts = cases.map(\.text)
    #expect(cases.count > 250)
    let lowered = try FeaturePipeline(FeatureConfiguration().validated()).words(of: texts)
    let cased = try FeaturePipeline(FeatureConfiguration(lowercase: false).validated()).words(of: texts)
    for (index, expected) in cases.enumerated() {
      #expect(
        lowered[index].map(Scalars.init) == expected.tokens.map(Scalars.init), "\(expected.text.debugDescription)")
      #expect(cased[index].map(Scalars.init) == expected.cased.map(Scalars.init), "\(expected.text.debugDescription)")
    }
  }

  @Test func tfidfEqualsScikitLearns() throws {
    let file = try TextFixture.read(TFIDFFixture.self, "tfidf")
    for expected in file.cases {
      let pipeline = FeaturePipeline(try expected.configuration.validated())
      let texts = try pipeline.analyze(file.texts)
      let fitted = try pipeline.fit(texts, rows: Array(file.texts.indices))
      let label = "\(expected.configuration.blocks[0])"
      let names = (0..<fitted.columnCount).map { Scalars(fitted.schema.name(of: $0)) }
      #expect(names == expected.terms.map(Scalars.init), "\(label)")
      expect(fitted.transform(texts, rows: Array(file.texts.indices)).expanded(), equals: expected.rows, label)
      expect(fitted.transform(file.texts), equals: expected.rows, label)
    }
  }

  @Test func unseenTextsAreTransformedAsScikitLearnDoes() throws {
    let file = try TextFixture.read(TFIDFFixture.self, "tfidf")
    for expected in file.cases {
      var configuration = expected.configuration
      configuration.blocks[0].ngramBlock?.minimumDocuments = .count(1)
      configuration.blocks[0].ngramBlock?.maximumDocuments = .proportion(1)
      configuration.blocks[0].ngramBlock?.maximumFeatures = nil
      let pipeline = FeaturePipeline(try configuration.validated())
      let texts = try pipeline.analyze(file.texts)
      let fitted = try pipeline.fit(texts, rows: file.texts.indices.filter { $0.isMultiple(of: 2) })
      let unseen = file.texts.indices.filter { !$0.isMultiple(of: 2) }
      let label = "\(configuration.blocks[0])"
      #expect(fitted.columnCount == expected.unseen.columnCount, "\(label)")
      expect(fitted.transform(texts, rows: unseen).expanded(), equals: expected.unseen.rows, label)
      expect(fitted.transform(unseen.map { file.texts[$0] }), equals: expected.unseen.rows, label)
    }
  }

  @Test func hashedColumnsAndSignsEqualScikitLearns() throws {
    struct File: Decodable {
      let texts: [String]
      let cases: [Case]
    }
    struct Case: Decodable {
      let configuration: FeatureConfiguration
      let rows: [String]
    }
    let file = try TextFixture.read(File.self, "hashing")
    for expected in file.cases {
      let pipeline = FeaturePipeline(try expected.configuration.validated())
      let texts = try pipeline.analyze(file.texts)
      let fitted = try pipeline.fit(texts, rows: Array(file.texts.indices))
      let label = "\(expected.configuration.blocks[0])"
      expect(fitted.transform(texts, rows: Array(file.texts.indices)).expanded(), equals: expected.rows, label)
      expect(fitted.transform(file.texts), equals: expected.rows, label)
    }
  }

  @Test func fitsThatScikitLearnRefusesAreRefusedWithTheCounts() throws {
    struct File: Decodable {
      let texts: [String]
      let cases: [Case]
    }
    struct Case: Decodable {
      let configuration: FeatureConfiguration
      let message: String
    }
    let file = try TextFixture.read(File.self, "errors")
    for refused in file.cases {
      let pipeline = FeaturePipeline(try refused.configuration.validated())
      let error = #expect(throws: TextFeaturesError.self, "\(refused.message)") { try pipeline.fit(file.texts) }
      #expect(error?.problem.contains("\(file.texts.count)") == true, "\(refused.message): \(error?.problem ?? "")")
    }
  }

  private func expect(_ matrix: DesignMatrix, equals rows: [String], _ label: String) {
    guard case .sparse(let sparse) = matrix.blocks[0] else {
      Issue.record("\(label): a dense block")
      return
    }
    #expect(sparse.rowCount == rows.count, "\(label)")
    for (row, expected) in rows.enumerated() {
      let entries = expected.split(separator: " ").map { $0.split(separator: ":") }
      let range = sparse.rowOffsets[row]..<sparse.rowOffsets[row + 1]
      #expect(sparse.columnIndices[range].elementsEqual(entries.map { Int32($0[0]) ?? -1 }), "row \(row) of \(label)")
      let isClose = zip(sparse.values[range], entries).allSatisfy { value, entry in
        abs(value - (Double(entry[1]) ?? .nan)) <= Self.tolerance * max(1, abs(value))
      }
      #expect(isClose, "row \(row) of \(label)")
    }
  }
}

/// A text that is compared scalar by scalar: Swift's own comparison takes composed and decomposed letters for equal.
struct Scalars: Equatable, CustomStringConvertible {
  let values: [UInt32]
  init(_ text: String) { values = text.unicodeScalars.map(\.value) }
  var description: String { values.map { String($0, radix: 16) }.joined(separator: " ") }
}

enum TextFixture {
  static func read<Content: Decodable>(_ type: Content.Type, _ name: String) throws -> Content {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/text")
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
  }
}

private struct TFIDFFixture: Decodable {
  struct Case: Decodable {
    struct Unseen: Decodable {
      let columnCount: Int
      let rows: [String]
    }

    let configuration: FeatureConfiguration
    let terms: [String]
    let rows: [String]
    let unseen: Unseen
  }

  let texts: [String]
  let cases: [Case]
}
