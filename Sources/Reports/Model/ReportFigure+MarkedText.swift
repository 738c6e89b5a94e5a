extension ReportFigure {
  /// A text in paragraphs with numbered passages, and remarks on them under the paragraph in which each begins.
  public struct MarkedText: Codable, Sendable, Hashable {
    /// A stretch of a paragraph that belongs to a passage; a passage may have several, and passages may lie in one another.
    public struct Mark: Codable, Sendable, Hashable {
      /// The UTF-8 offset in the paragraph at which the stretch begins.
      public var start: Int
      /// The UTF-8 offset in the paragraph at which it has ended.
      public var end: Int
      /// The number of the passage; nil for words that are set off without a number.
      public var number: Int?

      /// Makes a mark from its parts.
      public init(start: Int, end: Int, number: Int?) {
        self.start = start
        self.end = end
        self.number = number
      }
    }

    /// What is to be said of a passage.
    public struct Remark: Codable, Sendable, Hashable {
      /// The number of the passage.
      public var number: Int
      /// The most important of it.
      public var title: String
      /// The rest, in parts that are shown side by side.
      public var details: [String]

      /// Makes a remark from its parts.
      public init(number: Int, title: String, details: [String]) {
        self.number = number
        self.title = title
        self.details = details
      }
    }

    /// A paragraph with its marks.
    public struct Paragraph: Codable, Sendable, Hashable {
      /// What a paragraph is to the text.
      public enum Role: String, Codable, Sendable, Hashable, CaseIterable {
        /// A heading.
        case heading
        /// The text itself.
        case body
        /// What stands beside the text: a date, a caption.
        case aside
      }

      /// What it is.
      public var role: Role
      /// Its text.
      public var text: String
      /// The marks, in any order.
      public var marks: [Mark]
      /// The remarks on the passages that begin in it.
      public var remarks: [Remark]

      /// Makes a paragraph from its parts.
      public init(role: Role = .body, text: String, marks: [Mark] = [], remarks: [Remark] = []) {
        self.role = role
        self.text = text
        self.marks = marks
        self.remarks = remarks
      }
    }

    /// The paragraphs, in order.
    public var paragraphs: [Paragraph]

    /// Makes a drawing of paragraphs.
    public init(paragraphs: [Paragraph]) { self.paragraphs = paragraphs }
  }
}
