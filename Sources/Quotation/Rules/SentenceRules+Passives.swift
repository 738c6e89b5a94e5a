/// Rules for verbs in the passive.
extension SentenceRules {
  /// passive: The claim was rejected by the minister; she had been assured by him that it was false.
  func passive(_ index: Int) -> Proposal? {
    let cue = cues[index]
    if cue.entry.frames.contains(.addresseeClause), let that = complementizer(from: cue.end, takesAddressee: false) {
      let end = contentEnd(from: that + 1, of: index)
      guard end > that + 1 else { return nil }
      return proposal(cue, content: [that + 1..<end], rule: .passive, addressee: patient(of: cue))
    }
    guard cue.entry.frames.contains(.object), let patient = patient(of: cue) else { return nil }
    return proposal(cue, content: [patient], rule: .passive)
  }

  /// The noun phrase before a passive verb.
  private func patient(of cue: Cue) -> Range<Int>? {
    var edge = cue.verb
    while edge > 0, reader.isAdverb(edge - 1) || reader.isWord(edge - 1, [.auxiliary, .modal]),
      !reader.isWord(edge - 1, grammar.possessiveClitic)
    {
      edge -= 1
    }
    return reader.phrase(endingAt: edge, notBefore: 0)
  }
}
