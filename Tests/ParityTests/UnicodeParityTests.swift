import Foundation
import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Every character there is: Python 3.11's classes, lower cases and normal forms (`unicodedata.unidata_version` 14.0.0) against
/// Swift's. Where they differ, the character is newer than Python's version of Unicode.
@Suite struct UnicodeParityTests {
  private struct Characters: Decodable {
    let word: [String]
    let space: [String]
    let lower: String
  }

  /// All scalars in order.
  private static let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

  @Test func wordCharactersDifferFromPythonsOnlyWhereUnicodeIsNewer() throws {
    let fixture = try TextFixture.read(Characters.self, "characters")
    let isWordInPython = ScalarSet(fixture.word)
    // One text a character, between two letters: one word of three if it is a word character.
    let pipeline = try FeaturePipeline(FeatureConfiguration(lowercase: false).validated())
    let words = pipeline.words(of: Self.scalars.map { "b\($0)b" }, on: Parallelism(threadCount: 2))
    var newer: [String: Int] = [:]
    for (scalar, found) in zip(Self.scalars, words) where !found.isEmpty != isWordInPython.contains(scalar) {
      let age = try #require(scalar.properties.age)
      newer["\(age.major).\(age.minor)", default: 0] += 1
    }
    #expect(newer == ["15.0": 4388, "15.1": 622, "16.0": 4382, "17.0": 4657], "the doc comment lists these")
  }

  @Test func lowerCaseAndWhiteSpaceDifferFromPythonsOnlyWhereUnicodeIsNewer() throws {
    let fixture = try TextFixture.read(Characters.self, "characters")
    let isSpaceInPython = ScalarSet(fixture.space)
    let lower = Dictionary(
      uniqueKeysWithValues: fixture.lower.split(separator: " ").map { entry in
        let sides = entry.split(separator: ">")
        return (UInt32(sides[0], radix: 16) ?? 0, sides[1].split(separator: ".").compactMap { UInt32($0, radix: 16) })
      })
    // Twice the character: white space comes out as a single space, others as their lower case. Sigma has neighbours of its own.
    let block = BlockConfiguration(name: "chars", analyzer: .char, ngrams: NgramRange(1, 1), idf: .none, norm: .none)
    let pipeline = FeaturePipeline(try FeatureConfiguration(blocks: [block]).validated())
    let texts = try pipeline.analyze(Self.scalars.map { "\($0)\($0)" }, on: Parallelism(threadCount: 2))
    let fitted = try pipeline.fit(texts, rows: Array(Self.scalars.indices))
    let matrix = fitted.transform(texts, rows: Array(Self.scalars.indices))
    guard case .sparse(let rows) = matrix.blocks[0] else { return }
    let names = (0..<fitted.columnCount).map { fitted.schema.name(of: $0).unicodeScalars.map(\.value) }
    var newer: [String: Int] = [:]
    for (row, scalar) in Self.scalars.enumerated() where scalar != "\u{3A3}" {
      let entries = rows.rowOffsets[row]..<rows.rowOffsets[row + 1]
      let found = entries.flatMap { names[Int(rows.columnIndices[$0])] }.sorted()
      let expected = isSpaceInPython.contains(scalar) ? [32] : (lower[scalar.value] ?? [scalar.value]).sorted()
      guard found != expected else { continue }
      let age = try #require(scalar.properties.age)
      newer["\(age.major).\(age.minor)", default: 0] += 1
    }
    #expect(newer == ["16.0": 27, "17.0": 28], "the doc comment lists these")
  }

  @Test func normalFormsEqualPythons() throws {
    struct Forms: Decodable {
      struct Case: Decodable {
        let text: String
        let nfc: String
        let nfkc: String
      }
      let cases: [Case]
      let assigned: [String]
      let nfcDigest: String
      let nfkcDigest: String
    }
    let fixture = try TextFixture.read(Forms.self, "forms")
    let composed = FeaturePipeline(try FeatureConfiguration(normalForm: .nfc).validated())
    let plain = FeaturePipeline(try FeatureConfiguration(normalForm: .nfkc).validated())
    for expected in fixture.cases {
      #expect(Scalars(composed.normalized(expected.text)) == Scalars(expected.nfc))
      #expect(Scalars(plain.normalized(expected.text)) == Scalars(expected.nfkc))
    }
    let assigned = ScalarSet(fixture.assigned)
    let characters = Self.scalars.filter { assigned.contains($0) }
    for (pipeline, digest) in [(composed, fixture.nfcDigest), (plain, fixture.nfkcDigest)] {
      var digester = Digester()
      for character in characters { digester.update(Array((pipeline.normalized(String(character)) + "\n").utf8)) }
      #expect(digester.finish().hexadecimal == digest)
    }
  }
}

/// Characters given as hexadecimal ranges, such as "41-5a".
private struct ScalarSet {
  private var members = [Bool](repeating: false, count: 0x11_0000)

  init(_ ranges: [String]) {
    for range in ranges {
      let ends = range.split(separator: "-").compactMap { Int($0, radix: 16) }
      for value in ends[0]...ends[1] { members[value] = true }
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool { members[Int(scalar.value)] }
}
