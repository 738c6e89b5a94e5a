import Evaluation
import Reproducibility
import Testing

@Suite struct DesignTests {
  private static func days(_ days: [Int]) -> [DaySpan] { days.map { DaySpan(first: $0, last: $0) } }

  // MARK: Components

  @Test func oneColumnGivesItsValues() {
    let values = ["b", "a", "b", ""]
    let components = RowComponents([values])
    #expect(components.names == values && components.count == 3)
  }

  @Test func severalColumnsConnectOverOthers() {
    // Rows 0 and 2 share nothing, but both share with row 1; an empty cell connects nothing.
    let components = RowComponents([["x", "x", "y", "z", ""], ["1", "2", "2", "", ""]])
    #expect(components.names == ["x", "x", "x", "z", "row 5"])
    #expect(components.count == 3)
  }

  @Test func componentsDoNotDependOnTheOrderOfRows() {
    var generator = SeededGenerator(seed: 8)
    let columns = (0..<2).map { _ in (0..<60).map { _ in String(generator.index(below: 40)) } }
    let order = generator.shuffled(Array(0..<60))
    let straight = RowComponents(columns)
    let shuffled = RowComponents(columns.map { column in order.map { column[$0] } })
    #expect(straight.count == shuffled.count)
    for (place, row) in order.enumerated() { #expect(shuffled.names[place] == straight.names[row]) }
  }

  // MARK: Copies

  @Test func withoutCopiesNothingChanges() throws {
    let plan = try FoldPlan.stratified(labels: Sample(count: 40, share: 0.5).labels, foldCount: 4)
    let alone = Array(0..<40)
    #expect(plan.withholding(copies: alone) == plan)
  }

  @Test func copiesNeverStraddle() throws {
    var generator = SeededGenerator(seed: 3)
    let labels = (0..<90).map { $0 % 2 }
    let first = (0..<90).map { row in row < 5 ? row : generator.index(below: 3) == 0 ? generator.index(below: 5) : row }
    let plan = try FoldPlan.stratified(labels: labels, foldCount: 5).withholding(copies: first)
    #expect(plan.folds.flatMap(\.testRows).sorted() == Array(0..<90))
    for (index, fold) in plan.folds.enumerated() {
      let tested = Set(fold.testRows.map { first[$0] })
      #expect(tested.isDisjoint(with: plan.trainingRows(ofFold: index).map { first[$0] }))
    }
    #expect(plan.notes.count == 1)
  }

  @Test func withheldCopiesAreNotTrainedOn() throws {
    let plan = try FoldPlan.leavingOneGroupOut(["a", "a", "b", "c"]).withholding(copies: [0, 1, 0, 3])
    #expect(plan.folds.map(\.testRows) == [[0, 1], [2], [3]])
    #expect(plan.trainingRows(ofFold: 0) == [3])
    #expect(plan.trainingRows(ofFold: 1) == [1, 3])
    #expect(plan.trainingRows(ofFold: 2) == [0, 1, 2])
    #expect(plan.notes == ["2 rows are not trained on in folds that test a copy of their text"])
  }

  // MARK: Time

  private static let week = Embargo(name: "7d") { $0 - 7 }

  @Test func anEmbargoKeepsTrainingAway() throws {
    let dates = Self.days([1, 2, 3, 9, 10, 20])
    let plan = try FoldPlan.forward(dates, from: 10, name: "day 10", embargo: Self.week)
    #expect(plan.trainingRows(ofFold: 0) == [0, 1])
    #expect(plan.folds[0].testRows == [4, 5])
    #expect(plan.notes == ["2 rows are left out by the embargo of 7d"])
    let windows = try FoldPlan.forward(Self.days(Array(0..<100)), foldCount: 4, embargo: Self.week) { "\($0)" }
    for (index, fold) in windows.folds.enumerated() {
      #expect(windows.trainingRows(ofFold: index) == Array(0..<((fold.testRows.min() ?? 0) - 7)))
    }
  }

  @Test func anEmbargoThatLeavesNothingIsRefusedWithCounts() {
    let error = #expect(throws: EvaluationError.self) {
      try FoldPlan.forward(Self.days([5, 6, 10]), from: 10, name: "day 10", embargo: Self.week)
    }
    #expect(
      error?.problem
        == "an embargo of 7d leaves nothing to train on before day 10: all 2 earlier rows lie within it")
  }

  @Test func unseenGroupsAtLaterDates() throws {
    var generator = SeededGenerator(seed: 5)
    let days = (0..<300).map { _ in generator.index(below: 60) }
    let groups = (0..<300).map { _ in "actor \(generator.index(below: 20))" }
    let plan = try FoldPlan.groupedForward(Self.days(days), groups: groups, foldCount: 3, embargo: Self.week) {
      "\($0)"
    }
    #expect(plan.folds.count == 9)
    for (index, fold) in plan.folds.enumerated() {
      let training = plan.trainingRows(ofFold: index)
      let earliest = try #require(fold.testRows.map { days[$0] }.min())
      #expect(training.allSatisfy { days[$0] < earliest - 7 } || fold.testRows.isEmpty)
      #expect(Set(fold.testRows.map { groups[$0] }).isDisjoint(with: training.map { groups[$0] }))
    }
    let windows = try FoldPlan.forward(Self.days(days), foldCount: 3) { "\($0)" }
    #expect(plan.folds.flatMap(\.testRows).sorted() == windows.folds.flatMap(\.testRows).sorted())
  }

  // MARK: Repeats

  @Test func repeatsDrawAnew() throws {
    let labels = Sample(count: 60, share: 0.4).labels
    func plan(_ seed: UInt64) throws -> FoldPlan {
      try FoldPlan.repeated(3, seed: seed) { try .stratified(labels: labels, foldCount: 4, shuffleSeed: $0) }
    }
    let repeated = try plan(1)
    #expect(repeated.folds.map(\.name).prefix(5) == ["1.1", "1.2", "1.3", "1.4", "2.1"])
    for start in [0, 4, 8] {
      #expect(repeated.folds[start..<start + 4].flatMap(\.testRows).sorted() == Array(0..<60))
    }
    #expect(repeated.folds[0].testRows != repeated.folds[4].testRows)
    #expect(try plan(1) == repeated && plan(2) != repeated)
  }

  @Test func intervalsOfRepeatsDrawARowsPredictionsTogether() throws {
    let sample = Sample(count: 40, share: 0.5)
    let plan = try FoldPlan.repeated(2, seed: 4) {
      try .stratified(labels: sample.labels, foldCount: 2, shuffleSeed: $0)
    }
    let rows = LabelledRows(classNames: ["0", "1"], labels: sample.labels, positiveClass: 1)
    let columns = plan.folds.map { fold in
      [fold.testRows.map { _ in 0.5 }, fold.testRows.map { _ in 0.5 }]
    }
    let pooled = try OutOfFoldPredictions(plan: plan, of: rows, probabilities: columns).pooled
    #expect(Set(pooled.truth.clusters ?? []).count == 40 && pooled.count == 80)
  }

  @Test func shuffledGroupsStayTogether() throws {
    let groups = (0..<80).map { "g\($0 % 17)" }
    let plan = try FoldPlan.grouped(groups, foldCount: 4, shuffleSeed: 9)
    #expect(plan.folds.flatMap(\.testRows).sorted() == Array(0..<80))
    let seen = plan.folds.map { Set($0.testRows.map { groups[$0] }) }
    #expect(seen.reduce(0) { $0 + $1.count } == 17)
  }
}

