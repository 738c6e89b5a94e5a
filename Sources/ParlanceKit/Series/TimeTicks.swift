internal import Corpora
internal import Reports

/// Round dates along an axis: beginnings of years, quarters or months, or days.
struct TimeTicks {
  /// The dates, earliest first, all within the axis.
  let marks: [ReportFigure.TimeSeries.Mark]

  private static let most = 8
  private static let daysApart = [1, 2, 7, 14]
  private static let monthsApart = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000, 12_000]

  /// No more than eight dates between two days, both within it.
  init(_ days: ClosedRange<Int>) {
    let span = days.upperBound - days.lowerBound
    if let step = Self.daysApart.first(where: { span / $0 < Self.most }) {
      marks = stride(from: days.lowerBound, through: days.upperBound, by: step).map { day in
        ReportFigure.TimeSeries.Mark(position: Double(day), label: StatementDate.text(ofDay: day))
      }
      return
    }
    guard let first = StatementDate(dayNumber: days.lowerBound), let last = StatementDate(dayNumber: days.upperBound)
    else {
      marks = []
      return
    }
    let (begin, end) = (Self.month(of: first), Self.month(of: last))
    let step = Self.monthsApart.first { (end - begin) / $0 < Self.most } ?? Self.monthsApart[Self.monthsApart.count - 1]
    let start = (begin + step - 1) / step * step
    marks = stride(from: start, through: end, by: step).compactMap { month in
      let date = StatementPeriod.month.name(of: month)
      guard let day = StatementDate(date)?.firstDayNumber, days.contains(day) else { return nil }
      return ReportFigure.TimeSeries.Mark(position: Double(day), label: step % 12 == 0 ? String(date.prefix(4)) : date)
    }
  }

  private static func month(of date: StatementDate) -> Int { date.year * 12 + (date.month ?? 1) - 1 }
}
