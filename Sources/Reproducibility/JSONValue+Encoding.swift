extension JSONValue {
  /// The JSON form of any `Encodable` value: keys in the order the value encodes them, which for synthesised conformances is
  /// the order of declaration. This is the only way this package turns values into JSON.
  ///
  /// - Throws: whatever the value's own `encode(to:)` throws; `EncodingError` for a whole number beyond `Int`.
  public init(encoding value: some Encodable) throws {
    let encoder = ValueEncoder(codingPath: [])
    try value.encode(to: encoder)
    self = encoder.node.value
  }
}

/// A place in the document under construction, shared by the containers that write to it.
private final class Node {
  enum Content {
    case empty
    case leaf(JSONValue)
    case array([Node])
    case object([(key: String, node: Node)])
  }

  var content = Content.empty

  var value: JSONValue {
    switch content {
    case .empty: .object([])
    case .leaf(let value): value
    case .array(let nodes): .array(nodes.map(\.value))
    case .object(let members): .object(members.map { JSONValue.Member($0.key, $0.node.value) })
    }
  }

  func member(_ key: String) -> Node {
    let node = Node()
    var members: [(key: String, node: Node)] = []
    if case .object(let known) = content { members = known }
    // Letting go of the old list before it grows keeps appending from copying it.
    content = .empty
    members.append((key, node))
    content = .object(members)
    return node
  }

  func element() -> Node {
    let node = Node()
    var nodes: [Node] = []
    if case .array(let known) = content { nodes = known }
    content = .empty
    nodes.append(node)
    content = .array(nodes)
    return node
  }

  func store(_ value: some Encodable, codingPath: [any CodingKey]) throws {
    switch value {
    case let value as JSONValue: content = .leaf(value)
    case let value as Bool: content = .leaf(.boolean(value))
    case let value as String: content = .leaf(.string(value))
    case let value as Double: content = .leaf(.number(value))
    case let value as Float: content = .leaf(.number(Double(value)))
    case let value as any BinaryInteger:
      guard let whole = Int(exactly: value) else {
        let context = EncodingError.Context(
          codingPath: codingPath, debugDescription: "whole numbers go up to \(Int.max), which \(value) is beyond")
        throw EncodingError.invalidValue(value, context)
      }
      content = .leaf(.integer(whole))
    case let values as [Double]: content = .leaf(.array(values.map(JSONValue.number)))
    case let values as [Int]: content = .leaf(.array(values.map(JSONValue.integer)))
    case let values as [String]: content = .leaf(.array(values.map(JSONValue.string)))
    default: try value.encode(to: ValueEncoder(codingPath: codingPath, node: self))
    }
  }
}

private struct ValueEncoder: Encoder {
  let codingPath: [any CodingKey]
  var node = Node()
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .empty = node.content { node.content = .object([]) }
    return KeyedEncodingContainer(KeyedContainer(codingPath: codingPath, node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .empty = node.content { node.content = .array([]) }
    return ListContainer(codingPath: codingPath, node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleContainer(codingPath: codingPath, node: node)
  }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let codingPath: [any CodingKey]
  let node: Node

  func encodeNil(forKey key: Key) { node.member(key.stringValue).content = .leaf(.null) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try node.member(key.stringValue).store(value, codingPath: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    ValueEncoder(codingPath: codingPath + [key], node: node.member(key.stringValue)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    ValueEncoder(codingPath: codingPath + [key], node: node.member(key.stringValue)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { ValueEncoder(codingPath: codingPath, node: node.member("super")) }

  func superEncoder(forKey key: Key) -> any Encoder {
    ValueEncoder(codingPath: codingPath + [key], node: node.member(key.stringValue))
  }
}

private struct ListContainer: UnkeyedEncodingContainer {
  let codingPath: [any CodingKey]
  let node: Node

  var count: Int {
    guard case .array(let nodes) = node.content else { return 0 }
    return nodes.count
  }

  func encodeNil() { node.element().content = .leaf(.null) }

  func encode(_ value: some Encodable) throws { try node.element().store(value, codingPath: codingPath) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    ValueEncoder(codingPath: codingPath, node: node.element()).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    ValueEncoder(codingPath: codingPath, node: node.element()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { ValueEncoder(codingPath: codingPath, node: node.element()) }
}

private struct SingleContainer: SingleValueEncodingContainer {
  let codingPath: [any CodingKey]
  let node: Node

  func encodeNil() { node.content = .leaf(.null) }

  func encode(_ value: some Encodable) throws { try node.store(value, codingPath: codingPath) }
}
