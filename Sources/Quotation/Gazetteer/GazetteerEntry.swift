/// A name that a gazetteer knows, and whom it belongs to or stands for.
public struct GazetteerEntry: Sendable, Hashable {
  /// What a name names.
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// A state.
    case state
    /// The capital of a state, which stands for it: "Yerevan says".
    case capital
    /// The adjective or the people of a state: "Armenian".
    case demonym
    /// A building, street or town that stands for a state or a body: "the Kremlin".
    case metonym
    /// An organisation of several states, or of none.
    case organisation
    /// A body of one state that is known by a name of its own: "the Pentagon".
    case body
    /// A person, of a state or of none; looked for only to call people by one name: see `Gazetteer.person(named:)`.
    case person
    /// A newspaper, agency or broadcaster: an organisation that masks tell apart.
    case outlet
    /// Another name of the same: "CSTO".
    case alias
  }

  /// The name as an article writes it, without its article.
  public let name: String
  /// What it names.
  public let kind: Kind
  /// The name that it belongs to or stands for; empty for states, organisations and outlets.
  public let of: String
  /// The language of the name, as "en"; empty for one that is the same in all.
  public let language: String

  /// Makes an entry of its parts.
  public init(name: String, kind: Kind, of: String, language: String) {
    self.name = name
    self.kind = kind
    self.of = of
    self.language = language
  }
}
