/// Up to twenty texts spread evenly over a corpus, chosen while its end is not known yet: every 2^k-th, k as small as can be.
struct ProbeTexts: Sendable {
  /// How many texts are kept at most.
  static let limit = 20

  /// The texts kept.
  private(set) var texts: [String] = []
  private var seen = 0
  private var stride = 1

  /// Looks at the next text.
  mutating func append(_ text: String) {
    defer { seen += 1 }
    guard seen % stride == 0 else { return }
    if texts.count == Self.limit {
      texts = texts.indices.filter { $0 % 2 == 0 }.map { texts[$0] }
      stride *= 2
    }
    // The limit is even, so that the text after a full list is one of those that the longer stride keeps.
    texts.append(text)
  }

  /// The texts kept of a dataset's; none of numbers.
  static func chosen(from dataset: Dataset) -> [String] {
    guard case .statements(let corpus) = dataset.content else { return [] }
    var probes = ProbeTexts()
    for text in corpus.texts { probes.append(text) }
    return probes.texts
  }
}
