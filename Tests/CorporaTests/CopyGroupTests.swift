import Corpora
import Reproducibility
import Testing

@Suite struct CopyGroupTests {
  private static let story = "the ministry said on monday that talks about the border would go on"

  @Test func copiesAreEqualOrNearlySo() {
    let groups = CopyGroups([
      "Nothing here is like any of the others.", Self.story, Self.story.uppercased() + "!", "Thank you.", "Thank you.",
      Self.story.replacing("monday", with: "friday"), Self.story,
    ])
    #expect(groups.first == [0, 1, 1, 3, 4, 1, 1])
    #expect(groups.copyCount == 4 && groups.groupCount == 1)
  }

  @Test func whatIsLikeTwoThatAreUnlikeConnectsThem() {
    // The middle one shares 9 of 10 or 11 words with either; they share 8 of 12 with each other.
    let words = (0..<10).map { "word\($0)" }
    let left = (words.dropLast() + ["alpha"]).joined(separator: " ")
    let right = (["beta"] + words.dropFirst()).joined(separator: " ")
    let groups = CopyGroups([left, right, words.joined(separator: " ")])
    #expect(groups.first == [0, 0, 0])
  }

  @Test func wireStoriesOfOneDayAreCopiesHoweverTheyEnd() {
    let opening = "Talks in the capital broke down late on Friday"
    let texts = [
      opening + ", officials said.", opening + " after nine hours without any result, and more are planned.",
    ]
    #expect(CopyGroups(texts, days: [7, 7]).first == [0, 0])
    #expect(CopyGroups(texts, days: [7, 8]).first == [0, 1])
    #expect(CopyGroups(texts, days: [nil, nil]).first == [0, 1])
    #expect(CopyGroups(texts).first == [0, 1])
  }

  @Test func theOrderOfTextsChangesNothing() {
    var generator = SeededGenerator(seed: 12)
    let vocabulary = (0..<30).map { "w\($0)" }
    let texts = (0..<200).map { _ in
      let start = generator.index(below: 20)
      return (vocabulary[start..<(start + 9)] + [vocabulary[generator.index(below: 30)]]).joined(separator: " ")
    }
    let order = generator.shuffled(Array(texts.indices))
    let straight = CopyGroups(texts).first
    let shuffled = CopyGroups(order.map { texts[$0] }).first
    for (place, row) in order.enumerated() {
      for (otherPlace, other) in order.enumerated() {
        #expect((shuffled[place] == shuffled[otherPlace]) == (straight[row] == straight[other]))
      }
    }
  }

  @Test func daysAreCountedBothWays() throws {
    for text in ["1970-01-01", "2024-02-29", "1900-03-01", "0001-01-01", "9999-12-31", "2023-12-31"] {
      let date = try #require(StatementDate(text))
      #expect(StatementDate(dayNumber: date.firstDayNumber) == date)
    }
    #expect(StatementDate("2024-03-31")?.firstDay(monthsBefore: 1) == StatementDate("2024-02-29"))
    #expect(StatementDate("2024-01-15")?.firstDay(monthsBefore: 13) == StatementDate("2022-12-15"))
    #expect(StatementDate("0001-01-15")?.firstDay(monthsBefore: 1) == nil)
    #expect(StatementDate(dayNumber: 3_000_000) == nil)
  }
}
