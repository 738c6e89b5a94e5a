internal import Corpora

/// Puts the attributions of a standoff file together: from events as our own articles and PolNeAR have them, else from relations as
/// in conversions of PARC.
struct BratAttributions {
  /// The identifiers of what makes up an attribution.
  struct Parts {
    var contents: [String] = []
    var cues: [String] = []
    var sources: [String] = []
    /// What its kind, its voice and notes may be attached to, in order of precedence.
    var holders: [String]
    let line: Int
  }

  private let document: BratDocument
  private let text: ArticleText
  private let file: String
  private var complaints: BadRowList

  /// The attributions found, in the order of the file.
  private(set) var attributions: [MarkedAttribution] = []
  /// How many events have no content.
  private(set) var contentlessCount = 0

  /// Puts together what `document`, read from `file`, says of `text`; complaints about it are added to `complaints`.
  ///
  /// Marked stretches that nothing ties together are passed over.
  init(_ document: BratDocument, text: ArticleText, file: String, complaints: inout BadRowList) {
    self.document = document
    self.text = text
    self.file = file
    self.complaints = complaints
    let events = document.events.filter { $0.label.lowercased().hasPrefix("attribution") }
    for event in events { if let parts = parts(of: event) { add(parts) } }
    if events.isEmpty { for parts in BratRelations(document).attributions { add(parts) } }
    complaints = self.complaints
  }

  private mutating func complain(_ problem: String, line: Int, hint: String = "") {
    complaints.add(problem, at: CorpusPlace(file: file, line: line), hint: hint)
  }

  private mutating func parts(of event: BratDocument.Link) -> Parts? {
    var parts = Parts(holders: [event.id], line: event.line)
    for (role, target) in event.members {
      guard document.entities[target] != nil else {
        complain("\(event.id) names \(target.quoted), which is not there (a line T was expected)", line: event.line)
        return nil
      }
      switch BratRole(role) {
      case .content: parts.contents.append(target)
      case .cue: parts.cues.append(target)
      case .source: parts.sources.append(target)
      case nil: break
      }
    }
    return parts
  }

  private mutating func add(_ parts: Parts) {
    guard !parts.contents.isEmpty else {
      contentlessCount += 1
      return
    }
    guard let content = span(of: parts.contents), let cue = optionalSpan(of: parts.cues),
      let source = optionalSpan(of: parts.sources), let stated = kind(of: parts), let voice = voice(of: parts)
    else { return }
    let names = BratNames(parts.holders.flatMap { document.notes[$0] ?? [] })
    attributions.append(
      MarkedAttribution(
        content: content, cue: cue, speaker: source, actor: names.actor, addressee: names.addressee,
        kind: stated ?? QuotationMarks.kind(of: content.fragments, in: text), voice: voice,
        place: CorpusPlace(file: file, line: parts.line)))
  }
}

// MARK: What the parts are

extension BratAttributions {
  /// What no or some stretches mark; nil after a complaint.
  private mutating func optionalSpan(of targets: [String]) -> MarkedSpan?? {
    targets.isEmpty ? .some(nil) : span(of: targets).map { .some($0) }
  }

  /// What some stretches mark together; nil after a complaint.
  private mutating func span(of targets: [String]) -> MarkedSpan? {
    var fragments: [Range<Int>] = []
    for target in targets {
      guard let entity = document.entities[target], isSound(entity, name: target) else { return nil }
      fragments += entity.fragments
    }
    return MarkedSpan(fragments, in: text)
  }

  private mutating func isSound(_ entity: BratDocument.Entity, name: String) -> Bool {
    if let outside = entity.fragments.first(where: { $0.upperBound > text.scalars.count }) {
      complain(
        "\(name) marks \(outside.lowerBound) to \(outside.upperBound), and the text has \(text.scalars.count) characters",
        line: entity.line, hint: Self.offsetHint)
      return false
    }
    guard let stated = entity.text else { return true }
    let seen = entity.fragments.map { text.text(in: $0) }.joined(separator: " ")
    guard MarkedSpan(wordsAlone: stated).words != MarkedSpan(wordsAlone: seen).words else { return true }
    complain(
      "\(name) is said to mark \(stated.quoted), where the text has \(seen.quoted)", line: entity.line,
      hint: Self.offsetHint)
    return false
  }

  private static let offsetHint =
    "offsets count Unicode characters from 0, line ends included; the .txt must be the very file that was annotated"

  /// The kind that is stated, none, or nil after a complaint.
  private mutating func kind(of parts: Parts) -> Attribution.Kind?? {
    guard let attribute = document.attribute("Kind", of: parts.holders) else { return .some(nil) }
    if let kind = Attribution.Kind(rawValue: attribute.value) { return kind }
    complain(
      AttributionWording.unknown(attribute.value, among: Attribution.Kind.allCases.map(\.rawValue)),
      line: attribute.line)
    return nil
  }

  /// The voice that is stated, none, or nil after a complaint.
  private mutating func voice(of parts: Parts) -> Attribution.Voice?? {
    guard let attribute = document.attribute("Voice", of: parts.holders) else { return .some(nil) }
    if let voice = Attribution.Voice(rawValue: attribute.value) { return voice }
    complain(
      AttributionWording.unknown(attribute.value, among: Attribution.Voice.allCases.map(\.rawValue)),
      line: attribute.line)
    return nil
  }
}

/// What a marked stretch is in an attribution, by the role it plays or by its own label: `Content`, `content2`, `Source`.
enum BratRole: String {
  case content
  case cue
  case source

  /// Reads a name, case and a number at its end aside; nil for other names.
  init?(_ name: String) {
    var bytes = Array(name.lowercased().utf8)
    while let last = bytes.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") { bytes.removeLast() }
    self.init(rawValue: String(decoding: bytes, as: UTF8.self))
  }
}

/// The names in annotators' notes of the form `actor: NAME | addressee: NAME`.
struct BratNames {
  private(set) var actor = ""
  private(set) var addressee = ""

  init(_ notes: [String]) {
    for part in notes.flatMap({ $0.utf8.split(separator: UInt8(ascii: "|")) }) {
      let text = String(decoding: part.drop { $0 == 32 }, as: UTF8.self)
      if actor.isEmpty, text.hasPrefix("actor:") { actor = Self.trimmed(text.utf8.dropFirst(6)) }
      if addressee.isEmpty, text.hasPrefix("addressee:") { addressee = Self.trimmed(text.utf8.dropFirst(10)) }
    }
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    var bytes = bytes.drop { $0 == 32 }
    while bytes.last == 32 { bytes = bytes.dropLast() }
    return String(Substring(bytes))
  }
}
