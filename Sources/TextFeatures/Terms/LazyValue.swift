internal import Synchronization

/// A table over terms that is made once, when it first pays: folds of a cross-validation never ask, and neither does a single
/// text.
final class LazyValue<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value, which `make` must give the same each time.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }

  /// The value, where it is there already or `isWorthwhile`.
  func value(if isWorthwhile: Bool, _ make: () -> Value) -> Value? {
    isWorthwhile ? value(make) : made.withLock { $0 }
  }
}
