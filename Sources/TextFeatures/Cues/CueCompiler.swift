internal import WrittenFiles

/// Makes drafts of cues into a network, and says where they cannot be.
struct CueCompiler {
  let path: String

  /// The network of all cues.
  ///
  /// - Throws: `TextFeaturesError` with the lines of bad patterns, unknown cues and circles.
  func network(of drafts: [CueFileReader.Draft]) throws -> CueNetwork {
    var flaws: [TextFlaw] = []
    let cues = drafts.map { draft in
      let exceptions = zip(draft.exceptions, draft.exceptionLines).map {
        CueFileReader.Located(text: $0, line: $1)
      }
      return (
        name: draft.name, matching: parsed(draft.patterns, of: draft, &flaws),
        forbidding: parsed(exceptions, of: draft, &flaws)
      )
    }
    let names = Set(cues.map(\.name.text))
    for cue in cues {
      for pattern in cue.matching + cue.forbidding {
        for name in pattern.pattern.references where !names.contains(name) {
          flaws.append(
            TextFlaw(line: pattern.line, problem: "a reference to \"\(name)\", and no cue is called so"))
        }
      }
    }
    if flaws.isEmpty {
      let references = CueReferences(cues.map { ($0.name.text, $0.matching.map(\.pattern)) })
      for cue in cues where cue.name.text == references.flaw?.name {
        flaws.append(TextFlaw(line: cue.name.line, problem: references.flaw?.problem ?? ""))
      }
    }
    if !flaws.isEmpty { throw TextFeaturesError.cueFile(flaws.sorted { $0.line < $1.line }, path: path) }
    var builder = CueNetworkBuilder(
      cueCount: cues.count,
      patterns: Dictionary(cues.map { ($0.name.text, $0.matching.map(\.pattern)) }) { first, _ in first })
    for (number, cue) in cues.enumerated() {
      guard builder.add(cue.matching.map(\.pattern), except: cue.forbidding.map(\.pattern), ofCue: number) else {
        let problem = "the patterns of \"\(cue.name.text)\" are too many when references are written out"
        throw TextFeaturesError.cueFile([TextFlaw(line: cue.name.line, problem: problem)], path: path)
      }
    }
    return CueNetwork(builder)
  }

  private func parsed(
    _ patterns: [CueFileReader.Located], of draft: CueFileReader.Draft, _ flaws: inout [TextFlaw]
  ) -> [(pattern: CuePattern, line: Int)] {
    var (parsed, texts) = ([(pattern: CuePattern, line: Int)](), Set<String>())
    for located in patterns {
      if !texts.insert(located.text).inserted {
        flaws.append(
          TextFlaw(line: located.line, problem: "the pattern \"\(located.text)\" a second time in its cue"))
      }
      do {
        parsed.append((try CuePattern(parsing: located.text), located.line))
      } catch {
        flaws.append(TextFlaw(line: located.line, problem: error.problem))
      }
    }
    return parsed
  }
}

/// Which cues refer to which.
private struct CueReferences {
  /// Further than anybody's references lead.
  private static let deepest = 64

  /// A cue whose references cannot be written out, and why; nil where all can.
  private(set) var flaw: (name: String, problem: String)?

  private let references: [String: [String]]
  /// How far the references of cues lead, for those that were walked to their ends.
  private var depths: [String: Int] = [:]

  init(_ cues: [(name: String, patterns: [CuePattern])]) {
    references = Dictionary(cues.map { ($0.name, $0.patterns.flatMap(\.references)) }) { first, _ in first }
    for cue in cues where flaw == nil { visit(cue.name) }
  }

  /// Walks depth first, without recursion, since a chain of references may be long.
  private mutating func visit(_ start: String) {
    var way: [(name: String, next: Int)] = [(start, 0)]
    var isOnWay: Set<String> = [start]
    while let (name, next) = way.last {
      let names = references[name] ?? []
      guard depths[name] == nil, next < names.count else {
        isOnWay.remove(name)
        way.removeLast()
        guard depths[name] == nil else { continue }
        let depth = 1 + (names.map { depths[$0] ?? 0 }.max() ?? 0)
        depths[name] = depth
        if depth > Self.deepest {
          flaw = (name, "references that lead through more than \(Self.deepest) cues, from \"\(name)\" on")
          return
        }
        continue
      }
      way[way.count - 1].next += 1
      if isOnWay.contains(names[next]) {
        let circle = way.map(\.name).drop { $0 != names[next] } + [names[next]]
        flaw = (names[next], "cues that refer to one another in a circle: \(circle.joined(separator: " -> "))")
        return
      }
      way.append((names[next], 0))
      isOnWay.insert(names[next])
    }
  }
}
