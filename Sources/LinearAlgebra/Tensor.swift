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
    elementType == .i64 ? words().map { Int(Int64(bitPattern: $0)) } : nil
  }

  /// The elements of a tensor of numbers, or nil for another type.
  public var numbers: [Double]? {
    elementType == .f64 ? words().map { Double(bitPattern: $0) } : nil
  }

  private func words() -> [UInt64] {
    let span = bytes.span
    return (0..<(bytes.count / 8)).map { index in
      var word: UInt64 = 0
      for place in 0..<8 { word |= UInt64(span[8 * index + place]) << UInt64(8 * place) }
      return word
    }
  }

  private static func littleEndian(_ words: [UInt64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * words.count)
    for word in words {
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place))) }
    }
    return bytes
  }
}
