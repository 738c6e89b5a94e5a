/// Numbers set as a printer would.
enum Typography {
  /// The text of `value`, with real minus signs where it is a number.
  static func number(_ value: ReportValue) -> String {
    value.isNumeric ? minus(value.text) : value.text
  }

  /// A number's text with its hyphens replaced by minus signs.
  static func minus(_ text: String) -> String {
    String(text.map { $0 == "-" ? "−" : $0 })
  }
}
