public import Evaluation

/// Something about an experiment that may make its figures better than they ought to be.
public struct AuditFinding: Codable, Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Codable, Sendable, Hashable, CaseIterable, Comparable {
    /// Good to know, and to say.
    case notice
    /// Figures may be too good.
    case warning
    /// Figures should not be published as they are.
    case severe

    /// Whether `left` matters less.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .notice: 0
      case .warning: 1
      case .severe: 2
      }
    }
  }

  /// A figure that shows it.
  public struct Figure: Codable, Sendable, Hashable {
    /// What it measures.
    public let name: String
    /// How much.
    public let value: Double?
    /// The ends of its interval, where it has one.
    public let low: Double?
    /// The upper end.
    public let high: Double?

    init(_ name: String, _ value: Double?, low: Double? = nil, high: Double? = nil) {
      self.name = name
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// What shows it.
  public struct Evidence: Codable, Sendable, Hashable {
    /// How many rows are concerned, and of how many; nil where it is not about rows.
    public let rows: Int?
    /// Of how many.
    public let of: Int?
    /// Figures that show it.
    public let figures: [Figure]
    /// The first few cases.
    public let examples: [String]

    init(rows: Int? = nil, of: Int? = nil, figures: [Figure] = [], examples: [String] = []) {
      self.rows = rows
      self.of = of
      self.figures = figures
      self.examples = examples
    }
  }

  /// Which kind of leak it is.
  public let type: LeakageType
  /// How much it matters.
  public let severity: Severity
  /// What was looked for.
  public let check: String
  /// What was found, in a sentence or two, with what to do about it.
  public let message: String
  /// What shows it.
  public let evidence: Evidence
}

/// Something that was looked for: found, not found, or not to be looked for, and why.
public struct AuditCheck: Codable, Sendable, Hashable {
  /// How it went.
  public enum Outcome: String, Codable, Sendable, Hashable {
    /// Nothing was found.
    case clear
    /// There is a finding.
    case found
    /// It could not be looked for.
    case notMade
  }

  /// Which kind of leak it is about.
  public let type: LeakageType
  /// What was looked for.
  public let check: String
  /// How it went.
  public let outcome: Outcome
  /// Why it could not be looked for, or by what it is ruled out.
  public let reason: String?
}

/// What one check gave.
struct AuditOutcome {
  let check: AuditCheck
  let findings: [AuditFinding]

  static func clear(_ type: LeakageType, _ check: String, because reason: String? = nil) -> AuditOutcome {
    AuditOutcome(check: AuditCheck(type: type, check: check, outcome: .clear, reason: reason), findings: [])
  }

  static func notMade(_ type: LeakageType, _ check: String, because reason: String) -> AuditOutcome {
    AuditOutcome(check: AuditCheck(type: type, check: check, outcome: .notMade, reason: reason), findings: [])
  }

  static func found(
    _ type: LeakageType, _ check: String, _ severity: AuditFinding.Severity, _ message: String,
    evidence: AuditFinding.Evidence
  ) -> AuditOutcome {
    AuditOutcome(
      check: AuditCheck(type: type, check: check, outcome: .found, reason: nil),
      findings: [AuditFinding(type: type, severity: severity, check: check, message: message, evidence: evidence)])
  }
}
