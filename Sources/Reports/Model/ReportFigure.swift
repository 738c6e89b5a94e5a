/// A drawing with its title and caption.
public struct ReportFigure: Codable, Sendable, Hashable {
  /// What is drawn, in a few words.
  public var title: String
  /// How to read it and what it says, in a sentence or two; also read out to those who cannot see the drawing.
  public var caption: String
  /// What to draw.
  public var drawing: Drawing

  /// Makes a figure from its parts.
  public init(title: String, caption: String = "", drawing: Drawing) {
    self.title = title
    self.caption = caption
    self.drawing = drawing
  }

  /// The kinds of drawing.
  public enum Drawing: Codable, Sendable, Hashable {
    /// A receiver operating characteristic or a precision-recall curve.
    case curve(Curve)
    /// Predicted probabilities against observed rates.
    case reliability(Reliability)
    /// True classes against predicted ones.
    case confusion(Confusion)
    /// Values to the left and right of zero.
    case bars(Bars)
    /// Estimates as dots with their intervals as whiskers.
    case estimates(Estimates)
    /// Estimates over time, a panel for each actor.
    case timeSeries(TimeSeries)
    /// Values of pairs as a table of colours.
    case matrix(Matrix)
    /// Points of two measures, some of them named.
    case scatter(Scatter)
    /// How scores are spread, group by group.
    case histogram(Histogram)
    /// A text with the parts that mattered marked.
    case annotatedText(AnnotatedText)
    /// A text with numbered passages and remarks on them.
    case markedText(MarkedText)
  }
}
