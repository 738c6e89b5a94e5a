internal import Reproducibility

/// What a report's page may do: show itself and what its own script does, and nothing else.
enum ContentSecurityPolicy {
  /// No request of any kind, no style and no script but those whose digests are named. Pictures may come from what the script
  /// itself has made, which is how a drawing is saved as one.
  static func text(styleSheet: Markup, script: Markup) -> String {
    """
    default-src 'none'; style-src '\(digest(of: styleSheet))'; script-src '\(digest(of: script))'; \
    img-src blob:; base-uri 'none'; form-action 'none'
    """
  }

  private static func digest(of markup: Markup) -> String {
    "sha256-" + base64(bytes(ofHexadecimal: ContentDigest(of: markup.source).hexadecimal))
  }

  private static func bytes(ofHexadecimal digits: String) -> [UInt8] {
    let values = digits.utf8.map { digit in
      digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for index in 0..<4 {
        text.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
