public import Reproducibility

/// Where the entries of a matrix are kept: in memory, or in a file that is mapped into it.
///
/// Whoever loops over entries asks for the span once, outside of the loop: then it costs nothing that there are two kinds.
public enum EntryStorage<Element: PlainNumber>: Sendable {
  /// In memory.
  case array([Element])
  /// In a file.
  case mapped(MappedNumbers<Element>)

  /// The number of entries.
  public var count: Int {
    switch self {
    case .array(let elements): elements.count
    case .mapped(let numbers): numbers.count
    }
  }

  /// The entries, for as long as `body` runs.
  @inline(__always)
  public func withSpan<Result>(_ body: (Span<Element>) throws -> Result) rethrows -> Result {
    switch self {
    case .array(let elements): try body(elements.span)
    case .mapped(let numbers): try numbers.withSpan(body)
    }
  }

  /// One entry: not for loops.
  subscript(index: Int) -> Element { withSpan { $0[index] } }
}

extension EntryStorage: Hashable {
  /// Whether the entries are the same, wherever they are. Complexity: O(entries).
  public static func == (left: EntryStorage, right: EntryStorage) -> Bool {
    left.withSpan { left in
      right.withSpan { right in
        left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
      }
    }
  }

  /// Feeds the entries to `hasher`. Complexity: O(entries).
  public func hash(into hasher: inout Hasher) {
    withSpan { entries in
      hasher.combine(entries.count)
      for index in entries.indices { hasher.combine(entries[index]) }
    }
  }
}
