import LinearAlgebra
import Reproducibility
import Testing

@Suite("Tensor archives")
struct TensorArchiveTests {
  let archive = TensorArchive(
    metadata: ["note": "a \"quoted\" text, Ёж", "empty": ""],
    tensors: [
      Tensor(name: "bytes", bytes: [1, 2, 255]),
      Tensor(name: "numbers", numbers: [0, -0.0, .pi, -1e-300, .greatestFiniteMagnitude, 5], shape: [2, 3]),
      Tensor(name: "integers", integers: [0, -1, .max, .min]),
    ])

  @Test("what is written reads back, bit for bit")
  func roundTrip() throws {
    let read = try TensorArchive(parsing: archive.serialized())
    #expect(read.metadata == archive.metadata)
    #expect(read.tensor(named: "bytes").map { Array($0.bytes) } == [1, 2, 255])
    #expect(read.tensor(named: "integers")?.integers == [0, -1, .max, .min])
    let numbers = try #require(read.tensor(named: "numbers"))
    #expect(numbers.shape == [2, 3])
    #expect(numbers.numbers?.map(\.bitPattern) == archive.tensor(named: "numbers")?.numbers?.map(\.bitPattern))
    #expect(read.serialized() == archive.serialized())
    #expect(numbers.integers == nil && read.tensor(named: "none") == nil)
  }

  @Test("elements of eight bytes start at multiples of eight, as readers that map the file need")
  func alignment() {
    let bytes = archive.serialized()
    let headerLength = (0..<8).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    #expect(headerLength % 8 == 0)
  }

  @Test("a file cut short anywhere is refused")
  func truncated() {
    let bytes = archive.serialized()
    for length in 0..<bytes.count {
      #expect(throws: TensorArchiveError.self) { try TensorArchive(parsing: Array(bytes[..<length])) }
    }
    #expect(throws: TensorArchiveError.self) { try TensorArchive(parsing: bytes + [0]) }
  }

  @Test(
    "headers that lie are refused",
    arguments: [
      #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}"#,
      #"{"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}"#,
      #"{"a":{"dtype":"F64","shape":[9223372036854775807,2],"data_offsets":[0,8]}}"#,
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[8,0]}}"#,
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[-8,0]}}"#,
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0]}}"#,
      #"{"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}"#,
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#,
      #"{"a":7}"#, #"{"__metadata__":{"x":1}}"#, "[]", "", "nonsense",
    ])
  func lies(header: String) {
    let length = header.utf8.count
    let bytes =
      (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8)
      + [UInt8](repeating: 0, count: 8)
    #expect(throws: TensorArchiveError.self) { try TensorArchive(parsing: bytes) }
  }

  @Test("damaged files are refused or read, and never trap")
  func damaged() {
    var generator = SeededGenerator(seed: 7)
    let whole = archive.serialized()
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<3 { bytes[generator.index(below: bytes.count)] = UInt8(generator.index(below: 256)) }
      _ = try? TensorArchive(parsing: bytes)
    }
  }
}
