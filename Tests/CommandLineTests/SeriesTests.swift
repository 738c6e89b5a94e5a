import Foundation
import Reproducibility
import Testing

/// `parlance series`.
@Suite("series")
struct SeriesTests {
  /// Two statements a speech, three speeches a month for two years.
  private struct Speeches {
    var lines = ["id,label,probability,logit,actor,speech,date"]
    private var generator = SeededGenerator(seed: 8)

    /// A number from 0 to `range`.
    mutating func noise(_ range: Double) -> Double { range * generator.unitInterval() }

    mutating func add(_ actor: String, month: Int, day: Int, tone: Double) {
      let place = month % 12 + 1
      let date = "\(2020 + month / 12)-\(place < 10 ? "0" : "")\(place)-\(day)"
      for statement in 0..<2 {
        let p = tone + 0.02 * Double(statement)
        lines.append("\(actor)\(date)-\(statement),x,\(p),\(log(p / (1 - p))),\(actor),\(actor)-\(date),\(date)")
      }
    }

    var table: String { lines.joined(separator: "\n") + "\n" }
  }

  /// Two actors, one of whom answers the other a month later; the first says nothing in May 2021.
  private static let scores: String = {
    var speeches = Speeches()
    var tones: [Double] = []
    for month in 0..<24 {
      tones.append(0.3 + speeches.noise(0.4))
      for day in [10, 14, 21] {
        if month != 16 { speeches.add("North", month: month, day: day, tone: tones[month] + speeches.noise(0.02)) }
        if month > 0 { speeches.add("South", month: month, day: day, tone: tones[month - 1] + speeches.noise(0.02)) }
      }
    }
    return speeches.table
  }()

  /// Two actors, one of whom is another from March 2021 on.
  private static let step: String = {
    var speeches = Speeches()
    for month in 0..<24 {
      for day in [10, 14, 21] {
        speeches.add("Changed", month: month, day: day, tone: (month < 14 ? 0.3 : 0.6) + speeches.noise(0.2))
        speeches.add("Same", month: month, day: day, tone: 0.4 + speeches.noise(0.2))
      }
    }
    return speeches.table
  }()

  private func series(_ place: borrowing Workplace, _ arguments: String...) throws -> ProgramRun {
    _ = try place.write(Self.scores, to: "scores.csv")
    return try place.parlance(["series", "scores.csv", "--cluster", "speech"] + arguments)
  }

