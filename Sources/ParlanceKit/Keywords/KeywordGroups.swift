internal import Corpora
internal import Evaluation
internal import Statistics

/// Which groups of rows are compared with which.
struct KeywordGroups {
  /// One comparison.
  struct Pair {
    let group: String
    let against: String
    let sides: [GroupContrast.Side?]
  }

  /// What all other rows are called.
  static let rest = "rest"

  let pairs: [Pair]

  /// - Throws: `ConfigurationError` for one group only, or a group that no row is of.
  init(_ groups: [String], request: KeywordRequest) throws {
    let index = GroupIndex(groups)
    guard index.names.count > 1 else {
      throw ConfigurationError(
        "every row has the \(request.groupColumn) \(index.names[0].quoted) (at least two groups were expected)",
        hint: "compare by another column with --by, or keep more rows")
    }
    func number(_ name: String, option: String) throws -> Int {
      if let number = index.names.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) { return number }
      throw ConfigurationError(
        "\(option) \(name): no row has the \(request.groupColumn) \(name.quoted) (there are "
          + "\(ClassSelection.list(index.names)))",
        hint: NearestName.of(name, among: index.names).map { "did you mean \($0.quoted)?" } ?? "")
    }
    func pair(_ group: Int, _ against: Int?) -> Pair {
      Pair(
        group: index.names[group], against: against.map { index.names[$0] } ?? Self.rest,
        sides: index.numbers.map { $0 == group ? .first : against == nil || $0 == against ? .second : nil })
    }
    if let name = request.group {
      let group = try number(name, option: "--group")
      let isRest = request.against.map { $0 == Self.rest && !index.names.contains(Self.rest) } ?? true
      let against = isRest ? nil : try request.against.map { try number($0, option: "--against") }
      guard against != group else {
        throw ConfigurationError("\(name) is to be compared with itself", hint: "name another group with --against")
      }
      pairs = [pair(group, against)]
    } else if index.names.count == 2 {
      pairs = [pair(0, 1)]
    } else {
      pairs = index.names.indices.map { pair($0, nil) }
    }
  }
}
