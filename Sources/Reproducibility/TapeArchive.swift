/// Files in one archive of the form that every `tar` reads: ustar (POSIX.1-1988), of plain files alone.
public enum TapeArchive {
  private static let blockLength = 512

  /// Why bytes are no archive that can be unpacked.
  public struct Flaw: Error, Sendable, Hashable {
    /// What is wrong.
    public let problem: String
  }

  /// The bytes of an archive: the same for the same files, whoever packs them and whenever.
  ///
  /// - Parameter files: paths of at most 255 bytes, of which the last name has at most 100, and their contents.
  /// - Throws: `Flaw` for a path that is too long.
  public static func packed(_ files: [(path: String, bytes: [UInt8])]) throws(Flaw) -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
      archive += try header(of: file.path, length: file.bytes.count)
      archive += file.bytes
      archive += [UInt8](repeating: 0, count: (blockLength - file.bytes.count % blockLength) % blockLength)
    }
    return archive + [UInt8](repeating: 0, count: 2 * blockLength)
  }

  /// The files of an archive.
  ///
  /// - Throws: `Flaw` for bytes that are cut short or no archive, for anything but plain files, and for paths that lead out of it.
  public static func unpacked(_ archive: [UInt8]) throws(Flaw) -> [(path: String, bytes: [UInt8])] {
    var (files, place) = ([(path: String, bytes: [UInt8])](), 0)
    while place + blockLength <= archive.count {
      let header = Array(archive[place..<place + blockLength])
      if header.allSatisfy({ $0 == 0 }) { return files }
      guard number(header[148..<156]) == sum(of: header) else { throw Flaw(problem: "is no archive, or damaged") }
      guard header[156] == UInt8(ascii: "0") || header[156] == 0 else {
        throw Flaw(problem: "holds something other than plain files")
      }
      let name = [text(header[345..<500]), text(header[0..<100])].filter { !$0.isEmpty }.joined(separator: "/")
      guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
        throw Flaw(problem: "holds the path \"\(name)\", which leads out of it")
      }
      let (start, length) = (place + blockLength, number(header[124..<136]))
      guard length <= archive.count - start else { throw Flaw(problem: "is cut short") }
      files.append((name, Array(archive[start..<start + length])))
      place = start + (length + blockLength - 1) / blockLength * blockLength
    }
    throw Flaw(problem: "is cut short")
  }

  private static func header(of path: String, length: Int) throws(Flaw) -> [UInt8] {
    let name = Array(path.utf8)
    var split = 0
    if name.count > 100 {
      let slashes = name.indices.filter { name[$0] == UInt8(ascii: "/") && name.count - $0 - 1 <= 100 && $0 <= 155 }
      guard let slash = slashes.first else {
        throw Flaw(problem: "cannot hold the path \"\(path)\", which is too long")
      }
      split = slash + 1
    }
    var header = [UInt8](repeating: 0, count: blockLength)
    func put(_ bytes: some Sequence<UInt8>, at start: Int) {
      for (place, byte) in bytes.enumerated() { header[start + place] = byte }
    }
    put(name[split...], at: 0)
    put(octal(0o644, digits: 7), at: 100)
    for start in [108, 116] { put(octal(0, digits: 7), at: start) }
    put(octal(length, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put([UInt8](repeating: 0x20, count: 8), at: 148)
    put("0".utf8, at: 156)
    put("ustar\u{0}00".utf8, at: 257)
    if split > 0 { put(name[..<(split - 1)], at: 345) }
    put(octal(sum(of: header), digits: 6) + [0, 0x20], at: 148)
    return header
  }

  /// The sum of a header's bytes, its own field taken for spaces.
  private static func sum(of header: [UInt8]) -> Int {
    header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 0x20 : Int(header[$1])) }
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.utf8.count)) + text).utf8)
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int {
    let digits = field.filter { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }.prefix(15)
    return digits.reduce(0) { $0 * 8 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
