/// A set of spellings that keeps no order and gives none out.
struct SpellingSet: Sendable {
  private var slots: [UInt32]
  private var count = 0

  init() { slots = Array(repeating: 0, count: 64) }

  /// Adds a spelling other than 0.
  mutating func insert(_ spelling: UInt32) {
    let place = slot(of: spelling)
    guard slots[place] == 0 else { return }
    slots[place] = spelling
    count += 1
    if 2 * count > slots.count { grow() }
  }

  /// Whether a spelling is there.
  func contains(_ spelling: UInt32) -> Bool { spelling != 0 && slots[slot(of: spelling)] == spelling }

  private func slot(of spelling: UInt32) -> Int {
    var slot = Int(spelling) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != spelling { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: 2 * old.count)
    for spelling in old where spelling != 0 { slots[slot(of: spelling)] = spelling }
  }
}
