extension ReportValue {
  /// The value as words on one line: `0.766 [0.741, 0.791]`, `2,377`, `28.5%`.
  public var text: String {
    switch self {
    case .text(let text): DisplayText.singleLine(text)
    case .count(let count): ReportNumber.text(count)
    case .number(let value, let style): ReportNumber.text(value, style)
    case .interval(let value, let low, let high, let style):
      "\(ReportNumber.text(value, style)) \(Self.interval(low: low, high: high, style: style))"
    case .share(let share): ReportNumber.text(share, .percent(1))
    case .missing: ReportNumber.missing
    }
  }

  /// An interval as text, or a dash in its place where an end is not known.
  static func interval(low: Double, high: Double, style: NumberStyle) -> String {
    guard low.isFinite, high.isFinite else { return "[\(ReportNumber.missing)]" }
    return "[\(ReportNumber.text(low, style)), \(ReportNumber.text(high, style))]"
  }
}
