import Evaluation
import Foundation
import Reproducibility
import Testing

@Suite struct SplitTests {
  @Test(
    arguments: [
      ("stratified", .stratified), ("group:speech", .group(column: "speech")),
      ("leave-one-out:meeting", .leaveOneOut(column: "meeting")), ("forward", .forward(column: nil)),
      ("forward:day said", .forward(column: "day said")), ("forward:2016", .forwardFrom(date: "2016")),
      ("forward:2021-05-24", .forwardFrom(date: "2021-05-24")), ("forward:2016a", .forward(column: "2016a")),
      ("group:a:b", .group(column: "a:b")),
    ] as [(String, Split)])
  func isReadFromItsTextAndWrittenBack(text: String, expected: Split) throws {
    let split = try Split(text)
    #expect(split == expected)
    #expect(split.description == text)
    let json = try JSONValue(encoding: [split]).text()
    #expect(try JSONDecoder().decode([Split].self, from: Data(json.utf8)) == [split])
  }

  @Test(arguments: ["", "Stratified", "stratified:x", "group", "group:", "leave-one-out:", "forward:", "kfold", ":x"])
  func otherTextsAreRefusedWithTheForms(text: String) {
    let error = #expect(throws: EvaluationError.self) { try Split(text) }
    #expect(error?.problem == "no split is called \"\(text)\"")
    #expect(error?.hint.contains("leave-one-out:COLUMN") == true)
  }

  @Test func whoseNumberOfFoldsIsChosen() throws {
    #expect(try ["stratified", "group:a", "forward"].allSatisfy { try Split($0).takesFoldCount })
    #expect(try ["leave-one-out:a", "forward:2020"].allSatisfy { try !Split($0).takesFoldCount })
    #expect(try Split("group:a").column == "a")
    #expect(try Split("forward:2020").column == nil)
  }
}

@Suite struct FoldPlanTests {
  private static let classNames = ["calm", "tense"]

  /// Every row is tested once, and never by a fold that trains on it.
  private static func isPartition(_ plan: FoldPlan) -> Bool {
    let tested = plan.folds.flatMap(\.testRows)
    guard tested.sorted() == Array(0..<plan.rowCount) else { return false }
    return plan.folds.indices.allSatisfy { fold in
      (plan.trainingRows(ofFold: fold) + plan.folds[fold].testRows).sorted() == Array(0..<plan.rowCount)
    }
  }

  // MARK: Stratified

  @Test func shufflingKeepsTheSharesAndMovesTheRows() throws {
    let labels = Sample(count: 203, share: 0.3).labels
    let plain = try FoldPlan.stratified(labels: labels, foldCount: 5)
    let shuffled = try FoldPlan.stratified(labels: labels, foldCount: 5, shuffleSeed: 4)
    #expect(Self.isPartition(plain) && Self.isPartition(shuffled))
    for (left, right) in zip(plain.folds, shuffled.folds) {
      #expect(left.testRows.count == right.testRows.count)
      let (plainPositives, shuffledPositives) = (
        left.testRows.count { labels[$0] == 1 }, right.testRows.count { labels[$0] == 1 }
      )
      #expect(plainPositives == shuffledPositives)
      #expect(right.testRows == right.testRows.sorted())
    }
    #expect(plain != shuffled)
    #expect(try FoldPlan.stratified(labels: labels, foldCount: 5, shuffleSeed: 4) == shuffled)
    #expect(try FoldPlan.stratified(labels: labels, foldCount: 5, shuffleSeed: 5) != shuffled)
  }

  @Test func aSmallClassIsNoted() throws {
    let plan = try FoldPlan.stratified(labels: [0, 0, 0, 0, 0, 1, 1], foldCount: 5)
    #expect(plan.notes == ["the smallest class has 2 rows, fewer than the 5 folds"])
    try plan.validate(labels: [0, 0, 0, 0, 0, 1, 1], classNames: Self.classNames)
  }

