/// Finds the headline of a text without markup, and where the text's paragraphs begin.
struct TitleSearch {
  private let survey: UnitSurvey

  /// How long a headline is at most, in characters.
  private static let longestTitle = 250
  /// How long a headline is at most that ends as a paragraph does.
  private static let longestSentence = 140

  init(_ survey: UnitSurvey) { self.survey = survey }

  /// The headline, and the first paragraph beyond doubt; nil for what is not there. Complexity: O(n).
  func result(seeksTitle: Bool) -> (title: Int?, firstParagraph: Int?) {
    let units = survey.units
    if let marked = units.firstIndex(where: { $0.hints.contains(.title) }) {
      return (marked, firstParagraph(from: marked + 1))
    }
    guard seeksTitle else { return (nil, firstParagraph(from: 0)) }
    guard var first = firstParagraph(from: 0) else { return (title(before: units.count), nil) }
    if isQuestion(first), let next = firstParagraph(from: first + 1) { first = next }
    return (title(before: first), first)
  }

  private func firstParagraph(from start: Int) -> Int? {
    (start..<survey.units.count).first { survey.isProse($0) && !survey.isCaption($0, beforeBody: true) }
  }

  /// Whether a paragraph, the first, may as well be a headline that asks or exclaims.
  private func isQuestion(_ index: Int) -> Bool {
    !survey.traits[index].endsWithStop && survey.traits[index].characters <= Self.longestSentence
      && survey.standsAlone(index)
  }

  private func title(before end: Int) -> Int? {
    let candidates = (0..<end).filter(mayBeTitle)
    // A text of one sentence has no headline.
    guard survey.units.count > 1 else { return nil }
    let alone = candidates.filter { survey.standsAlone($0) || headsBlock($0) }
    let (long, sound) = (alone.filter(isLong), alone.filter { isLong($0) && !survey.traits[$0].endsWithStop })
    if let first = sound.first { return first }
    if let first = long.first, first == candidates.first { return first }
    if let listed = candidates.first(where: { survey.traits[$0].words >= 4 && !survey.traits[$0].endsWithStop }) {
      return listed
    }
    return alone.last { !survey.traits[$0].endsWithStop }
  }

  private func mayBeTitle(_ index: Int) -> Bool {
    switch survey.looks[index] {
    case .line, .sentence, .prose: break
    default: return false
    }
    return survey.traits[index].characters <= Self.longestTitle && survey.traits[index].letters > 0
      && !survey.isForeign(index) && !survey.isCaption(index, beforeBody: true)
  }

  /// Whether it has words enough; scripts that leave no spaces have characters.
  private func isLong(_ index: Int) -> Bool {
    survey.traits[index].words >= 3 || survey.traits[index].otherLetters >= 10
  }

  /// Whether the unit is followed, without a blank line, by who wrote what follows or when.
  private func headsBlock(_ index: Int) -> Bool {
    guard !survey.isJoined(index - 1) else { return false }
    var next = index
    while survey.isJoined(next), next < index + 4 {
      next += 1
      if survey.looks[next] == .byline || survey.looks[next] == .date { return true }
    }
    return false
  }
}
