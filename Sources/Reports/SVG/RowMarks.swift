extension BarsDrawing {
  /// The bars with their whiskers.
  var marks: [FigureMark] {
    let frame = frame
    return bars.items.enumerated().compactMap { index, item in
      guard item.value.isFinite else { return nil }
      let ends = [0, item.value, item.low, item.high].compactMap(\.self).filter(\.isFinite).map { frame.x($0) }
      let top = frame.top + Self.pitch * Double(index)
      return FigureMark(
        left: ends.min() ?? 0, top: top, right: ends.max() ?? 0, bottom: top + Self.pitch, item.label,
        .estimate(item.value, low: item.low, high: item.high, style: bars.style))
    }
  }
}

extension EstimatesDrawing {
  /// The estimates with their whiskers, then the other estimates.
  var marks: [FigureMark] {
    let frame = frame
    return estimates.items.enumerated().flatMap { index, item in
      let top = frame.top + Self.pitch * Double(index)
      let ends = [item.value, item.low, item.high].compactMap(\.self).filter(\.isFinite).map { frame.x($0) }
      var marks: [FigureMark] = []
      if let value = item.value, value.isFinite, let left = ends.min(), let right = ends.max() {
        let estimate = ReportValue.estimate(value, low: item.low, high: item.high, style: estimates.style)
        marks.append(FigureMark(left: left, top: top, right: right, bottom: top + Self.pitch, item.label, estimate))
      }
      if let other = item.other, other.isFinite {
        let label = [item.label, estimates.otherName ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        let x = frame.x(other)
        marks.append(
          FigureMark(x: x, y: top + Self.pitch / 2, label, .number(other, estimates.style)))
      }
      return marks
    }
  }
}

extension HistogramDrawing {
  /// The bars of each group.
  var marks: [FigureMark] {
    let frame = frame
    return histogram.groups.enumerated().flatMap { index, group in
      let base = frame.top + Self.pitch * Double(index + 1)
      return group.counts.indices.filter { group.counts[$0] > 0 }.map { bin in
        let bounds = histogram.bounds(ofBin: bin, of: group.counts.count)
        let range = [bounds.lower, bounds.upper].map { ReportNumber.text($0, .decimals(2)) }.joined(separator: "–")
        return FigureMark(
          left: frame.x(bounds.lower), top: base - Self.pitch, right: frame.x(bounds.upper), bottom: base,
          "\(group.label), \(Typography.minus(range))", .count(group.counts[bin]))
      }
    }
  }
}
