import Foundation
import Reports
import Reproducibility
import Testing

@Suite("Numbers as text")
struct ReportNumberTests {
  @Test("digits after the point are rounded as C rounds them", arguments: [0, 1, 2, 3, 4, 6, 9])
  func decimalsAgreeWithC(digits: Int) {
    var generator = SeededGenerator(seed: 7)
    for index in 0..<4000 {
      let scale = [1e-4, 0.01, 1, 1, 1, 100, 1e5][index % 7]
      // Every third value lies midway between two results, or as near to it as a double can.
      let raw = (generator.unitInterval() - 0.5) * 2 * scale
      let value = index % 3 == 0 ? (raw * 1000).rounded() / 1000 + 0.0005 : raw
      let expected = String(format: "%.\(digits)f", value)
      let isZero = !expected.contains { "123456789".contains($0) }
      let text = ReportNumber.text(value, .decimals(digits)).filter { $0 != "," }
      #expect(text == (isZero ? expected.filter { $0 != "-" } : expected), "\(value)")
    }
  }

  @Test func decimalsAtExactTiesGoToTheEvenDigit() {
    #expect(ReportNumber.text(0.125, .decimals(2)) == "0.12")
    #expect(ReportNumber.text(0.375, .decimals(2)) == "0.38")
    #expect(ReportNumber.text(2.5, .decimals(0)) == "2")
    #expect(ReportNumber.text(-3.5, .decimals(0)) == "-4")
  }

  @Test func negativeNumbersThatRoundToZeroHaveNoSign() {
    #expect(ReportNumber.text(-0.0004, .decimals(3)) == "0.000")
    #expect(ReportNumber.text(-0.0, .decimals(1)) == "0.0")
    #expect(ReportNumber.text(0.0004, .signed(3)) == "0.000")
    #expect(ReportNumber.text(-0.0004, .signed(3)) == "0.000")
  }

  @Test func signsStandBeforePositiveNumbersWhereAsked() {
    #expect(ReportNumber.text(0.5, .signed(2)) == "+0.50")
    #expect(ReportNumber.text(-0.5, .signed(2)) == "-0.50")
  }

  @Test func significantDigits() {
    #expect(ReportNumber.text(0.012345, .significant(3)) == "0.0123")
    #expect(ReportNumber.text(9.9996, .significant(4)) == "10.00")
    #expect(ReportNumber.text(123456, .significant(3)) == "123,456")
    #expect(ReportNumber.text(999999.9, .significant(3)) == "1.00e+6")
    #expect(ReportNumber.text(3.14e-9, .significant(2)) == "3.1e-9")
    #expect(ReportNumber.text(-2.5e300, .significant(1)) == "-3e+300")
    #expect(ReportNumber.text(.leastNonzeroMagnitude, .significant(3)) == "5.00e-324")
    #expect(ReportNumber.text(.greatestFiniteMagnitude, .significant(3)) == "1.80e+308")
    #expect(ReportNumber.text(0, .significant(3)) == "0")
  }

  @Test func hugeNumbersDoNotOverflow() {
    #expect(ReportNumber.text(1e300, .decimals(3)) == "1.00000e+300")
    #expect(ReportNumber.text(-.greatestFiniteMagnitude, .percent(1)) == "–")
  }

  @Test func sharesArePercentages() {
    #expect(ReportNumber.text(0.285, .percent(1)) == "28.5%")
    #expect(ReportValue.share(1.0 / 3).text == "33.3%")
  }

  @Test func countsHaveTheirThousandsApart() {
    #expect(
      [0, 999, 1000, 2377, 1_234_567, -1000, Int.min].map { ReportNumber.text($0) } == [
        "0", "999", "1,000", "2,377", "1,234,567", "-1,000", "-9,223,372,036,854,775,808",
      ])
  }

  @Test("what is not a number is a dash", arguments: [Double.nan, .infinity, -.infinity])
  func missing(value: Double) {
    for style in [NumberStyle.decimals(2), .signed(2), .significant(3), .percent(0)] {
      #expect(ReportNumber.text(value, style) == "–")
    }
    #expect(ReportValue.interval(0.5, low: value, high: 0.6, .decimals(1)).text == "0.5 [–]")
    #expect(ReportValue.missing.text == "–")
  }

  @Test func estimatesWithoutIntervalsAreNumbers() {
    #expect(ReportValue.estimate(nil) == .missing)
    #expect(ReportValue.estimate(0.5) == .number(0.5, .decimals(3)))
    #expect(ReportValue.estimate(0.5, low: 0.4, high: 0.6).text == "0.500 [0.400, 0.600]")
  }

  @Test("axis ticks are few round numbers within the axis")
  func ticks() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let low = (generator.unitInterval() - 0.5) * 200
      let high = low + generator.unitInterval() * 300 + 1e-6
      let ticks = AxisTicks(low: low, high: high, count: 5)
      #expect((1...7).contains(ticks.values.count), "\(low)...\(high)")
      for value in ticks.values {
        #expect(value >= low - ticks.step * 1e-6 && value <= high + ticks.step * 1e-6)
      }
    }
    let unit = AxisTicks(low: 0, high: 1, count: 5)
    #expect(unit.values.map { unit.text($0) } == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(AxisTicks(low: 1, high: 1, count: 5).values.isEmpty)
    #expect(AxisTicks(low: .nan, high: 1, count: 5).values.isEmpty)
    #expect(AxisTicks(low: 0, high: .infinity, count: 5).values.isEmpty)
  }
}
