internal import Corpora

/// The annotations of one file in brat's standoff format (https://brat.nlplab.org/standoff.html), as they stand there.
struct BratDocument {
  /// A marked stretch of text: a line T.
  struct Entity {
    let label: String
    let fragments: [Range<Int>]
    /// What the file says stands there, or nil.
    let text: String?
    let line: Int
  }

  /// Marked stretches that play roles in something: a line E or R.
  struct Link {
    let id: String
    let label: String
    let members: [(role: String, target: String)]
    let line: Int
  }

  /// A value that something has: a line A or M.
  struct Attribute {
    let value: String
    let line: Int
  }

  /// The marked stretches by identifier.
  private(set) var entities: [String: Entity] = [:]
  /// The marked stretches' identifiers in the order of the file.
  private(set) var entityNames: [String] = []
  /// The events in the order of the file.
  private(set) var events: [Link] = []
  /// The relations in the order of the file.
  private(set) var relations: [Link] = []
  /// The annotators' notes on each identifier, in the order of the file.
  private(set) var notes: [String: [String]] = [:]
  private var attributes: [String: [String: Attribute]] = [:]

  /// Reads a file; complaints about its lines are added to `complaints`.
  ///
  /// Complexity: O(n).
  init(_ bytes: [UInt8], file: String, complaints: inout BadRowList) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lines = bytes.dropFirst(hasMark ? 3 : 0).split(separator: 10, omittingEmptySubsequences: false)
    for (index, content) in lines.enumerated() {
      let line = content.last == 13 ? content.dropLast() : content
      guard line.contains(where: { $0 != 32 && $0 != 9 }) else { continue }
      if let problem = take(BratLine(line), number: index + 1) {
        complaints.add(problem, at: CorpusPlace(file: file, line: index + 1), hint: Self.hint)
      }
    }
  }

  private static let hint = "brat's standoff format is described at https://brat.nlplab.org/standoff.html"

  /// The value of attribute `name` of the first of `targets` that has one.
  func attribute(_ name: String, of targets: [String]) -> Attribute? {
    for target in targets { if let found = attributes[target]?[name] { return found } }
    return nil
  }
}

// MARK: Lines

extension BratDocument {
  /// Takes a line; the result says what is wrong with it, or is nil.
  private mutating func take(_ line: BratLine, number: Int) -> String? {
    switch line.first {
    case "T": return takeEntity(line, number: number)
    case "E", "R": return takeLink(line, number: number)
    case "A", "M": return takeAttribute(line, number: number)
    case "#":
      guard line.words.count >= 2 else { return "a note on nothing (#1<tab>AnnotatorNotes E1<tab>text was expected)" }
      notes[line.words[1], default: []].append(line.rest ?? "")
    case "N", "*": break
    default:
      return "a line that begins with \(line.id.quoted) (T, E, R, A, M, N, # or * and a number was expected)"
    }
    return nil
  }

  private mutating func takeEntity(_ line: BratLine, number: Int) -> String? {
    guard let label = line.words.first, let fragments = BratLine.fragments(line.words.dropFirst()) else {
      return "\(line.id) has no offsets (\(line.id)<tab>Label start end<tab>text was expected, as in Content 97 171)"
    }
    guard entities[line.id] == nil else { return "\(line.id) is here a second time (each has a number of its own)" }
    entities[line.id] = Entity(label: label, fragments: fragments, text: line.rest, line: number)
    entityNames.append(line.id)
    return nil
  }

  private mutating func takeLink(_ line: BratLine, number: Int) -> String? {
    var members: [(role: String, target: String)] = []
    for word in line.words {
      guard let member = BratLine.member(word) else { continue }
      members.append(member)
    }
    let isEvent = line.first == "E"
    let labels = isEvent ? 0 : 1
    guard members.count + labels == line.words.count, !members.isEmpty else {
      return isEvent
        ? "\(line.id) is no event (\(line.id)<tab>Attribution:T1 Content:T2 Cue:T3 was expected)"
        : "\(line.id) is no relation (\(line.id)<tab>label Arg1:T1 Arg2:T2 was expected)"
    }
    let link = Link(
      id: line.id, label: isEvent ? members[0].role : line.words[0],
      members: isEvent ? Array(members.dropFirst()) : members, line: number)
    if isEvent { events.append(link) } else { relations.append(link) }
    return nil
  }

  private mutating func takeAttribute(_ line: BratLine, number: Int) -> String? {
    guard line.words.count >= 2 else {
      return "\(line.id) is no attribute (\(line.id)<tab>Kind E1 direct was expected)"
    }
    let value = line.words.dropFirst(2).joined(separator: " ")
    attributes[line.words[1], default: [:]][line.words[0]] = Attribute(value: value, line: number)
    return nil
  }
}
