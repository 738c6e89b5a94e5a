/// Python's classes of characters.
///
/// The tokeniser yields what Python's `re.findall(r"(?u)\b\w\w+\b", text.lower())` yields, for every character that both know.
/// What is known depends on the version of Unicode that each was built with: Swift 6.3 has 17.0, Python 3.11 has 14.0, 3.12
/// 15.0, 3.13 15.1 and 3.14 16.0. Compared over all 1,112,064 scalars with Python 3.11 (`unicodedata.unidata_version` 14.0.0),
/// these are the only differences, and the parity tests hold them to that:
///
/// - 14,049 characters assigned in Unicode 15.0 (4,388), 15.1 (622), 16.0 (4,382) and 17.0 (4,657) are word characters here and
///   are not in Python 3.11: mostly ideographs of the CJK extensions G to J and scripts new to Unicode.
/// - 55 of them have a lower case here (27 of Unicode 16.0, 28 of 17.0) and none there.
/// - Whether a capital sigma is final depends on its neighbours being cased or ignorable. Those properties differ for
///   characters newer than 14.0, and for two older ones: U+0295 (a letter that became caseless) and U+1171E.
extension Unicode.Scalar {
  /// Whether Python's `\w` matches it: `str.isalnum()` (a letter, or any numeric type) or an underscore.
  var isPythonWord: Bool {
    if value == 0x5F { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return properties.numericType != nil
    }
  }

  /// Whether Python's `\s` matches it and `str.split()` splits at it: bidirectional class WS, B or S, or category Zs.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether its general category is Nd, Nl or No.
  var isNumberSign: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }
}
