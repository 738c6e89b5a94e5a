internal import ParlanceKit

/// An experiment to begin with: what is usually set, and all other keys as comments.
struct ExperimentTemplate {
  /// The corpus, from the folder of the experiment.
  let corpus: String
  /// Whether it is the bundled one, whose columns are known.
  let isBundled: Bool

  /// What is set in a new experiment; the other keys are at their defaults.
  private var given: [(key: String, value: String)] {
    isBundled
      ? [
        ("where", "[lang=en, part=crossed]"), ("classes", "escalatory,deescalatory"), ("features", "words,cues"),
        ("ngrams", "1-2"), ("min-df", "2"), ("sublinear-tf", "true"), ("split", "group:crisis"), ("cluster", "crisis"),
        ("by", "crisis"),
      ] : []
  }

  /// The file.
  var text: String {
    var lines = [
      "# An experiment: parlance run carries it out.",
      "# Keys are the options of parlance crossvalidate; a list makes a run for each value.",
      "name: first", "corpus: \(Experiment.quoted(corpus))",
    ]
    lines += Self.lines(of: ExperimentKeys(of: ExperimentOptions.self), given: given, indentation: "")
    let comparison = isBundled ? [("by", "role"), ("cluster", "actor")] : []
    lines += ["", "# Actors, by the scores of models that had not seen them: the options of parlance compare."]
    lines += [isBundled ? "compare:" : "# compare:"]
    lines += Self.lines(
      of: ExperimentHeading.compare.keys, given: comparison, indentation: isBundled ? "  " : "#   ")
    for heading in [ExperimentHeading.series, .keywords] {
      lines += ["", "# The options of parlance \(heading.rawValue).", "# \(heading.rawValue):"]
      lines += Self.lines(of: heading.keys, given: [], indentation: "#   ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    of keys: ExperimentKeys, given: [(key: String, value: String)], indentation: String
  ) -> [String] {
    var (lines, group) = ([String](), "")
    for key in keys.keys {
      if key.group != group {
        group = key.group
        lines += ["", "\(indentation)# \(group)"]
      }
      let help = key.help.split(separator: "\n").joined(separator: " ")
      if let value = given.first(where: { $0.key == key.name })?.value {
        lines.append("\(indentation)\(key.name): \(value)  # \(help)")
      } else {
        let sign = indentation.hasPrefix("#") ? "" : "# "
        lines.append("\(indentation)\(sign)\(key.name): \(key.fallback ?? "")  # \(help)")
      }
    }
    return lines
  }
}
