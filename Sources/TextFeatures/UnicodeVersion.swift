extension FeaturePipeline {
  /// The version of Unicode that tells word characters, lower case and normal forms here: "17.0". It comes with the Swift
  /// toolchain; a newer one knows more characters, and changes nothing for those known before.
  public static let unicodeVersion: String = {
    // For each version a character that was new in it.
    let firsts: [(version: String, scalar: Unicode.Scalar)] = [
      ("17.0", "\u{A7CE}"), ("16.0", "\u{1C89}"), ("15.1", "\u{2EBF0}"), ("15.0", "\u{1E030}"), ("14.0", "\u{870}"),
    ]
    return firsts.first { $0.scalar.properties.age != nil }?.version ?? "before 14.0"
  }()
}
