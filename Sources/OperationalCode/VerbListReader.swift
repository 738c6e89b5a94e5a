internal import Corpora

/// Reads the rows of a list of verbs and holds them to each other.
struct VerbListReader {
  private static let columns = ["lemma", "forms", "class", "note"]

  private(set) var entries: [VerbList.Entry] = []
  /// The class of each form, and the line that gave it.
  private var owners: [String: (verbClass: VerbClass, line: Int)] = [:]
  private var complaints: [CorpusError.Complaint] = []
  private let file: String

  init(file: String) { self.file = file }

  /// - Throws: `CorpusError` with the places of all rows that are malformed.
  mutating func read(_ bytes: [UInt8]) throws {
    let records = try DelimitedRecord.all(in: bytes, name: file)
    guard let head = records.first else {
      throw CorpusError("the file is empty (verbs were expected)", at: CorpusPlace(file: file))
    }
    guard head.fields == Self.columns else {
      throw CorpusError(
        "the columns \(CorpusError.list(head.fields)) (lemma,forms,class,note were expected)",
        at: CorpusPlace(file: file, line: head.line))
    }
    for record in records.dropFirst() { add(record) }
    guard complaints.isEmpty else {
      throw CorpusError(
        complaints: Array(complaints.prefix(CorpusError.maximumComplaints)), badRowCount: complaints.count)
    }
    guard !entries.isEmpty else {
      throw CorpusError("there is a header but no verb after it", at: CorpusPlace(file: file))
    }
  }

  private mutating func add(_ record: DelimitedRecord) {
    guard record.fields.count == Self.columns.count else {
      complain("\(record.fields.count) fields (lemma,forms,class,note were expected)", at: record.line)
      return
    }
    let lemma = record.fields[0]
    guard let verbClass = VerbClass(rawValue: record.fields[2]) else {
      let classes = VerbClass.allCases.map(\.rawValue).joined(separator: ", ")
      complain("the class \(record.fields[2].quoted) (\(classes) were expected)", at: record.line)
      return
    }
    let forms = record.fields[1].split(separator: " ").map { $0.lowercased() }
    guard !lemma.isEmpty, !forms.isEmpty else {
      complain("\(lemma.isEmpty ? "no lemma" : "no forms") (a verb and its forms were expected)", at: record.line)
      return
    }
    for form in forms {
      guard Self.isForm(form) else {
        complain(
          "the form \(form.quoted) (words joined by _ were expected, with * for an object after the first)",
          at: record.line)
        return
      }
      if let owner = owners[form], owner.verbClass != verbClass {
        complain(
          "\(form.quoted) is \(verbClass.rawValue) here and \(owner.verbClass.rawValue) in line \(owner.line) "
            + "(one class a verb was expected)", at: record.line)
        return
      }
      owners[form] = (verbClass, record.line)
    }
    entries.append(VerbList.Entry(lemma: lemma, forms: forms, verbClass: verbClass))
  }

  /// Whether a form has words, a `*` only once and between two of them.
  private static func isForm(_ form: String) -> Bool {
    let words = form.split(separator: "_", omittingEmptySubsequences: false)
    let stars = words.indices.filter { words[$0] == "*" }
    guard stars.count <= 1, stars.allSatisfy({ $0 == 1 && words.count > 2 }) else { return false }
    return words.allSatisfy { word in
      word == "*" || !word.isEmpty && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" }
    }
  }

  private mutating func complain(_ problem: String, at line: Int) {
    complaints.append(
      CorpusError.Complaint(place: CorpusPlace(file: file, line: line), problem: problem, hint: ""))
  }
}
