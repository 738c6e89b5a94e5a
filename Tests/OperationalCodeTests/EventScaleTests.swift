import OperationalCode
import Testing

/// Scores and kinds of coded events.
@Suite("Event scales")
struct EventScaleTests {
  /// The table of GDELT, CAMEO.goldsteinscale: roots, then leaves that have a score of their own, then such as have none.
  @Test(
    "CAMEO codes have GDELT's scores and quad classes",
    arguments: [
      ("01", 0, 1), ("02", 3, 1), ("03", 4, 1), ("04", 1, 1), ("05", 3.5, 1), ("06", 6, 2), ("07", 7, 2), ("08", 5, 2),
      ("09", -2, 3), ("10", -5, 3), ("11", -2, 3), ("12", -4, 3), ("13", -6, 3), ("14", -6.5, 4), ("15", -7.2, 4),
      ("16", -4, 4), ("17", -7, 4), ("18", -9, 4), ("19", -10, 4), ("20", -10, 4), ("012", -0.4, 1), ("013", 0.4, 1),
      ("016", -2, 1), ("057", 8, 1), ("130", -4.4, 3), ("138", -7, 3), ("0871", 9, 2), ("0874", 10, 2),
      ("1823", -10, 4),
      ("0332", 5.2, 1), ("0334", 6, 1), ("1385", -7, 3), ("172", -5, 4), ("1721", -5, 4), ("204", -10, 4),
      ("2041", -10, 4),
      ("0561", 7, 1), ("019", 3.4, 1), ("010", 0, 1), ("100", -5, 3),
    ] as [(String, Double, Int)])
  func cameo(code: String, score: Double, quad: Int) throws {
    let event = try #require(EventScheme.cameo.event(of: code))
    #expect(event.score == score && event.quad.rawValue == quad)
  }

  @Test(
    "what is no CAMEO code is none", arguments: ["", "1", "00", "21", "99", "1a", "01234", "-1", " 01", "٠١", "1.0"])
  func noCode(code: String) { #expect(EventScheme.cameo.event(of: code) == nil) }

  @Test("PLOVER has sixteen names, in any case, and ACCUSE no score")
  func plover() throws {
    let names = [
      ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"], ["COOPERATE", "AID", "RETREAT"],
      ["REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN"], ["PROTEST", "MOBILIZE", "COERCE", "ASSAULT"],
    ]
    for (quad, members) in names.enumerated() {
      for name in members {
        let event = try #require(EventScheme.plover.event(of: name.lowercased()))
        #expect(event.quad.rawValue == quad + 1 && (event.score == nil) == (name == "ACCUSE"))
      }
    }
    #expect(EventScheme.plover.event(of: "AID")?.score == 10 && EventScheme.plover.event(of: "ASSAULT")?.score == -9)
    #expect(EventScheme.plover.event(of: "WAR") == nil && EventScheme.plover.event(of: "01") == nil)
  }
}
