/// Numbers different texts from 0 in the order they come, told apart byte for byte.
struct NameTable {
  private var indices: [[UInt8]: Int] = [:]

  /// The number of `name`, where it has come before; nil where it is new, and then takes the next number.
  mutating func insert(_ name: String) -> Int? {
    let next = indices.count
    let index = indices[Array(name.utf8), default: next]
    if index == next { indices[Array(name.utf8)] = next }
    return index == next ? nil : index
  }
}
