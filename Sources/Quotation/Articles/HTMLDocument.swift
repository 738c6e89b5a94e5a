internal import CLibXML2

/// Parses a page with libxml2's HTML parser: the one file that calls it.
///
/// The parser reports what it sees and builds nothing itself, so that scripts of megabytes cost nothing. Where elements stand
/// deeper in one another than browsers let them, it is begun anew behind the last one: what follows is read as if it stood at
/// the top. So time stays linear in the length of the page, whatever is in it.
final class HTMLDocument {
  private let page: [UInt8]
  private var builder = HTMLTreeBuilder()
  /// Where the parser was begun, where it is supplied from next, and where it was stopped, in bytes of the page.
  private var start = 0
  private var supplied = 0
  private var stopped: Int?
  private var linesBefore = 0
  private var isMarkSupplied = false

  /// Makes every version of the parser take the bytes for UTF-8.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private init(_ page: [UInt8]) { self.page = page }

  /// The tree of a page in valid UTF-8 without NUL. Complexity: O(n).
  static func parse(_ page: [UInt8]) -> HTMLTree {
    let document = HTMLDocument(HTMLTags.shortened(page))
    while document.start < document.page.count {
      document.parseOnce()
      document.builder.endAll()
      guard let stopped = document.stopped else { break }
      let next = document.placeBehindTag(stopped)
      for index in document.start..<next where document.page[index] == 10 { document.linesBefore += 1 }
      document.start = next
    }
    return document.builder.finished()
  }

  /// Parses from `start` to the end, or until elements stand too deep.
  private func parseOnce() {
    supplied = start
    stopped = nil
    isMarkSupplied = false
    guard let parser = unsafe htmlNewParserCtxt(), let handler = unsafe parser.pointee.sax else {
      preconditionFailure("there is no memory left for a parser")
    }
    let user = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe parser.pointee._private = user
    unsafe Self.install(in: handler)
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
    let supply: xmlInputReadCallback = { user, buffer, count in
      guard let user = unsafe user, let buffer = unsafe buffer else { return -1 }
      let document = unsafe Unmanaged<HTMLDocument>.fromOpaque(user).takeUnretainedValue()
      return unsafe document.supply(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
    }
    let tree = unsafe htmlCtxtReadIO(parser, supply, nil, user, nil, nil, CInt(bitPattern: options))
    if let tree = unsafe tree { unsafe xmlFreeDoc(tree) }
    unsafe htmlFreeParserCtxt(parser)
  }

  /// Copies the next bytes of the page; returns how many.
  private func supply(_ buffer: UnsafeMutableRawBufferPointer) -> CInt {
    let mark = isMarkSupplied ? [] : Self.byteOrderMark
    isMarkSupplied = true
    guard buffer.count >= mark.count else { return -1 }
    let count = min(buffer.count - mark.count, page.count - supplied)
    // In one piece with what follows: the parser looks at the first four bytes it gets.
    unsafe buffer.copyBytes(from: mark)
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[mark.count...])
      .copyBytes(from: page[supplied..<(supplied + count)])
    supplied += count
    return CInt(mark.count + count)
  }

  /// Behind the tag that was one too deep: the parser stood after its attributes when it was stopped.
  private func placeBehindTag(_ stopped: Int) -> Int {
    var next = min(page.count, max(start + 1, stopped))
    while next < page.count, page[next] == UInt8(ascii: "/") || ByteText.isSpace(page[next]) { next += 1 }
    if next < page.count, page[next] == UInt8(ascii: ">") { next += 1 }
    while next < page.count, ByteText.isContinuation(page[next]) { next += 1 }
    return next
  }

  private static func install(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
    let text: charactersSAXFunc = { user, bytes, count in
      unsafe HTMLDocument.report(user) { document, line in
        let piece = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
        let ends = unsafe piece.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
        unsafe document.builder.add(piece, line: line - ends)
        return false
      }
    }
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.initialized = 1
    unsafe handler.pointee.characters = text
    unsafe handler.pointee.ignorableWhitespace = text
    unsafe handler.pointee.cdataBlock = { user, bytes, count in
      unsafe HTMLDocument.report(user) { document, line in
        unsafe document.builder.addScript(UnsafeBufferPointer(start: bytes, count: Int(count)), line: line)
        return false
      }
    }
    unsafe handler.pointee.startElement = { user, name, attributes in
      guard let name = unsafe name else { return }
      let (element, values) = unsafe (String(cString: name), HTMLDocument.kept(attributes))
      unsafe HTMLDocument.report(user) { document, line in
        document.builder.begin(element, line: line, attributes: values)
        return document.builder.isFull && element != "script" && element != "style"
      }
    }
    unsafe handler.pointee.endElement = { user, _ in
      unsafe HTMLDocument.report(user) { document, _ in
        document.builder.end()
        return false
      }
    }
  }

  /// Tells `take` the document that a parser reports to and the line it is on; stops the parser where `take` says so.
  private static func report(_ user: UnsafeMutableRawPointer?, _ take: (HTMLDocument, Int) -> Bool) {
    guard let parser = unsafe user?.assumingMemoryBound(to: xmlParserCtxt.self),
      let owner = unsafe parser.pointee._private
    else { return }
    let document = unsafe Unmanaged<HTMLDocument>.fromOpaque(owner).takeUnretainedValue()
    // A parser that was stopped still reports the ends of what is open, and may report what it has looked at already.
    if document.stopped != nil { return }
    let line = unsafe parser.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1
    if take(document, document.linesBefore + line) {
      document.stopped = unsafe document.start + Int(xmlByteConsumed(parser)) - byteOrderMark.count
      unsafe xmlStopParser(parser)
    }
  }

  /// The attributes that say something of an element's part in the page.
  private static func kept(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [(HTMLAttribute, String)] {
    guard var next = unsafe attributes else { return [] }
    var result: [(HTMLAttribute, String)] = []
    while let name = unsafe next[0] {
      if let known = unsafe HTMLAttribute.named[String(cString: name)] {
        result.append((known, unsafe next[1].map { unsafe String(cString: $0) } ?? ""))
      }
      unsafe next += 2
    }
    return result
  }
}
