extension ReportFigure.AnnotatedText {
  /// A stretch of the text all of which contributed the same.
  struct Segment: Hashable {
    let text: String
    /// The sum of the marks over the stretch; 0 where there are none.
    let value: Double
  }

  /// The text cut wherever a mark begins or ends. Joined, the segments are the text.
  ///
  /// Offsets outside the text are taken as its ends, those within a character of several bytes as that character's start,
  /// and marks whose value is not finite are left out.
  /// Complexity: O(n + m log m) in bytes and marks.
  var segments: [Segment] {
    let bytes = Array(text.utf8)
    func boundary(_ offset: Int) -> Int {
      var position = max(0, min(bytes.count, offset))
      while position > 0, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      return position
    }
    var edges: [(position: Int, change: Double, opens: Int)] = []
    for mark in marks where mark.value.isFinite {
      let (start, end) = (boundary(mark.start), boundary(mark.end))
      if start < end { edges += [(start, mark.value, 1), (end, -mark.value, -1)] }
    }
    edges.sort { $0.position < $1.position }

    var segments: [Segment] = []
    var (position, value, open) = (0, 0.0, 0)
    func close(at end: Int) {
      guard end > position else { return }
      segments.append(Segment(text: String(decoding: bytes[position..<end], as: UTF8.self), value: value))
    }
    for edge in edges {
      close(at: edge.position)
      position = edge.position
      open += edge.opens
      value = open == 0 ? 0 : value + edge.change
    }
    close(at: bytes.count)
    return segments
  }

  /// The largest size of a segment's value, or 0 where none has one.
  var largestValue: Double { segments.map { abs($0.value) }.max() ?? 0 }
}
