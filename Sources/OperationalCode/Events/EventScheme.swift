/// A vocabulary of coded events.
public enum EventScheme: String, Codable, Sendable, Hashable, CaseIterable {
  /// CAMEO's codes, which are texts of digits: "010" is another code than "10".
  case cameo
  /// PLOVER's sixteen names.
  case plover

  /// What a code stands for; nil where the scheme has no such code.
  ///
  /// - Complexity: O(length of the code).
  public func event(of code: String) -> CodedEvent? {
    switch self {
    case .cameo: CameoScale.event(of: code)
    case .plover: PloverScale.event(of: code)
    }
  }
}

/// What kind of event it is: said or done, cooperative or not.
public enum QuadClass: Int, Codable, Sendable, Hashable, CaseIterable {
  case verbalCooperation = 1
  case materialCooperation = 2
  case verbalConflict = 3
  case materialConflict = 4
}

/// What is known of an event from its code.
public struct CodedEvent: Sendable, Hashable {
  /// How cooperative it is, from -10 to 10; nil where nobody has published a figure.
  public let score: Double?
  /// What kind it is.
  public let quad: QuadClass
}
