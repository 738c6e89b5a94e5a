internal import CSimdJSON

/// Reads JSON objects one at a time: the owner of simdjson's parser, and the one file that calls it.
@safe
struct SimdJSONDocument: ~Copyable {
  /// What the value of a member is.
  enum Kind {
    case null
    case string
    case scalar
    case nested
  }

  private let reader: OpaquePointer

  /// A reader that has read nothing.
  init() {
    guard let created = unsafe parlance_json_create() else {
      preconditionFailure("there is no memory left for a parser")
    }
    unsafe reader = created
  }

  deinit { unsafe parlance_json_destroy(reader) }

  /// Reads `text`, one object of UTF-8 bytes: nil, or the reason why it is no JSON object.
  ///
  /// The whole text is checked, nested values included. Complexity: O(n).
  mutating func read(_ text: Span<UInt8>) -> String? {
    let reason = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe parlance_json_read(reader, buffer.baseAddress, buffer.count)
    }
    return unsafe reason.map { unsafe String(cString: $0) }
  }

  /// How many members the object has, in their order, repeated keys included.
  var memberCount: Int { Int(unsafe parlance_json_member_count(reader)) }

  /// What the value of member `index` is, and where it begins in the text.
  func value(_ index: Int) -> (kind: Kind, offset: Int) {
    let member = unsafe member(index)
    let kind: Kind =
      switch unsafe Int(member.kind) {
      case PARLANCE_JSON_NULL: .null
      case PARLANCE_JSON_STRING: .string
      case PARLANCE_JSON_SCALAR: .scalar
      default: .nested
      }
    return (kind, Int(unsafe member.value_offset))
  }

  /// The key of member `index`, its escapes undone.
  func key(_ index: Int) -> String {
    let member = unsafe member(index)
    return unsafe String(decoding: UnsafeBufferPointer(start: member.key, count: member.key_length), as: UTF8.self)
  }

  /// Whether the key of member `index` is `name`, byte for byte.
  func hasKey(_ name: [UInt8], at index: Int) -> Bool {
    let member = unsafe member(index)
    return unsafe UnsafeBufferPointer(start: member.key, count: member.key_length).elementsEqual(name)
  }

  /// Appends the value of member `index`: a string without its escapes, anything else as written.
  func appendValue(_ index: Int, to bytes: inout [UInt8]) {
    let member = unsafe member(index)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: member.value, count: member.value_length))
  }

  private func member(_ index: Int) -> parlance_json_member {
    precondition(index >= 0 && index < memberCount, "member \(index) of an object with \(memberCount)")
    return unsafe parlance_json_member_at(reader, index)
  }
}
