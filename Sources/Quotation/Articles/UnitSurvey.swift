/// The units of a text and what can be said of each before anything is decided.
struct UnitSurvey {
  let text: [UInt8]
  let units: [TextUnit]
  let traits: [UnitTraits]
  let looks: [UnitLook]
  /// The scripts of most letters, of those whose units look like paragraphs.
  private let script: Script

  private enum Script { case latin, cyrillic, other }

  /// Looks at all units. Complexity: O(n).
  init(_ units: [TextUnit], in text: [UInt8]) {
    self.text = text
    self.units = units
    traits = units.map { UnitTraits(of: $0.range, in: text) }
    looks = zip(units, traits).map { UnitLook.look($0, traits: $1, in: text) }
    script = Self.script(traits, looks: looks)
  }

  private static func script(_ traits: [UnitTraits], looks: [UnitLook]) -> Script {
    var counts = (latin: 0, cyrillic: 0, other: 0)
    let hasProse = looks.contains(.prose)
    for (traits, look) in zip(traits, looks) where !hasProse || look == .prose {
      counts.latin += Int(traits.latin)
      counts.cyrillic += Int(traits.cyrillic)
      counts.other += Int(traits.otherLetters)
    }
    if counts.other > max(counts.latin, counts.cyrillic) { return .other }
    return counts.cyrillic > counts.latin ? .cyrillic : .latin
  }

  /// Whether hardly a letter of the unit is of the article's script, and it is no paragraph.
  func isForeign(_ index: Int) -> Bool {
    let unit = traits[index]
    if unit.letters < 2 || unit.isProse { return false }
    let own =
      switch script {
      case .latin: unit.latin
      case .cyrillic: unit.cyrillic
      case .other: unit.otherLetters
      }
    return own * 5 < unit.letters
  }

  /// Whether the unit is the only one between blank lines.
  func standsAlone(_ index: Int) -> Bool { !isJoined(index - 1) && !isJoined(index) }

  /// Whether no blank line stands between the unit and the next.
  func isJoined(_ index: Int) -> Bool {
    index >= 0 && index + 1 < units.count && units[index].block == units[index + 1].block
  }

  /// Whether the unit and the next say the same, or one says the beginning of the other, as a picture's description and its
  /// caption do.
  func isTwinOfNext(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < units.count else { return false }
    return ByteText.beginAlike(units[index].range, units[index + 1].range, in: text)
  }

  /// Whether the unit is a caption: by its photographer, its markup, or as what stands before the first paragraph twice or
  /// ends with a date.
  func isCaption(_ index: Int, beforeBody: Bool) -> Bool {
    if looks[index] == .caption || units[index].hints.contains(.caption) { return true }
    guard beforeBody, !units[index].hints.contains(.heading), traits[index].characters <= 400 else { return false }
    return isTwinOfNext(index) || isTwinOfNext(index - 1)
      || (traits[index].endsSentence && CaptionSigns.endsWithDate(units[index].range, traits: traits[index], in: text))
  }

  /// Whether the unit is a paragraph beyond doubt.
  func isProse(_ index: Int) -> Bool {
    looks[index] == .prose && !units[index].hints.contains(.linked) && !units[index].hints.contains(.title)
  }
}
