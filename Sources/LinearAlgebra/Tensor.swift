/// A named array of numbers as it stands in a file: element type, shape, and little-endian bytes.
public struct Tensor: Sendable, Hashable {
  /// What the elements are, by the names of the safetensors format.
  public enum ElementType: String, Sendable, Hashable, CaseIterable {
    /// Bytes.
    case u8 = "U8"
    /// 64-bit signed whole numbers.
    case i64 = "I64"
    /// 64-bit floating-point numbers.
    case f64 = "F64"

    /// The length of an element in bytes.
    public var byteCount: Int { self == .u8 ? 1 : 8 }
  }

  /// The name, unique within its file.
  public let name: String
  /// The type of the elements.
  public let elementType: ElementType
  /// The extent in each dimension.
  public let shape: [Int]
  /// The elements, row after row, little-endian.
  public let bytes: ArraySlice<UInt8>

  /// - Precondition: there are as many bytes as the shape and the element type ask for.
  init(name: String, elementType: ElementType, shape: [Int], bytes: ArraySlice<UInt8>) {
    precondition(
      bytes.count == shape.reduce(elementType.byteCount, *), "\(bytes.count) bytes for a tensor of shape \(shape)")
    self.name = name
    self.elementType = elementType
    self.shape = shape
    self.bytes = bytes
  }

  /// A list of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, elementType: .u8, shape: [bytes.count], bytes: bytes[...])
  }

  /// A list of whole numbers.
  public init(name: String, integers: [Int]) {
    self.init(
      name: name, elementType: .i64, shape: [integers.count],
      bytes: Self.littleEndian(integers.map { UInt64(bitPattern: Int64($0)) })[...])
  }

  /// Numbers in a given shape; a list where none is given.
  public init(name: String, numbers: [Double], shape: [Int]? = nil) {
    self.init(
      name: name, elementType: .f64, shape: shape ?? [numbers.count],
      bytes: Self.littleEndian(numbers.map(\.bitPattern))[...])
  }

  /// The elements of a tensor of whole numbers, or nil for another type.
  public var integers: [Int]? {
    guard elementType == .i64 else { return nil }
    let (bytes, count) = (bytes.span, bytes.count / 8)
    return [Int](capacity: count) { elements in
      for index in 0..<count { elements.append(Int(Int64(bitPattern: Self.word(of: bytes, at: 8 * index)))) }
    }
  }

  /// The elements of a tensor of numbers, or nil for another type.
  public var numbers: [Double]? {
    guard elementType == .f64 else { return nil }
    let (bytes, count) = (bytes.span, bytes.count / 8)
    return [Double](capacity: count) { elements in
      for index in 0..<count { elements.append(Double(bitPattern: Self.word(of: bytes, at: 8 * index))) }
    }
  }

  /// The eight bytes from `start` on as a little-endian number: one instruction where the machine is little-endian too.
  @inline(__always)
  private static func word(of bytes: Span<UInt8>, at start: Int) -> UInt64 {
    let bytes = bytes.extracting(start..<(start + 8))
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[place]) << UInt64(8 * place) }
    return word
  }

  private static func littleEndian(_ words: [UInt64]) -> [UInt8] {
    [UInt8](capacity: 8 * words.count) { bytes in
      for word in words {
        for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place))) }
      }
    }
  }
}
