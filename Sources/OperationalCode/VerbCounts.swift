/// How often each class of verbs was found, for the speaker and for others.
///
/// Counts are pooled over speeches by adding; indices are made of the sum, never averaged.
public struct VerbCounts: Sendable, Hashable {
  /// The speaker's six classes in the order of `VerbClass`, then those of others.
  private var numbers = [Int](repeating: 0, count: Self.cellCount)

  /// The number of cells: two subjects by six classes.
  static let cellCount = VerbSubject.allCases.count * VerbClass.allCases.count

  /// No verbs.
  public init() {}

  /// Counts of the speaker and of others, each in the order of `VerbClass`.
  ///
  /// - Precondition: there are six of each, and none is negative.
  public init(speaker: [Int], other: [Int]) {
    precondition(speaker.count == 6 && other.count == 6, "\(speaker.count) and \(other.count) counts of six classes")
    precondition((speaker + other).allSatisfy { $0 >= 0 }, "counts are not negative")
    numbers = speaker + other
  }

  /// - Precondition: there are twelve.
  init(cells: [Int]) {
    precondition(cells.count == Self.cellCount, "\(cells.count) cells")
    numbers = cells
  }

  /// How often verbs of one class were found with one subject.
  public subscript(subject: VerbSubject, verbClass: VerbClass) -> Int {
    get { numbers[Self.place(subject, verbClass)] }
    set { numbers[Self.place(subject, verbClass)] = newValue }
  }

  /// The six counts of one subject, in the order of `VerbClass`.
  public func classes(of subject: VerbSubject) -> ArraySlice<Int> {
    subject == .speaker ? numbers[..<6] : numbers[6...]
  }

  /// The verbs of one subject.
  public func total(of subject: VerbSubject) -> Int { classes(of: subject).reduce(0, +) }

  /// All verbs.
  public var total: Int { numbers.reduce(0, +) }

  /// The twelve counts, the speaker's first.
  var cells: [Int] { numbers }

  /// Pools two counts.
  public static func += (left: inout VerbCounts, right: VerbCounts) {
    for index in left.numbers.indices { left.numbers[index] += right.numbers[index] }
  }

  private static func place(_ subject: VerbSubject, _ verbClass: VerbClass) -> Int {
    let first = subject == .speaker ? 0 : 6
    return switch verbClass {
    case .punish: first
    case .threaten: first + 1
    case .oppose: first + 2
    case .appeal: first + 3
    case .promise: first + 4
    case .reward: first + 5
    }
  }
}