@Suite struct FoldPlanTableTests {
  private static func plans() throws -> [NestedFoldPlan] {
    let days = [3, 1, 4, 1, 5, 9, 2, 6, 8, 7].map { DaySpan(first: $0, last: $0) }
    let groups = ["", "a", "b", "", "c", "a", "b", "c", "d", "d"]
    let forward = try FoldPlan.forward(days, foldCount: 2, embargo: Embargo(name: "1d") { $0 - 1 }) { "\($0)" }
    let left = try FoldPlan.leavingOneGroupOut(groups)
    return try [
      NestedFoldPlan(outer: forward), NestedFoldPlan(outer: left),
      NestedFoldPlan(outer: left.withholding(copies: [0, 1, 2, 3, 1, 5, 6, 7, 8, 9])),
      NestedFoldPlan(outer: .repeated(2, seed: 1) { try .grouped(groups, foldCount: 2, shuffleSeed: $0) }),
      NestedFoldPlan(
        outer: left,
        inner: left.folds.indices.map { fold in
          let rows = left.trainingRows(ofFold: fold)
          return try .forward(rows.map { days[$0] }, foldCount: 2) { "\($0)" }
        }),
    ]
  }

  @Test func aPlanReadBackIsTheSame() throws {
    for plan in try Self.plans() {
      let table = FoldPlanTable(plan)
      let read = try table.plan(rowCount: 10)
      #expect(read.digest == plan.digest)
      #expect(read.outer.folds.map(\.testRows) == plan.outer.folds.map(\.testRows))
      for fold in plan.outer.folds.indices {
        #expect(read.outer.trainingRows(ofFold: fold) == plan.outer.trainingRows(ofFold: fold))
      }
      #expect(Set(table.entries.map(\.row)) == Set(0..<10), "every row is told of")
    }
  }

  @Test func trainingIsToldByWhatIsShorter() throws {
    let days = (0..<10).map { DaySpan(first: $0, last: $0) }
    let early = FoldPlanTable(NestedFoldPlan(outer: try .forward(days, from: 2, name: "early")))
    #expect(early.entries.filter { $0.role == .train }.map(\.row) == [0, 1])
    let few = try FoldPlan.leavingOneGroupOut(["a", "b", "b", "b", "b", "c"]).withholding(copies: [0, 0, 2, 3, 4, 5])
    let skipping = FoldPlanTable(NestedFoldPlan(outer: few))
    #expect(skipping.entries.filter { $0.role == .skip }.map(\.row) == [1])
    #expect(skipping.entries.filter { $0.role == .train }.map(\.row) == [5])
    #expect(skipping.entries.count == 8)
  }

  @Test func whatContradictsItselfIsRefused() {
    func problem(_ entries: [FoldPlanTable.Entry]) -> String? {
      #expect(throws: FoldPlanTable.Flaw.self) { try FoldPlanTable(entries: entries).plan(rowCount: 3) }?.problem
    }
    #expect(problem([.init(row: 0, outer: "1"), .init(row: 0, outer: "1")]) == "the row stands twice in fold \"1\"")
    #expect(
      problem([.init(row: 0, outer: "1"), .init(row: 0, outer: "1", role: .train)])
        == "the row stands twice in fold \"1\"")
    #expect(
      problem([.init(row: 0, outer: "", inner: "2")]) == "an inner fold or a training row without an outer fold")
    #expect(
      problem([.init(row: 0, outer: "1"), .init(row: 0, outer: "1", inner: "a")])
        == "the row is in an inner fold of \"1\", which does not train on it")
  }
}
