internal import Synchronization

/// A table over terms that is made once, when it is first asked for: folds of a cross-validation never ask.
final class LazyTermTable: Sendable {
  private let table = Mutex<TermTable?>(nil)

  /// The table over `terms`, which must be the same each time.
  func value(for terms: TermList) -> TermTable {
    table.withLock { made in
      if let made { return made }
      let new = TermTable(terms)
      made = new
      return new
    }
  }
}
