extension ReportFigure.MarkedText.Paragraph {
  /// A part of a paragraph in reading order.
  enum Segment: Hashable {
    /// A stretch of the text: the number of the innermost passage it lies in, if any, and whether it is set off.
    case text(String, passage: Int?, isSetOff: Bool)
    /// A passage begins here, or goes on after a break.
    case opening(Int)
    /// A passage ends here, or breaks off.
    case closing(Int)
  }

  /// The text cut wherever a mark begins or ends. The texts, joined, are the paragraph's.
  ///
  /// Offsets outside the text are taken as its ends, those within a character as that character's start. Of passages that begin
  /// together the longer one is the outer one.
  /// Complexity: O(n + m log m + m d) in bytes, marks and their depth.
  var segments: [Segment] {
    let bytes = Array(text.utf8)
    let placed = marks.compactMap { $0.placed(in: bytes) }
    var edges: [(position: Int, isOpening: Bool, mark: Int)] = []
    for index in placed.indices {
      edges += [(placed[index].start, true, index), (placed[index].end, false, index)]
    }
    // At one position passages end, inner ones first, before others begin, outer ones first.
    func order(_ edge: (position: Int, isOpening: Bool, mark: Int)) -> (Int, Int, Int, Int) {
      let mark = placed[edge.mark]
      return edge.isOpening
        ? (edge.position, 1, -mark.end, edge.mark) : (edge.position, 0, -mark.start, -edge.mark)
    }
    edges.sort { order($0) < order($1) }

    var segments: [Segment] = []
    var position = 0
    var open: [Int] = []
    var setOff = 0
    func addText(to end: Int) {
      guard end > position else { return }
      segments.append(
        .text(String(decoding: bytes[position..<end], as: UTF8.self), passage: open.last, isSetOff: setOff > 0))
      position = end
    }
    for edge in edges {
      addText(to: edge.position)
      guard let number = placed[edge.mark].number else {
        setOff += edge.isOpening ? 1 : -1
        continue
      }
      if edge.isOpening {
        open.append(number)
      } else if let last = open.lastIndex(of: number) {
        open.remove(at: last)
      }
      segments.append(edge.isOpening ? .opening(number) : .closing(number))
    }
    addText(to: bytes.count)
    return segments
  }
}

extension ReportFigure.MarkedText.Mark {
  /// The mark with its ends between characters of the text; nil where nothing lies between them.
  fileprivate func placed(in bytes: [UInt8]) -> Self? {
    func boundary(_ offset: Int) -> Int {
      var position = max(0, min(bytes.count, offset))
      while position > 0, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      return position
    }
    let placed = Self(start: boundary(start), end: boundary(end), number: number)
    return placed.start < placed.end ? placed : nil
  }
}

/// How passages are numbered where they begin.
enum PassageSign {
  /// The number in raised digits: `12` as `¹²`.
  static func raised(_ number: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(number).utf8.map { byte in
      byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? digits[Int(byte - UInt8(ascii: "0"))] : "⁻"
    }.joined()
  }
}
