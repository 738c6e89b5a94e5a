internal import Corpora

/// The words by which verbs are told apart, as Resources/vics-words-en.csv has them.
struct CodingWords: Sendable {
  /// What is a state's own.
  let own: Set<String>
  /// What is not, though it is called ours.
  let foreign: Set<String>
  /// What stands before "to" where a deed is not done yet.
  let intending: Set<String>
  /// What stands before "to" where it is being done.
  let doing: Set<String>
  /// What stands before "to" where it is not done.
  let failing: Set<String>

  static let english = CodingWords(list: PackageResources.vics_words_en_csv)

  /// - Precondition: the list is CSV of two columns.
  private init(list: [UInt8]) {
    var classes: [String: Set<String>] = [:]
    do {
      for record in try DelimitedRecord.all(in: list, name: "vics-words-en.csv").dropFirst() {
        classes[record.fields[0], default: []].formUnion(record.fields[1].split(separator: " ").map(String.init))
      }
    } catch {
      preconditionFailure("the library's own words: \(error)")
    }
    own = classes["own"] ?? []
    foreign = classes["foreign"] ?? []
    intending = classes["intending"] ?? []
    doing = classes["doing"] ?? []
    failing = classes["failing"] ?? []
  }
}
