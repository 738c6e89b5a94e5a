/// Scores and kinds of PLOVER's events, as its manual has them.
///
/// No figure for ACCUSE was found in print, so that it has none here.
enum PloverScale {
  private static let events: [String: CodedEvent] = [
    "AGREE": CodedEvent(score: 2.5, quad: .verbalCooperation),
    "CONSULT": CodedEvent(score: 2.5, quad: .verbalCooperation),
    "SUPPORT": CodedEvent(score: 5, quad: .verbalCooperation),
    "CONCEDE": CodedEvent(score: 4.5, quad: .verbalCooperation),
    "COOPERATE": CodedEvent(score: 9.5, quad: .materialCooperation),
    "AID": CodedEvent(score: 10, quad: .materialCooperation),
    "RETREAT": CodedEvent(score: 6.5, quad: .materialCooperation),
    "REQUEST": CodedEvent(score: 0, quad: .verbalConflict),
    "ACCUSE": CodedEvent(score: nil, quad: .verbalConflict),
    "REJECT": CodedEvent(score: -2, quad: .verbalConflict),
    "SANCTION": CodedEvent(score: -6, quad: .verbalConflict),
    "THREATEN": CodedEvent(score: -3.5, quad: .verbalConflict),
    "PROTEST": CodedEvent(score: -5, quad: .materialConflict),
    "MOBILIZE": CodedEvent(score: -5.5, quad: .materialConflict),
    "COERCE": CodedEvent(score: -7, quad: .materialConflict),
    "ASSAULT": CodedEvent(score: -9, quad: .materialConflict),
  ]

  static func event(of code: String) -> CodedEvent? { events[code.uppercased()] }
}
