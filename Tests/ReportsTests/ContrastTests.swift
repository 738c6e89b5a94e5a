import Foundation
import Reports
import Testing

@Suite("Colours can be read, in light and in dark")
struct ContrastTests {
  /// The colours of the page's style sheet: the light ones, then the dark ones over them.
  private static let palettes: [[String: String]] = {
    let page = SampleReport.report.html()
    var palettes: [[String: String]] = [[:], [:]]
    var index = -1
    for line in page.components(separatedBy: "\n") {
      if line.contains(":root {") { index += 1 }
      guard (0...1).contains(index), line.contains("--") else { continue }
      for declaration in line.components(separatedBy: ";") where declaration.contains("#") {
        let parts = declaration.components(separatedBy: ":").map { $0.trimmingCharacters(in: .whitespaces) }
        palettes[index][parts[0]] = parts[1]
      }
    }
    return [palettes[0], palettes[0].merging(palettes[1]) { $1 }]
  }()

  /// WCAG 2.2's contrast ratio.
  private static func contrast(_ first: String, _ second: String) throws -> Double {
    let (a, b) = (try luminance(first), try luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: String) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16), "\(colour)")
    let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  @Test("text reaches 4.5 to 1 on every ground it stands on", arguments: [0, 1])
  func texts(index: Int) throws {
    let palette = Self.palettes[index]
    #expect(palette.count == 22)
    let shades = ["calm", "heat", "grey"].flatMap { name in (1...4).map { "--\(name)-\($0)" } }
    let pairs =
      (["--paper", "--tint"] + shades).map { ("--ink", $0) }
      + ["--soft", "--calm", "--heat"].flatMap { text in [(text, "--paper"), (text, "--tint")] }
    for (text, ground) in pairs {
      let ratio = try Self.contrast(try #require(palette[text]), try #require(palette[ground]))
      #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
    }
  }

  @Test("lines and bars reach 3 to 1 on the page", arguments: [0, 1])
  func drawings(index: Int) throws {
    let palette = Self.palettes[index]
    for name in ["--calm", "--heat", "--third", "--fourth", "--strong"] {
      let ratio = try Self.contrast(try #require(palette[name]), try #require(palette["--paper"]))
      #expect(ratio >= 3, "\(name): \(ratio)")
    }
  }
}
