import Foundation
import Reports
import Testing

@Suite("Tables of pairs")
struct MatrixFigureTests {
  private typealias Cell = ReportFigure.Matrix.Cell

  private static func figure(
    _ cells: [[Cell?]], centre: Double = 0, names: (Int) -> String = { "actor \($0)" }
  ) -> ReportFigure {
    ReportFigure(
      title: "Pairs",
      drawing: .matrix(
        .init(
          rows: cells.indices.map(names), columns: cells[0].indices.map(names), cells: cells, rowName: "who",
          columnName: "whom", measure: "tone", centre: centre, negativeName: "calm", positiveName: "heat")))
  }

  /// The classes of the cells, row by row; the legend's eight come after them.
  private static func kinds(_ figure: ReportFigure) throws -> [String] {
    let document = try HTMLDocument.image(of: figure)
    return document.all("rect").compactMap { $0.attributes["class"] }.filter { $0.hasPrefix("cell") }.dropLast(8)
  }

  @Test("the colour tells the side and the distance, and is held down where there is little to go by")
  func shades() throws {
    let cells: [[Cell?]] = [
      [
        .init(value: 1, count: 100), .init(value: 0.5, count: 100), .init(value: -1, count: 100),
        .init(value: -0.1, count: 100), .init(value: 0, count: 100), nil, .init(value: 1, count: 19),
        .init(value: 1, count: 4), .init(value: 0.9, low: -0.1, high: 1, count: 100),
        .init(value: 0.9, low: 0.1, high: 1, count: 100),
      ]
    ]
    #expect(
      try Self.kinds(Self.figure(cells)) == [
        "cell positive shade-4", "cell positive shade-2", "cell negative shade-4", "cell negative shade-1", "cell",
        "cell empty", "cell positive shade-2", "cell positive shade-1", "cell positive shade-1",
        "cell positive shade-4",
      ])
  }

  @Test("an extreme value of one statement does not make the others pale")
  func outliers() throws {
    let cells: [[Cell?]] = [[.init(value: 1, count: 50), .init(value: 40, count: 1)]]
    #expect(try Self.kinds(Self.figure(cells)) == ["cell positive shade-4", "cell positive shade-1"])
  }

  @Test("turned around its centre, a table has the other colours")
  func mirrored() throws {
    var generator = Hostile.Steps(state: 11)
    let cells = (0..<6).map { _ in
      (0..<6).map { _ -> Cell? in
        let value = generator.next() - 0.5
        return .init(value: value, low: value - 0.1, high: value + 0.1, count: Int(generator.next() * 60))
      }
    }
    let mirrored = cells.map { row in
      row.map { cell in
        cell.map { Cell(value: 1 - $0.value, low: 1 - $0.value - 0.1, high: 1 - $0.value + 0.1, count: $0.count) }
      }
    }
    let kinds = try Self.kinds(Self.figure(cells, centre: 0))
    let others = try Self.kinds(Self.figure(mirrored, centre: 1))
    let swapped = kinds.map { kind in
      kind.contains("positive")
        ? kind.replacingOccurrences(of: "positive", with: "negative")
        : kind.replacingOccurrences(of: "negative", with: "positive")
    }
    #expect(others == swapped && Set(kinds).count > 3)
  }

  @Test(
    "columns are turned where they have no room, and everything lies within the image", arguments: [1, 3, 9, 25, 40])
  func layout(count: Int) throws {
    let cells = (0..<count).map { row in (0..<count).map { Cell?.some(.init(value: Double(row - $0), count: 30)) } }
    let figure = Self.figure(cells) { "Ministry of Affairs \($0)" }
    let document = try HTMLDocument.image(of: figure)
    let image = try #require(document.all("svg").first)
    let (width, height) = (
      image.number("width"),
      image.number("height")
    )
    #expect(width >= 440)
    let boxes = document.all("rect").filter { $0.attributes["class"]?.hasPrefix("cell") == true }.map { element in
      ["x", "y", "width", "height"].map { element.number($0) }
    }
    #expect(boxes.count == count * count + 8)
    #expect(boxes.allSatisfy { $0[0] >= 0 && $0[1] >= 0 && $0[0] + $0[2] <= width && $0[1] + $0[3] <= height })
    // Cells of one row follow one another with a gap.
    for (left, right) in zip(boxes.prefix(count), boxes.prefix(count).dropFirst()) {
      #expect(left[0] + left[2] < right[0] && right[2] > 30)
    }
    let turned = document.all("text").filter { $0.attributes["transform"]?.hasSuffix("rotate(-60)") == true }
    #expect(turned.count == count)
  }

  @Test("names that fit above their columns are not turned")
  func shortNames() throws {
    let figure = Self.figure([[.init(value: 1, count: 9), nil], [nil, .init(value: 2, count: 9)]]) { "A\($0)" }
    let file = try #require(figure.standaloneSVG())
    #expect(!file.contains("rotate("))
  }

  @Test("the table has a row for each of the rows, and a dash where there is nothing")
  func table() {
    let cells: [[Cell?]] = [
      [nil, .init(value: 0.5, low: 0.25, high: 0.75, count: 1200)], [.init(value: 1, count: 2), nil],
    ]
    let table = Self.figure(cells).dataTable
    #expect(table.columns.map(\.heading) == ["who ↓ whom →", "actor 0", "actor 1"])
    #expect(table.rows == [["actor 0", .missing, "0.50 [0.25, 0.75] (1,200)"], ["actor 1", "1.00 (2)", .missing]])
  }

  @Test("the terminal tells sides by arrows and cuts a wide table between columns", arguments: [40, 80, 200])
  func terminal(width: Int) {
    let cells = (0..<25).map { row in (0..<25).map { Cell?.some(.init(value: Double(row - $0), count: 30)) } }
    let report = Report(title: "", sections: [.init(heading: "", blocks: [.figure(Self.figure(cells))])])
    let lines = report.terminal(width: width).split(separator: "\n")
    let headings = lines.filter { $0.hasPrefix("who ↓") }
    #expect(headings.joined(separator: " ").components(separatedBy: "actor ").count == 1 + 25)
    #expect(lines.contains { $0.contains("-24.00 ▾█ (30)") } && lines.contains { $0.contains("24.00 ▴█ (30)") })
  }

  @Test func itIsTheSameAfterBeingStored() throws {
    let drawing = ReportFigure.Drawing.matrix(SampleReport.matrix)
    #expect(try JSONDecoder().decode(ReportFigure.Drawing.self, from: JSONEncoder().encode(drawing)) == drawing)
  }
}
