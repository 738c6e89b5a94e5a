import Foundation
import Testing

/// `parlance report` of predictions: means by actor, and the statements with their scores.
@Suite("Reporting predictions")
struct PredictionReportTests {
  private static let table = """
    id,label,probability,logit,text,speaker,actor
    1,escalatory,0.75,1.1,They will pay,the minister,Lenna Brask
    2,deescalatory,0.25,-1.1,We wait,she,Lenna Brask
    3,escalatory,0.9,2.2,"Nothing, ever, again",Dolvar,Kestria
    4,deescalatory,0.4,-0.4,Perhaps,a driver,
    5,deescalatory,0.1,-2.2,So it was,,

    """

  @Test("actors by their means, statements by their scores, in every form")
  func forms() throws {
    let place = try Workplace()
    _ = try place.write(Self.table, to: "p.csv")
    let json = try place.parlance("report", "p.csv", "--format", "json").json
    let actors = try #require(json["actors"] as? [[String: Any]])
    // Where nobody knows who a speaker is, the words for them stand in; where nobody is named, nothing does.
    #expect(actors.compactMap { $0["actor"] as? String } == ["Kestria", "Lenna Brask", "a driver", ""])
    #expect(actors.compactMap { $0["mean"] as? Double } == [0.9, 0.5, 0.4, 0.1])
    #expect(json["positive"] as? String == "escalatory" && json["rows"] as? Int == 5)
    let text = try place.parlance("report", "p.csv", "--format", "text").output
    for part in ["probability of “escalatory”", "actors      3", "nobody is named", "0.900  Nothing, ever, again"] {
      #expect(text.contains(part), "\(part) is missing in \(text)")
    }
    #expect(
      try place.parlance("report", "p.csv", "--format", "markdown").output.contains(
        "| Lenna Brask | 0.750 | They will pay |"))
    let page = try place.parlance("report", "-", "--output", "p.html", input: Data(Self.table.utf8))
    #expect(page.status == 0 && page.output.isEmpty)
    #expect(try place.read("p.html").contains("Nothing, ever, again"))
    #expect(
      try place.parlance("report", "p.csv", "--format", "csv").output.hasPrefix(
        "actor,mean,id,probability,label,speaker,text\nKestria,0.9,3,0.9,escalatory,Dolvar,"))
  }

  @Test("JSON Lines are the same predictions")
  func lines() throws {
    let place = try Workplace()
    let line = #"{"id":"1","label":"a","probability":0.5,"logit":0,"text":"We wait","actor":"B"}"#
    let run = try place.parlance("report", "-", "--format", "json", input: Data((line + "\n").utf8))
    #expect(run.status == 0, "\(run.errors)")
    // No label is more probable than all others together, so that nobody can tell which one the score is of.
    #expect(try run.json["positive"] == nil)
  }

  @Test(
    "what is neither an evaluation nor predictions is refused with a hint",
    arguments: [
      ("id,label,probability,logit\n1,a,0.5,0\n", "--keep"),
      ("id,label,probability,logit,text\n1,a,1.5,0,x\n", "p.csv:2: \"1.5\" is no probability"),
      ("id,label,probability,logit,text\n", "no row after it"), ("id,text\n1,x\n", "is not JSON"),
      ("{\"id\": 1}\n", "is not an evaluation"), ("", "is empty"),
    ])
  func refusals(text: String, message: String) throws {
    let place = try Workplace()
    _ = try place.write(text, to: "p.csv")
    let run = try place.parlance("report", "p.csv")
    #expect(run.status == 2 && run.errors.contains(message) && run.output.isEmpty, "\(run.errors)")
  }
}
