internal import FoundationEssentials
internal import Reproducibility

/// Tensors and a few texts in one file, in the safetensors layout: eight bytes that tell the length of a JSON header, the
/// header, then the tensors' bytes. Nothing in such a file is ever executed, and Python's `safetensors` opens it.
///
/// The layout follows https://github.com/huggingface/safetensors, format of version 0.3 and later.
public struct TensorArchive: Sendable, Hashable {
  /// Texts about the content, by name.
  public var metadata: [String: String]
  /// The tensors, in the order they stand in the file.
  public var tensors: [Tensor]

  /// The longest header that is read: a file that claims a longer one is damaged or hostile.
  static let maximumHeaderLength = 100_000_000

  /// Collects what is to be written.
  ///
  /// - Precondition: tensors have different names.
  public init(metadata: [String: String], tensors: [Tensor]) {
    precondition(Set(tensors.map(\.name)).count == tensors.count, "two tensors of one archive have the same name")
    self.metadata = metadata
    self.tensors = tensors
  }

  /// The tensor called `name`, or nil.
  public func tensor(named name: String) -> Tensor? { tensors.first { $0.name == name } }

  /// The file's bytes: the same for the same content, on every machine.
  ///
  /// Tensors with eight-byte elements come first so that each starts at a multiple of eight.
  public func serialized() -> [UInt8] {
    let ordered = tensors.filter { $0.elementType != .u8 } + tensors.filter { $0.elementType == .u8 }
    var offset = 0
    var members = [
      JSONValue.Member(
        "__metadata__", .object(metadata.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
      )
    ]
    for tensor in ordered {
      members.append(
        JSONValue.Member(
          tensor.name,
          [
            "dtype": .string(tensor.elementType.rawValue),
            "shape": .array(tensor.shape.map(JSONValue.integer)),
            "data_offsets": .array([.integer(offset), .integer(offset + tensor.bytes.count)]),
          ]))
      offset += tensor.bytes.count
    }
    var header = Array(JSONValue.object(members).text().utf8)
    header += repeatElement(UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    bytes.reserveCapacity(8 + header.count + offset)
    bytes += header
    for tensor in ordered { bytes += tensor.bytes }
    return bytes
  }

  /// Reads an archive from a file's bytes.
  ///
  /// Every claim of the header is checked against the bytes there are before anything is believed.
  ///
  /// - Throws: `TensorArchiveError` for a file that is cut short, is of another kind, or contradicts itself.
  public init(parsing bytes: [UInt8]) throws {
    guard bytes.count >= 8 else {
      throw TensorArchiveError("has \(bytes.count) bytes, fewer than the 8 a safetensors file begins with")
    }
    let headerLength = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
    guard headerLength <= UInt64(Self.maximumHeaderLength) else {
      throw TensorArchiveError("is not a safetensors file: its first 8 bytes claim a header of \(headerLength) bytes")
    }
    let start = 8 + Int(headerLength)
    guard start <= bytes.count else {
      throw TensorArchiveError(
        "is cut short: its header should have \(headerLength) bytes, and \(bytes.count - 8) are there")
    }
    let header: Header
    do {
      header = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<start]))
    } catch {
      throw TensorArchiveError("is not a safetensors file: its header is not the JSON that belongs there")
    }
    metadata = header.metadata
    tensors = try Self.tensors(header.entries, in: bytes[start...])
  }

  private static func tensors(_ entries: [Header.Entry], in data: ArraySlice<UInt8>) throws -> [Tensor] {
    var expected = 0
    let tensors = try entries.sorted { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }.map { entry in
      guard let type = Tensor.ElementType(rawValue: entry.type) else {
        throw TensorArchiveError("has a tensor \"\(entry.name)\" of type \(entry.type), which is not used in models")
      }
      var size = type.byteCount
      for extent in entry.shape {
        let (product, overflows) = size.multipliedReportingOverflow(by: extent)
        guard extent >= 0, !overflows else {
          throw TensorArchiveError("has a tensor \"\(entry.name)\" of impossible shape \(entry.shape)")
        }
        size = product
      }
      guard entry.begin == expected, entry.end >= entry.begin, entry.end - entry.begin == size else {
        throw TensorArchiveError(
          "contradicts itself: tensor \"\(entry.name)\" of shape \(entry.shape) needs bytes \(expected) to "
            + "\(expected &+ size), and the header says \(entry.begin) to \(entry.end)")
      }
      guard entry.end <= data.count else {
        throw TensorArchiveError(
          "is cut short: tensor \"\(entry.name)\" ends at byte \(entry.end) of the data, which has \(data.count)")
      }
      expected = entry.end
      let first = data.startIndex + entry.begin
      return Tensor(name: entry.name, elementType: type, shape: entry.shape, bytes: data[first..<(first + size)])
    }
    guard expected == data.count else {
      throw TensorArchiveError("has \(data.count - expected) bytes more than its header tells of")
    }
    return tensors
  }
}

/// What is wrong with a file that should have been a `TensorArchive`: a clause to put behind the file's name.
public struct TensorArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, as in "is cut short: ...".
  public let problem: String

  init(_ problem: String) { self.problem = problem }

  /// The clause.
  public var description: String { problem }
}

/// The JSON header as it is decoded, before anything in it is believed.
private struct Header: Decodable {
  struct Entry {
    let name: String
    let type: String
    let shape: [Int]
    let begin: Int
    let end: Int
  }

  struct Description: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let metadata: [String: String]
  let entries: [Entry]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    let metadataName = Name(stringValue: "__metadata__")
    metadata = try container.decodeIfPresent([String: String].self, forKey: metadataName) ?? [:]
    entries = try container.allKeys.filter { $0.stringValue != metadataName.stringValue }.map { name in
      let description = try container.decode(Description.self, forKey: name)
      guard description.data_offsets.count == 2, description.data_offsets.allSatisfy({ $0 >= 0 }) else {
        throw DecodingError.dataCorruptedError(forKey: name, in: container, debugDescription: "two offsets expected")
      }
      return Entry(
        name: name.stringValue, type: description.dtype, shape: description.shape,
        begin: description.data_offsets[0], end: description.data_offsets[1])
    }
  }
}
