internal import Reproducibility

/// The pieces that specifications are made of.
enum VegaLite {
  /// The page's colours for the two sides, which people with any kind of colour vision tell apart.
  static let (negative, positive): (JSONValue, JSONValue) = ("#0f6b73", "#b3421a")

  /// How the values of a field are understood.
  enum Kind: String {
    case quantitative, nominal
  }

  /// A field on a channel, with what is to be written beside it.
  static func field(_ name: String, _ kind: Kind, title: String? = nil, _ more: [JSONValue.Member] = []) -> JSONValue {
    let titles = title.map { [JSONValue.Member("title", .string($0))] } ?? []
    return .object([.init("field", .string(name)), .init("type", .string(kind.rawValue))] + titles + more)
  }

  /// Names in the order of the data, each a row of the drawing.
  static func names(_ name: String) -> JSONValue { field(name, .nominal, [.init("sort", .null), noTitle]) }

  /// Nothing written beside an axis.
  static let noTitle = JSONValue.Member("title", .null)

  /// An axis that need not begin at zero.
  static let fitted = JSONValue.Member("scale", ["zero": .boolean(false)])

  /// An axis of rates.
  static let rates = JSONValue.Member("scale", ["domain": [.integer(0), .integer(1)]])

  /// A layer of one kind of mark.
  static func layer(_ mark: JSONValue, _ encoding: JSONValue, _ more: [JSONValue.Member] = []) -> JSONValue {
    .object([.init("mark", mark), .init("encoding", encoding)] + more)
  }

  /// A layer at one value, for a line to compare with.
  static func rule(_ channel: String, at value: Double) -> JSONValue {
    layer(
      ["type": "rule", "strokeDash": [.integer(2), .integer(4)]],
      .object([.init(channel, ["datum": .number(value)])]), [.init("data", ["values": [["value": .number(value)]]])])
  }

  /// Keeps the rows for which an expression holds.
  static func keeping(_ expression: String) -> JSONValue.Member {
    .init("transform", [["filter": .string(expression)]])
  }

  /// Keeps the rows for which an expression holds, and numbers them as `step`, so that a line goes from one to the next.
  static func inOrder(keeping expression: String) -> JSONValue.Member {
    let number: JSONValue = ["window": [["op": "row_number", "as": "step"]]]
    return .init("transform", [["filter": .string(expression)], number])
  }

  /// One of two values by an expression.
  static func either(_ expression: String, _ value: JSONValue, else other: JSONValue) -> JSONValue {
    ["condition": ["test": .string(expression), "value": value], "value": other]
  }

  /// What is shown where somebody points: fields with their titles.
  static func tooltip(_ fields: [(name: String, kind: Kind, title: String)]) -> JSONValue {
    .array(fields.map { field($0.name, $0.kind, title: $0.title) })
  }
}
