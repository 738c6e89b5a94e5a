internal import Reports

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Double {
  /// A share as a percentage: `95 %`, `99.5 %`.
  var percentText: String {
    let percent = self * 100
    let isWhole = abs(percent - percent.rounded()) < 1e-9
    return "\(ReportNumber.text(percent, isWhole ? .decimals(0) : .significant(3))) %"
  }
}
