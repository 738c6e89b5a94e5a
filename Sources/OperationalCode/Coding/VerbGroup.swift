internal import Quotation

/// What stands before a verb and belongs to it: "has not been", "will", "wants to".
struct VerbGroup {
  /// Its first word.
  var start: Int
  var isNegated = false
  /// Whether it will, would, can, must or is meant to be done.
  var isAnnounced = false
  var hasBe = false
  var hasHave = false
  var hasDo = false
  var hasModal = false
  /// Whether "to" stands before the verb.
  var isInfinitive = false
  /// Whether "let us" or "let me" stands before it.
  var isHortative = false

  /// Whether the infinitive can stand after it.
  var takesBase: Bool { hasModal || hasDo || isInfinitive || isHortative }
}

extension SentenceCoder {
  /// The group of the verb at `verb`; nil where it is an infinitive of which nobody is said to do it.
  func group(of verb: Int) -> VerbGroup? {
    var group = VerbGroup(start: verb)
    walk(&group)
    guard !group.takesBase, let before = wordBefore(group.start) else { return group }
    if isHortative(before) {
      group.isHortative = true
      group.isAnnounced = true
      group.start = before - 1
      return group
    }
    return words[before].text == "to" ? infinitive(group, to: before) : group
  }

  /// Takes auxiliaries, modals, adverbs and negations into a group, to the left.
  func walk(_ group: inout VerbGroup) {
    var index = group.start - 1
    while index >= 0, words[index].isWord {
      let word = words[index]
      if word.denies {
        group.isNegated = true
      } else if word.text == "longer", index > 0, words[index - 1].text == "no" {
        group.isNegated = true
        index -= 1
      }
      if word.isA(.modal) {
        group.hasModal = true
        group.isAnnounced = true
      } else if isBe(index) {
        group.hasBe = true
      } else if word.isHave {
        group.hasHave = true
      } else if word.isDo {
        group.hasDo = true
      } else if !word.denies, word.text != "longer", !word.isAdverb {
        return
      } else if word.isAdverb, !word.denies, word.text != "longer" {
        index -= 1
        continue
      }
      group.start = index
      index -= 1
    }
  }

  /// Whether a word is a form of be; 's only after a pronoun, where it is no genitive.
  private func isBe(_ index: Int) -> Bool {
    guard words[index].isBe else { return false }
    guard words[index].text == "'s" else { return true }
    return index > 0 && (words[index - 1].isA([.personalPronoun, .relative]) || words[index - 1].text == "there")
  }

  /// Whether the word at `index` ends "let us", "let's" or "let me".
  private func isHortative(_ index: Int) -> Bool {
    index > 0 && words[index - 1].text == "let" && ["us", "'s", "me"].contains(words[index].text)
  }

  /// "want to", "have to", "continued to": the group with that of the word before "to".
  private func infinitive(_ group: VerbGroup, to: Int) -> VerbGroup? {
    // "We promise to rebuild": what is promised is no further verb.
    guard to >= codedUpTo else { return nil }
    var index = to - 1
    var isNegated = group.isNegated
    while index >= 0, words[index].isAdverb || words[index].text == "not" {
      isNegated = isNegated || words[index].denies
      index -= 1
    }
    guard index >= 0, words[index].isWord else { return nil }
    let word = words[index]
    var governing = VerbGroup(start: index)
    if word.isHave || isBe(index) || word.isA(.modal) {
      governing.isAnnounced = true
      governing.isNegated = word.denies
    } else if vocabulary.failing.contains(word.text) {
      governing.isNegated = true
    } else if vocabulary.intending.contains(word.text) {
      governing.isAnnounced = true
    } else if !vocabulary.doing.contains(word.text) {
      return nil
    }
    walk(&governing)
    governing.isNegated = governing.isNegated || isNegated
    // The auxiliaries are those of the governing verb, not of the infinitive.
    (governing.hasBe, governing.hasHave, governing.hasDo) = (group.hasBe, group.hasHave, group.hasDo)
    governing.isInfinitive = true
    return governing
  }

  /// The word before `index`, adverbs passed over; nil where a mark or the sentence's beginning is there.
  func wordBefore(_ index: Int) -> Int? {
    var place = index - 1
    while place >= 0, words[place].isAdverb { place -= 1 }
    return place >= 0 && words[place].isWord ? place : nil
  }
}
