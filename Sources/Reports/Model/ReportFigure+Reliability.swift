extension ReportFigure {
  /// Predicted probabilities against observed rates, bin by bin, with the spread of the scores beneath.
  public struct Reliability: Codable, Sendable, Hashable {
    /// The statements whose predicted probability lies between two bounds.
    public struct Bin: Codable, Sendable, Hashable {
      /// The lower bound, 0 to 1.
      public var lower: Double
      /// The upper bound, 0 to 1.
      public var upper: Double
      /// The mean of the predicted probabilities.
      public var meanPredicted: Double
      /// The share of the bin that is positive.
      public var observedRate: Double
      /// The lower end of an interval for the observed rate, where known.
      public var observedLow: Double?
      /// The upper end of an interval for the observed rate, where known.
      public var observedHigh: Double?
      /// The number of statements.
      public var count: Int

      /// Makes a bin from its parts.
      public init(
        lower: Double, upper: Double, meanPredicted: Double, observedRate: Double, observedLow: Double? = nil,
        observedHigh: Double? = nil, count: Int
      ) {
        self.lower = lower
        self.upper = upper
        self.meanPredicted = meanPredicted
        self.observedRate = observedRate
        self.observedLow = observedLow
        self.observedHigh = observedHigh
        self.count = count
      }
    }

    /// The bins, from low to high. Empty bins may be left out.
    public var bins: [Bin]
    /// Numbers of statements in equally wide bins of predicted probability from 0 to 1; none draws the bins' own counts.
    public var scoreCounts: [Int]

    /// Makes a drawing from its parts.
    public init(bins: [Bin], scoreCounts: [Int] = []) {
      self.bins = bins
      self.scoreCounts = scoreCounts
    }
  }

  /// How often each class was taken for each.
  public struct Confusion: Codable, Sendable, Hashable {
    /// The classes.
    public var labels: [String]
    /// Numbers of statements: a row for each true class, in it a number for each predicted class.
    public var counts: [[Int]]

    /// Makes a drawing from its parts.
    ///
    /// - Precondition: `counts` has as many rows and columns as there are labels.
    public init(labels: [String], counts: [[Int]]) {
      for row in counts + [Array(repeating: 0, count: counts.count)] {
        precondition(row.count == labels.count, "\(row.count) counts for \(labels.count) classes")
      }
      self.labels = labels
      self.counts = counts
    }
  }
}
