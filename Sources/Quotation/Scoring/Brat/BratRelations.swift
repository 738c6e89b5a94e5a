internal import Corpora
internal import Reproducibility

/// Attributions of a file that ties sources, cues and contents together by relations between two of them.
///
/// A cue and the contents tied to it are an attribution, its sources those tied to the cue or to one of the contents. A cue that is
/// tied to sources alone takes their contents that have no cue. A content without a cue is an attribution of its own. Contents tied
/// to one another are fragments of one, and so are cues and sources.
struct BratRelations {
  private let document: BratDocument
  /// The marked stretches, by number.
  private let names: [String]
  private let roles: [BratRole?]
  /// The number of the whole that each stretch is a fragment of: its first fragment's.
  private let wholes: [Int]
  /// The fragments of each whole, in the order of the file.
  private var fragments: [[Int]]
  /// What each whole is tied to, in the order of the file.
  private var ties: [[Int]]

  init(_ document: BratDocument) {
    self.document = document
    names = document.entityNames
    roles = names.map { name in document.entities[name].flatMap { BratRole($0.label) } }
    ties = Array(repeating: [], count: names.count)
    var numbers: [String: Int] = [:]
    for (number, name) in names.enumerated() { numbers[name] = number }
    let pairs = document.relations.compactMap { relation -> (Int, Int)? in
      let members = relation.members.compactMap { numbers[$0.target] }
      return members.count == 2 ? (members[0], members[1]) : nil
    }
    var sets = DisjointSets(count: names.count)
    for (left, right) in pairs where roles[left] != nil && roles[left] == roles[right] { sets.join(left, right) }
    wholes = sets.roots()
    fragments = Array(repeating: [], count: names.count)
    for (number, whole) in wholes.enumerated() { fragments[whole].append(number) }
    for (left, right) in pairs where roles[left] != roles[right] {
      ties[wholes[left]].append(wholes[right])
      ties[wholes[right]].append(wholes[left])
    }
  }

  /// The attributions, in the order in which their cues, then contents without cue, stand in the file.
  var attributions: [BratAttributions.Parts] {
    var result: [BratAttributions.Parts] = []
    var hasCue = [Bool](repeating: false, count: names.count)
    for cue in heads(.cue) { for content in tied(cue, .content) { hasCue[content] = true } }
    for cue in heads(.cue) {
      var contents = tied(cue, .content)
      if contents.isEmpty {
        contents = unique(tied(cue, .source).flatMap { tied($0, .content) }).filter { !hasCue[$0] }
        for content in contents { hasCue[content] = true }
      }
      guard !contents.isEmpty else { continue }
      let sources = unique(tied(cue, .source) + contents.flatMap { tied($0, .source) })
      result.append(parts(contents: contents, cue: cue, sources: sources))
    }
    for content in heads(.content) where !hasCue[content] {
      let sources = tied(content, .source)
      guard !sources.isEmpty else { continue }
      result.append(parts(contents: [content], cue: nil, sources: sources))
    }
    return result
  }

  private func heads(_ role: BratRole) -> [Int] { names.indices.filter { wholes[$0] == $0 && roles[$0] == role } }

  private func tied(_ whole: Int, _ role: BratRole) -> [Int] { unique(ties[whole].filter { roles[$0] == role }) }

  private func unique(_ wholes: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return wholes.filter { seen.insert($0).inserted }
  }

  private func fragments(of whole: Int) -> [String] { fragments[whole].map { names[$0] } }

  private func parts(contents: [Int], cue: Int?, sources: [Int]) -> BratAttributions.Parts {
    let contentNames = contents.flatMap { fragments(of: $0) }
    let cueNames = cue.map { fragments(of: $0) } ?? []
    let sourceNames = sources.flatMap { fragments(of: $0) }
    return BratAttributions.Parts(
      contents: contentNames, cues: cueNames, sources: sourceNames, holders: contentNames + cueNames + sourceNames,
      line: document.entities[contentNames[0]]?.line ?? 0)
  }
}
