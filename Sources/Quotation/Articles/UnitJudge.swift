/// Tells the paragraphs of an article from what stands around them.
///
/// What a unit is follows from general signs: how long it is and whether it ends as sentences do, whether it is repeated, whether
/// its line is one that pages have, what stands beside it, and whether it comes before, between or after the paragraphs that
/// are beyond doubt. Where the signs are weak a unit is kept: a line too many is better than a paragraph too few.
struct UnitJudge {
  /// What becomes of a unit.
  enum Verdict: Hashable {
    case keep(Article.ParagraphKind)
    case leave(OmissionReason)
  }

  private let survey: UnitSurvey
  private let title: Int?
  /// Where the paragraphs begin and end that are beyond doubt; where there are none, behind the last unit.
  private let first: Int
  private let last: Int
  /// Where readers' words begin.
  private let comments: Int
  /// Why lines are being left out, since another one said what they are.
  private var list: OmissionReason?
  private var hasSeenInterface = false

  /// How many units after the headline may name who wrote the article.
  private static let bylineReach = 12

  /// The verdicts on `units` of `text`, in their order. Complexity: O(n).
  ///
  /// - Parameter seeksTitle: whether one of the units may be the headline where none is marked as it.
  static func judge(_ units: [TextUnit], in text: [UInt8], seeksTitle: Bool = true) -> [Verdict] {
    var judge = UnitJudge(UnitSurvey(units, in: text), seeksTitle: seeksTitle)
    return units.indices.map { judge.verdict($0) }
  }

  private init(_ survey: UnitSurvey, seeksTitle: Bool) {
    self.survey = survey
    let found = TitleSearch(survey).result(seeksTitle: seeksTitle)
    title = found.title
    first = found.firstParagraph ?? survey.units.count
    let indices = survey.units.indices
    let end = Self.commentsBegin(survey, after: first) ?? survey.units.count
    comments = end
    last = indices.prefix(end).last { survey.isProse($0) } ?? survey.units.count
  }

  /// The line that says that comments follow, behind two paragraphs of the article. Where the line is a single word, which may
  /// head a part of the article, no more paragraphs may follow it than come before.
  private static func commentsBegin(_ survey: UnitSurvey, after first: Int) -> Int? {
    let total = survey.units.indices.count { $0 >= first && survey.isProse($0) }
    var before = 0
    for index in survey.units.indices where index >= first {
      if survey.isProse(index) { before += 1 }
      guard survey.looks[index] == .beginsComments, before >= 2 else { continue }
      if survey.traits[index].words > 1 || survey.traits[index].digits > 0 || before * 2 >= total { return index }
    }
    return nil
  }

  private mutating func verdict(_ index: Int) -> Verdict {
    if index == title {
      list = nil
      return .keep(.title)
    }
    if let repeated = verdictOnTwin(index) { return repeated }
    if index < first, survey.isCaption(index, beforeBody: true) { return .keep(.caption) }
    if index >= comments { return afterComments(index) }
    if index > last { return afterBody(index) }
    return index < first ? beforeBody(index) : withinBody(index)
  }

  /// Of two equal neighbours the second goes, and of two that begin alike the shorter.
  private func verdictOnTwin(_ index: Int) -> Verdict? {
    let length = survey.units[index].range.count
    if survey.isTwinOfNext(index - 1) {
      let other = survey.units[index - 1].range.count
      if length == other || (length < other && index < first) { return .leave(.repeated) }
    }
    if index + 1 < first, survey.isTwinOfNext(index), index + 1 != title, length < survey.units[index + 1].range.count {
      return .leave(.repeated)
    }
    return nil
  }

  private mutating func beforeBody(_ index: Int) -> Verdict {
    if let known = known(index) { return known }
    if let title, index < title { return .leave(.navigation) }
    if title != nil, isBylineByPlace(index) { return .keep(.byline) }
    if survey.isForeign(index) { return .leave(.otherScript) }
    if isLink(index) || isAmongControls(index) { return .leave(.navigation) }
    return .keep(.body)
  }

  private mutating func withinBody(_ index: Int) -> Verdict {
    if survey.isProse(index) || mayBeProse(index) {
      list = nil
      return .keep(.body)
    }
    if survey.looks[index] == .byline, index > (title ?? 0) + Self.bylineReach { return .keep(.body) }
    if let known = known(index) { return known }
    if survey.looks[index] == .sentence { list = nil }
    if let list { return .leave(list) }
    return isLink(index) ? .leave(.links) : .keep(.body)
  }

  /// Whether the unit begins as lines of pages do and goes on as a paragraph does.
  private func mayBeProse(_ index: Int) -> Bool {
    guard survey.traits[index].isProse, case .interface(let reason) = survey.looks[index] else { return false }
    return reason != .cookieNotice
  }

  private mutating func afterBody(_ index: Int) -> Verdict {
    if let known = known(index) { return known }
    if let list { return .leave(list) }
    if survey.isForeign(index) { return .leave(.otherScript) }
    if survey.looks[index] == .sentence { return .keep(.body) }
    if isLink(index) || hasSeenInterface { return .leave(.links) }
    if !survey.standsAlone(index) || survey.traits[index].words <= 2 { return .leave(.links) }
    return .keep(.body)
  }

  private mutating func afterComments(_ index: Int) -> Verdict {
    if case .leave(let reason)? = known(index) { return .leave(reason) }
    return .leave(list ?? .comments)
  }

  /// What a unit is by its look alone.
  private mutating func known(_ index: Int) -> Verdict? {
    if survey.units[index].hints.contains(.caption) { return .keep(.caption) }
    switch survey.looks[index] {
    case .rule: return .leave(.rule)
    case .interface(let reason):
      hasSeenInterface = hasSeenInterface || index > last
      return .leave(reason)
    case .beginsList(let reason):
      list = reason
      return .leave(reason)
    case .beginsComments:
      list = .comments
      return .leave(.comments)
    case .byline: return .keep(.byline)
    case .date: return .keep(.date)
    case .caption: return .keep(.caption)
    case .prose, .sentence, .line: return survey.units[index].hints.contains(.byline) ? .keep(.byline) : nil
    }
  }

  /// Whether the unit is a short line, and the next one, without a blank line between, a date.
  private func isBylineByPlace(_ index: Int) -> Bool {
    survey.isJoined(index) && survey.looks[index + 1] == .date && survey.looks[index] == .line
      && survey.traits[index].characters <= 100
  }

  private func isLink(_ index: Int) -> Bool {
    survey.units[index].hints.contains(.linked) && survey.looks[index] != .sentence
  }

  /// Whether the unit is a line of few words, and one beside it, without a blank line between, is part of the page.
  private func isAmongControls(_ index: Int) -> Bool {
    guard survey.traits[index].words <= 4, survey.looks[index] == .line else { return false }
    return (survey.isJoined(index) && isInterface(index + 1)) || (survey.isJoined(index - 1) && isInterface(index - 1))
  }

  private func isInterface(_ index: Int) -> Bool {
    if case .interface(let reason) = survey.looks[index] { return reason != .timeOfDay }
    return false
  }
}
