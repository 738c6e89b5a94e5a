extension Span<UInt8> {
  /// Whether these are exactly the bytes of `text`.
  func equals(_ text: String.UTF8View) -> Bool {
    guard text.count == count else { return false }
    var index = 0
    for byte in text {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether these are exactly the bytes of a long text; quick where they are not.
  func equalsStored(_ text: String) -> Bool {
    let other = text.utf8Span.span
    guard count == other.count else { return false }
    var index = count - 1
    while index >= 0 {
      if self[index] != other[index] { return false }
      index -= 1
    }
    return true
  }

  /// Whether these are exactly `bytes`.
  func equals(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == count else { return false }
    for index in indices where self[index] != bytes[index] { return false }
    return true
  }

  /// Where `byte` stands first from `start` on, or nil.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether all bytes are spaces or tabs.
  var isBlank: Bool {
    for index in indices where self[index] != 32 && self[index] != 9 { return false }
    return true
  }

  /// The bytes as text, with replacement characters where they are not UTF-8: for messages.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
