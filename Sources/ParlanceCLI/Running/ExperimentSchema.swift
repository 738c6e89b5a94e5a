internal import Reproducibility

/// The JSON Schema of experiments.
struct ExperimentSchema {
  /// The schema, of draft 2020-12.
  var json: JSONValue {
    var properties: [JSONValue.Member] = [
      .init("name", ["type": "string", "description": "What the run is called."]),
      .init("corpus", ["type": "string", "description": "The corpus, from the folder of the experiment."]),
    ]
    properties += Self.properties(of: ExperimentKeys(of: ExperimentOptions.self))
    properties += ExperimentHeading.allCases.map { heading in
      .init(
        heading.rawValue,
        [
          "type": "object", "description": .string("The options of parlance \(heading.rawValue)."),
          "additionalProperties": .boolean(false), "properties": .object(Self.properties(of: heading.keys)),
        ])
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "An experiment of Parlance",
      "type": "object", "required": ["corpus"], "additionalProperties": .boolean(false),
      "properties": .object(properties),
    ]
  }

  private static func properties(of keys: ExperimentKeys) -> [JSONValue.Member] {
    keys.keys.map { key in
      let one: JSONValue =
        key.isFlag
        ? ["type": "boolean"]
        : key.values.isEmpty
          ? ["type": ["string", "number"]] : ["enum": .array(key.values.map { .string($0) })]
      let nothing: JSONValue = ["type": "null"]
      let members: [JSONValue.Member] = [
        .init("description", .string(key.help)),
        .init("anyOf", [one, ["type": "array", "items": one], nothing]),
      ]
      return .init(key.name, .object(members + (key.fallback.map { [.init("default", .string($0))] } ?? [])))
    }
  }
}
