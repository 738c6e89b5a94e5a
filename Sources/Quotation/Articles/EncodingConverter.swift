internal import CLibXML2
internal import Glibc

/// Turns text of other encodings into UTF-8: the one file that calls iconv, whose declarations come with libxml2's.
enum EncodingConverter {
  /// What a conversion gave.
  struct Result {
    /// The text in UTF-8, with U+FFFD for each byte that has no meaning.
    var text: [UInt8] = []
    /// How many bytes had none.
    var badCount = 0
    /// Where the first of them stood.
    var firstBad: Int?
  }

  /// The encodings that browsers mean by these names (WHATWG's Encoding Standard).
  private static let browserNames = [
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "x-cp1251": "windows-1251",
    "x-cp1252": "windows-1252", "cp-1251": "windows-1251", "win-1251": "windows-1251", "koi8": "koi8-r",
    "x-mac-cyrillic": "MAC-CYRILLIC",
  ]

  /// `bytes` in UTF-8, or nil where there is no encoding called `name`. Complexity: O(n).
  static func utf8(_ bytes: ArraySlice<UInt8>, from name: String) -> Result? {
    let lowered = name.lowercased()
    // What follows a slash are options to iconv, which are not the page's to choose.
    guard !lowered.isEmpty, lowered.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 47 && $0 != 44 }) else { return nil }
    let converter = unsafe iconv_open("UTF-8", browserNames[lowered] ?? lowered)
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe iconv_close(converter) }
    var result = Result()
    result.text.reserveCapacity(bytes.count + bytes.count / 2)
    var piece = [Int8](repeating: 0, count: 1 << 16)
    var input = bytes.map { Int8(bitPattern: $0) }
    var consumed = 0
    while consumed < input.count {
      var written = 0
      let code = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe piece.withUnsafeMutableBufferPointer { target in
          var from = unsafe source.baseAddress.map { unsafe $0 + consumed }
          var fromLeft = source.count - consumed
          var to = target.baseAddress
          var toLeft = target.count
          let code = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
          consumed = source.count - fromLeft
          written = target.count - toLeft
          return code == -1 ? errno : 0
        }
      }
      result.text.append(contentsOf: piece[..<written].lazy.map { UInt8(bitPattern: $0) })
      if consumed >= input.count || (code == E2BIG && written > 0) { continue }
      result.firstBad = result.firstBad ?? consumed
      result.badCount += 1
      result.text += [0xEF, 0xBF, 0xBD]
      consumed += 1
    }
    return result
  }
}
