/// Names and values as HTML description lists.
enum HTMLFacts {
  /// The few results to see first: value large, interval and note beneath. Writes nothing for no facts.
  static func writeSummary(_ facts: [ReportFact], to writer: inout MarkupWriter) {
    guard !facts.isEmpty else { return }
    writer.element("dl", ["class": "summary"]) { list in
      for fact in facts {
        list.element("div") { group in
          group.element("dt", text: fact.name)
          group.element("dd") { writeLarge(fact.value, to: &$0) }
          if let note = fact.note { group.element("dd", ["class": "remark"], text: note) }
        }
        list.lineBreak()
      }
    }
  }

  /// Names and values, one to a line. Writes nothing for no facts.
  static func write(_ facts: [ReportFact], kind: String, to writer: inout MarkupWriter) {
    guard !facts.isEmpty else { return }
    writer.element("dl", ["class": kind]) { list in
      for fact in facts {
        list.element("div") { group in
          group.element("dt", text: fact.name)
          group.element("dd", ["dir": "auto"]) { value in
            HTMLTable.write(fact.value, to: &value)
            guard let note = fact.note else { return }
            value.space()
            value.element("span", ["class": "remark"], text: note)
          }
        }
        list.lineBreak()
      }
    }
  }

  private static func writeLarge(_ value: ReportValue, to writer: inout MarkupWriter) {
    guard case .interval(let estimate, let low, let high, let style) = value else {
      return writer.element("span", ["class": "value"], text: Typography.number(value))
    }
    writer.element("span", ["class": "value"], text: Typography.number(.number(estimate, style)))
    writer.space()
    writer.element(
      "span", ["class": "range"],
      text: Typography.minus(ReportValue.interval(low: low, high: high, style: style)))
  }
}
