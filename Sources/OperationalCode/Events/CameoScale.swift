internal import Corpora

/// Scores and kinds of CAMEO's codes.
///
/// Scores are those of the table that the GDELT project publishes (CAMEO.goldsteinscale), which carries Goldstein's (1992)
/// scale over to CAMEO; kinds are GDELT's quad classes by root: 1 for 01 to 05, 2 for 06 to 08, 3 for 09 to 13, 4 for 14 to 20.
/// The table here has a code only where its score is another than that of the code one digit shorter; a code that it does not
/// have takes the score of the longest beginning that it has.
enum CameoScale {
  private static let scores: [String: Double] = {
    do {
      let records = try DelimitedRecord.all(in: PackageResources.cameo_goldstein_csv, name: "cameo-goldstein.csv")
      return Dictionary(uniqueKeysWithValues: records.dropFirst().map { ($0.fields[0], Double($0.fields[1]) ?? 0) })
    } catch {
      preconditionFailure("the library's own scale: \(error)")
    }
  }()

  static func event(of code: String) -> CodedEvent? {
    guard (2...4).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let root = Int(code.prefix(2)), (1...20).contains(root)
    else { return nil }
    var known = Substring(code)
    while scores[String(known)] == nil { known = known.dropLast() }
    let quad: QuadClass =
      switch root {
      case ...5: .verbalCooperation
      case ...8: .materialCooperation
      case ...13: .verbalConflict
      default: .materialConflict
      }
    return CodedEvent(score: scores[String(known)], quad: quad)
  }
}