  private func actors(_ run: ProgramRun) throws -> [[String: Any]] {
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try run.json["actors"] as? [[String: Any]])
  }

  private func points(_ actor: [String: Any]) throws -> [[String: Any]] {
    try #require(actor["points"] as? [[String: Any]])
  }

  @Test("a window gives values with intervals, and nothing in a gap")
  func windows() throws {
    let place = try Workplace()
    let north = try actors(try series(place, "--width", "31", "--format", "json"))[0]
    let values = try points(north)
    let gap = values.filter { ($0["date"] as? String ?? "").hasPrefix("2021-05-1") }
    #expect(!gap.isEmpty)
    for point in gap {
      #expect(point["value"] is NSNull && point["n"] as? Int == 0)
      #expect((point["note"] as? String ?? "").contains("no statements"))
    }
    let known = values.filter { $0["value"] is Double && $0["low"] is Double }
    #expect(known.count > 100)
    for point in known {
      let (value, low) = (point["value"] as? Double ?? -1, point["low"] as? Double ?? 2)
      #expect(low <= value && value <= point["high"] as? Double ?? -2)
    }
  }

  @Test("a window over everything gives what compare gives")
  func whole() throws {
    let place = try Workplace()
    let run = try series(
      place, "--smooth", "rolling", "--width", "5000", "--format", "json", "--changes", "0")
    let compared = try place.parlance("compare", "scores.csv", "--cluster", "speech", "--format", "json")
    let estimates = try #require(try compared.json["actors"] as? [[String: Any]])
    for actor in try actors(run) {
      let name = actor["actor"] as? String
      let same = try #require(estimates.first { $0["actor"] as? String == name })
      let point = try #require(try points(actor).last)
      for (key, other) in [("value", "estimate"), ("low", "low"), ("high", "high")] {
        let (one, two) = (point[key] as? Double ?? -1, same[other] as? Double ?? -2)
        #expect(abs(one - two) < 1e-9)
      }
    }
  }

  @Test("the width is chosen by what predicts clusters left out, and told with its rivals")
  func widths() throws {
    let place = try Workplace()
    let json = try series(place, "--format", "json", "--changes", "0").json
    let widths = try #require(json["widths"] as? [[String: Any]])
    let losses = widths.map { $0["loss"] as? Double ?? .infinity }
    let best = try #require(zip(widths, losses).min { $0.1 < $1.1 }?.0)
    #expect(widths.count > 5 && json["width"] as? Int == best["days"] as? Int)
  }

  @Test("a step is found with its place, and its absence is not")
  func changes() throws {
    let place = try Workplace()
    _ = try place.write(Self.step, to: "step.csv")
    let run = try place.parlance(
      "series", "step.csv", "--cluster", "speech", "--format", "json", "--resamples", "199")
    let found = try actors(run)
    let changes = try #require(found[0]["changes"] as? [[String: Any]])
    #expect(changes.map { $0["date"] as? String } == ["2021-03-10"])
    #expect((changes[0]["difference"] as? Double ?? 0) > 0.2 && changes[0]["differenceLow"] is Double)
    #expect((found[0]["pNoChange"] as? Double ?? 1) <= 0.01)
    #expect((found[1]["pNoChange"] as? Double ?? 0) > 0.05)
  }

  @Test("one who answers a month later is found to follow")
  func exchange() throws {
    let place = try Workplace()
    let run = try series(
      place, "--exchange", "North - South", "--lags", "2", "--format", "json", "--changes", "0")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    let lags = try #require(json["exchange"] as? [[String: Any]])
    #expect(lags.count == 5 && json["period"] as? String == "month")
    let following = try #require(
      lags.first { $0["leader"] as? String == "North" && $0["lag"] as? Int == 1 })
    #expect((following["correlation"] as? Double ?? 0) > 0.9 && (following["pAdjusted"] as? Double ?? 1) <= 0.05)
    let strongest = lags.max { abs($0["correlation"] as? Double ?? 0) < abs($1["correlation"] as? Double ?? 0) }
    #expect(strongest?["leader"] as? String == "North" && strongest?["lag"] as? Int == 1)
  }

  @Test("periods of every length have their names, and coarse dates their middle")
  func periods() throws {
    let place = try Workplace()
    for (period, first, last) in [
      ("day", "2020-01-10", "2021-12-21"), ("week", "2020-W02", "2021-W51"), ("month", "2020-01", "2021-12"),
      ("quarter", "2020-Q1", "2021-Q4"), ("year", "2020", "2021"),
    ] {
      let run = try series(place, "--period", period, "--format", "json", "--changes", "0")
      let values = try points(try actors(run)[0])
      #expect(values.first?["date"] as? String == first && values.last?["date"] as? String == last)
    }
    _ = try place.write(
      "id,actor,probability,date\n1,A,0.5,2019\n2,A,0.6,2020-02\n3,A,0.7,2021-01-02\n", to: "coarse.csv")
    let coarse = try place.parlance("series", "coarse.csv", "--format", "json", "--width", "10")
    #expect(coarse.status == 0 && coarse.errors.contains("2 of 3 dates tell a month or a year only"))
    #expect(try points(try actors(coarse)[0]).first?["date"] as? String == "2019-07-02")
  }

  @Test("events are marked, those beyond the series told; every form and the pictures can be written")
  func forms() throws {
    let place = try Workplace()
    _ = try place.write("date,label\n2021-07-01,treaty <b>\n1999,long ago\n", to: "events.csv")
    let page = try series(place, "--events", "events.csv", "--format", "html", "--figures", "pictures")
    #expect(page.status == 0 && page.output.contains("<svg") && page.output.contains("treaty &lt;b&gt;"))
    #expect(page.errors.contains("1 events are before the first statement") && page.errors.contains("long ago"))
    let pictures = try FileManager.default.contentsOfDirectory(atPath: place.path("pictures"))
    #expect(
      pictures.count == 3
        && ["csv", "svg", "vl.json"].allSatisfy { ending in pictures.contains { $0.hasSuffix(ending) } })
    let again = try place.parlance("series", "scores.csv", "--figures", "pictures", "--changes", "0")
    #expect(again.status == 2 && again.errors.contains("--force"))
    _ = try place.write(Self.step, to: "step.csv")
    let table = try place.parlance(
      "series", "step.csv", "--cluster", "speech", "--quiet", "--format", "csv", "--resamples", "19")
    let csv = table.output.split(separator: "\n")
    let header =
      "term,estimate,low,high,n,clusters,method,figure,date,date_low,date_high,lag,p,p_adjusted,note"
    #expect(String(csv[0]) == header && csv.contains { $0.contains(",change,") })
    #expect(try series(place, "--quiet").output.contains("North"))
    #expect(try series(place, "--quiet", "--format", "markdown").output.hasPrefix("# Mean probability by actor"))
  }

  @Test("one actor is enough, threads change nothing")
  func repeatable() throws {
    let place = try Workplace()
    let one = try series(place, "--where", "actor=North", "--format", "json", "--threads", "1", "--resamples", "99")
    let two = try series(place, "--where", "actor=North", "--format", "json", "--threads", "2", "--resamples", "99")
    #expect(one.status == 0 && one.output == two.output)
  }

  @Test(
    "what cannot be followed is refused with what to do",
    arguments: [
      (["--where", "actor=Nobody"], "at least one was expected"),
      (["--minimum", "1000"], "nobody in the column"),
      (["--date-column", "speech"], "tells no day, month or year"),
      (["--date-column", "when"], "there is no column \"when\""),
      (["--exchange", "North - West"], "nobody is called \"West\""),
      (["--exchange", "North"], "\"A - B\" was expected"),
      (["--width", "0"], "1 to 100000 were expected"),
      (["--smooth", "period"], "--period month, quarter or year"),
      (["--smooth", "period", "--period", "month", "--width", "9"], "has no use with periods"),
      (["--events", "nothing.csv"], "nothing.csv"),
      (["--events", "odd.csv"], "odd.csv:2: the date \"soon\""),
      (["--events", "bare.csv"], "label"),
      (["--changes", "99"], "0 to 20 were expected"),
      (["--confidence", "1"], "strictly between 0 and 1"),
    ])
  func refusals(arguments: [String], words: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.scores, to: "scores.csv")
    _ = try place.write("date,label\nsoon,something\n", to: "odd.csv")
    _ = try place.write("date,what\n2020,something\n", to: "bare.csv")
    let run = try place.parlance(["series", "scores.csv"] + arguments)
    #expect(run.status == 2 && run.errors.contains(words) && run.output.isEmpty, "\(run.errors)")
  }

  @Test("a table without dates, or with one missing, is refused with its place")
  func undated() throws {
    let place = try Workplace()
    _ = try place.write("id,actor,probability\n1,A,0.5\n2,B,0.5\n", to: "bare.csv")
    let bare = try place.parlance("series", "bare.csv")
    #expect(bare.status == 2 && bare.errors.contains("has no column of dates"))
    _ = try place.write("id,actor,probability,date\n1,A,0.5,2020\n2,B,0.5,\n", to: "hole.csv")
    let hole = try place.parlance("series", "hole.csv")
    #expect(hole.status == 2 && hole.errors.contains("hole.csv:3"))
  }
}
