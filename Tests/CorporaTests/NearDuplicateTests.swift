import Corpora
import Reproducibility
import Testing

@Suite("Near duplicates")
struct NearDuplicateTests {
  static func rows(_ texts: [String], threads: Int = 1) throws -> [Int] {
    let corpus = try Corpus(columns: [.init("text", texts)])
    let found = CorpusValidation.findings(of: corpus, on: Parallelism(threadCount: threads))
    return found.first { $0.kind == .nearDuplicates }?.rows ?? []
  }

  @Test("one word in ten, case and punctuation make no other text; half the words do")
  func examples() throws {
    let text = "We will never accept any change of our common border"
    #expect(try Self.rows([text, "We will never accept any change of our common BORDER!"]) == [1])
    #expect(try Self.rows([text, "We will never accept any change of our shared border"]) == [1])
    #expect(try Self.rows([text, "We will never accept any talk about that region"]) == [])
    #expect(try Self.rows([text, text]) == [])
    #expect(try Self.rows(["Thank you.", "Thank you!"]) == [])
    #expect(
      try Self.rows(["Մենք երբեք չենք ընդունի սահմանի փոփոխությունը", "ՄԵՆՔ ԵՐԲԵՔ ՉԵՆՔ ԸՆԴՈՒՆԻ ՍԱՀՄԱՆԻ ՓՈՓՈԽՈՒԹՅՈՒՆԸ"])
        == [1])
  }

  /// The words of a text, as the definition has them, by way of the standard library alone.
  private static func words(_ text: String) -> Set<Substring> { Set(text.lowercased().split(separator: " ")) }

  /// All texts but the earliest of each connected group of pairs at or above 4/5, compared one with every other.
  private static func bruteForce(_ texts: [String]) -> [Int] {
    let sets = texts.map(words)
    var cluster = Array(texts.indices)
    for later in texts.indices where sets[later].count >= 5 {
      for earlier in 0..<later where sets[earlier].count >= 5 && texts[earlier] != texts[later] {
        let shared = sets[earlier].intersection(sets[later]).count
        guard 5 * shared >= 4 * (sets[earlier].count + sets[later].count - shared) else { continue }
        let (old, new) = (max(cluster[earlier], cluster[later]), min(cluster[earlier], cluster[later]))
        cluster = cluster.map { $0 == old ? new : $0 }
      }
    }
    return texts.indices.filter { cluster[$0] != $0 }
  }

  @Test("the join flags no text without a near duplicate, and some wherever there are any", arguments: [1, 2, 3, 4])
  func agreesWithBruteForce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var texts: [String] = []
    for _ in 0..<150 {
      if let known = texts.last, random.index(below: 3) > 0 {
        var words = known.split(separator: " ").map(String.init)
        for _ in 0...random.index(below: 3) { words[random.index(below: words.count)] = "w\(random.index(below: 40))" }
        texts.append(words.joined(separator: " "))
      } else {
        texts.append(
          (0..<(6 + random.index(below: 25))).map { _ in "w\(random.index(below: 60))" }.joined(separator: " "))
      }
    }
    texts = random.shuffled(Array(Set(texts)).sorted())
    let rows = try Self.rows(texts)
    let expected = Self.bruteForce(texts)
    #expect(Set(rows).isSubset(of: expected))
    #expect(rows.isEmpty == expected.isEmpty)
    #expect(try Self.rows(texts, threads: 3) == rows)
  }

  @Test("thousands of nearly equal texts do not cost the square of their number")
  func templates() throws {
    let texts = (0..<5_000).map { "the meeting number \($0) was called to order at ten in the morning" }
    #expect(try Self.rows(texts).count == 4_999)
  }
}