  @Test func foldsThatCannotBeAreRefusedWithCounts() {
    func problem(_ labels: [Int], _ foldCount: Int) -> String? {
      #expect(throws: EvaluationError.self) { try FoldPlan.stratified(labels: labels, foldCount: foldCount) }?.problem
    }
    #expect(problem([0, 1, 0, 1], 1) == "1 folds (two or more were expected)")
    #expect(problem([0, 1], 3) == "3 folds, but only 2 rows")
    #expect(problem([0, 1, 0, 1, 2], 3) == "3 folds, but the largest class has only 2 rows")
    #expect(problem([], 2) == "2 folds, but only 0 rows")
  }

  @Test func aFoldThatWouldTrainWithoutAClassIsRefused() throws {
    let labels = [0, 0, 0, 0, 1]
    let plan = try FoldPlan.stratified(labels: labels, foldCount: 2)
    let error = #expect(throws: EvaluationError.self) {
      try plan.validate(labels: labels, classNames: Self.classNames)
    }
    #expect(error?.problem == "fold \"1\" would train without class \"tense\": all 1 of its rows are tested")
  }

  // MARK: Groups

  @Test func groupsStayTogether() throws {
    var generator = SeededGenerator(seed: 6)
    let groups = (0..<300).map { _ in "speech \(generator.index(below: 40))" }
    let plan = try FoldPlan.grouped(groups, foldCount: 4)
    #expect(Self.isPartition(plan))
    for (index, fold) in plan.folds.enumerated() {
      let tested = Set(fold.testRows.map { groups[$0] })
      #expect(tested.isDisjoint(with: plan.trainingRows(ofFold: index).map { groups[$0] }))
    }
    let sizes = plan.folds.map(\.testRows.count)
    #expect(try #require(sizes.max()) - #require(sizes.min()) <= 15)
  }

  @Test func oneGroupIsLeftOutAtATime() throws {
    let plan = try FoldPlan.leavingOneGroupOut(["b", "a", "b", "C"])
    #expect(plan.folds.map(\.name) == ["C", "a", "b"])
    #expect(plan.folds.map(\.testRows) == [[3], [1], [0, 2]])
    #expect(plan.trainingRows(ofFold: 2) == [1, 3])
  }

  @Test func groupsAreToldApartByTheirBytes() {
    // Swift takes the two forms of é for equal texts; other programs do not.
    let index = GroupIndex(["e\u{301}", "\u{e9}", "z", "e\u{301}"])
    #expect(index.rows == [[0, 3], [2], [1]])
    #expect(index.numbers == [0, 2, 1, 0])
    #expect(GroupIndex([]).names.isEmpty)
  }

  @Test func designsOfTooFewGroupsAreRefusedWithCounts() {
    let few = #expect(throws: EvaluationError.self) { try FoldPlan.grouped(["a", "b", "a", "b", "a"], foldCount: 3) }
    #expect(few?.problem == "3 folds, but only 2 groups")
    let one = #expect(throws: EvaluationError.self) { try FoldPlan.leavingOneGroupOut(["a", "a"]) }
    #expect(one?.problem == "all 2 rows are in one group (two or more were expected)")
    let none = #expect(throws: EvaluationError.self) { try FoldPlan.leavingOneGroupOut([]) }
    #expect(none?.problem == "there are no rows to split")
  }

  @Test func aGroupThatHoldsAllOfAClassIsRefused() throws {
    let plan = try FoldPlan.leavingOneGroupOut(["a", "a", "b", "c"])
    let error = #expect(throws: EvaluationError.self) {
      try plan.validate(labels: [1, 1, 0, 0], classNames: Self.classNames)
    }
    #expect(error?.problem == "fold \"a\" would train without class \"tense\": all 2 of its rows are tested")
    try plan.validate(labels: [1, 0, 0, 1], classNames: Self.classNames)
  }

  // MARK: Forward in time

  private static func days(_ days: [Int]) -> [DaySpan] { days.map { DaySpan(first: $0, last: $0) } }

  @Test func trainingIsStrictlyBeforeTheTest() throws {
    let plan = try FoldPlan.forward(Self.days([5, 1, 3, 3, 9]), from: 3, name: "day 3")
    #expect(plan.folds.map(\.name) == ["day 3"])
    #expect(plan.folds[0].testRows == [0, 2, 3, 4])
    #expect(plan.trainingRows(ofFold: 0) == [1])
    #expect(plan.notes.isEmpty)
  }

  @Test func aDateTooCoarseForEitherSideIsOnNeither() throws {
    var dates = Self.days([1, 2, 30])
    dates.append(DaySpan(first: 0, last: 40))
    let plan = try FoldPlan.forward(dates, from: 10, name: "day 10")
    #expect(plan.folds[0].testRows == [2])
    #expect(plan.trainingRows(ofFold: 0) == [0, 1])
    #expect(plan.notes == ["1 rows whose date is too coarse to be before or after day 10 are left out"])
  }

  @Test func windowsExpandAndNoDayIsOnBothSides() throws {
    var generator = SeededGenerator(seed: 2)
    let days = (0..<200).map { _ in generator.index(below: 30) }
    let plan = try FoldPlan.forward(Self.days(days), foldCount: 4) { "day \($0)" }
    var trained = 0
    for (index, fold) in plan.folds.enumerated() {
      let training = plan.trainingRows(ofFold: index).map { days[$0] }
      let tested = fold.testRows.map { days[$0] }
      #expect(try #require(training.max()) < #require(tested.min()))
      #expect(fold.name == "day \(try #require(tested.min()))")
      #expect(training.count > trained)
      trained = training.count
    }
    #expect(Set(plan.folds.flatMap(\.testRows)).count == plan.folds.flatMap(\.testRows).count)
  }

  @Test func designsWithoutTimeAreRefusedWithCounts() {
    let early = #expect(throws: EvaluationError.self) {
      try FoldPlan.forward(Self.days([1, 2, 3]), from: 1, name: "1999")
    }
    #expect(early?.problem == "of 3 rows 0 are dated before 1999 and 3 from then on")
    let few = #expect(throws: EvaluationError.self) {
      try FoldPlan.forward(Self.days([1, 1, 2, 2, 2]), foldCount: 2) { String($0) }
    }
    #expect(few?.problem.hasPrefix("2 folds forward in time, but only 2 distinct dates") == true)
  }

  @Test func aClassThatComesOnlyLaterIsRefused() throws {
    let plan = try FoldPlan.forward(Self.days([1, 2, 3, 4]), from: 3, name: "day 3")
    let error = #expect(throws: EvaluationError.self) {
      try plan.validate(labels: [0, 0, 1, 0], classNames: Self.classNames)
    }
    #expect(
      error?.problem
        == "fold \"day 3\" would train without class \"tense\": all 1 of its rows are tested or lie outside the fold")
  }

  // MARK: Plans as values

  @Test func theDigestIsOfTheRows() throws {
    let plan = try FoldPlan.leavingOneGroupOut(["b", "a", "b"])
    #expect(plan.digest == ContentDigest(of: "3\n1;\n0,2;\n"))
    #expect(try FoldPlan.leavingOneGroupOut(["y", "x", "y"]).digest == plan.digest)
    #expect(try FoldPlan.leavingOneGroupOut(["y", "x", "x"]).digest != plan.digest)
    let forward = try FoldPlan.forward(Self.days([1, 2, 3]), from: 3, name: "3")
    #expect(forward.digest == ContentDigest(of: "3\n2;0,1\n"))
  }

  @Test func plansAreReadBackAndThenChecked() throws {
    let plan = try FoldPlan.forward(Self.days([1, 2, 3, 1]), from: 3, name: "3")
    let text = try JSONValue(encoding: plan).text()
    #expect(try JSONDecoder().decode(FoldPlan.self, from: Data(text.utf8)) == plan)
    for (from, to, problem) in [
      ("[2]", "[7]", "fold \"3\" names row 7 of 4, counted from 0"),
      ("[2]", "[1]", "fold \"3\" both trains on and tests row 1, counted from 0"),
      ("[2]", "[]", "fold \"3\" would train on 3 rows and test on 0"),
    ] {
      let changed = Data(text.replacingOccurrences(of: from, with: to).utf8)
      let read = try JSONDecoder().decode(FoldPlan.self, from: changed)
      let error = #expect(throws: EvaluationError.self) {
        try read.validate(labels: [0, 1, 0, 1], classNames: Self.classNames)
      }
      #expect(error?.problem == problem)
    }
  }
}
