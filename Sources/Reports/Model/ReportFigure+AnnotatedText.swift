extension ReportFigure {
  /// A text whose parts are coloured by what they contributed to its score.
  public struct AnnotatedText: Codable, Sendable, Hashable {
    /// A stretch of the text and what it contributed.
    public struct Mark: Codable, Sendable, Hashable {
      /// The UTF-8 offset in the text at which the stretch begins.
      public var start: Int
      /// The UTF-8 offset in the text at which it has ended.
      public var end: Int
      /// The contribution: above zero for one direction, below for the other.
      public var value: Double

      /// Makes a mark from its parts.
      public init(start: Int, end: Int, value: Double) {
        self.start = start
        self.end = end
        self.value = value
      }
    }

    /// The text.
    public var text: String
    /// The marks, in any order. Where they overlap, as those of words and of word pairs do, their values are added.
    public var marks: [Mark]
    /// What values below zero speak for.
    public var negativeName: String
    /// What values above zero speak for.
    public var positiveName: String

    /// Makes a drawing from its parts.
    public init(
      text: String, marks: [Mark], negativeName: String, positiveName: String
    ) {
      self.text = text
      self.marks = marks
      self.negativeName = negativeName
      self.positiveName = positiveName
    }
  }
}
