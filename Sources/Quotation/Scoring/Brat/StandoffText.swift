internal import Reproducibility

/// Where the text that an .ann file annotates is kept.
enum StandoffText {
  /// The path of the text of the annotations at `path`: beside them under the same name; else, as PolNeAR has it, in the folder `text`
  /// beside their folder, under that name or under that name without what follows its last underscore, which tells annotators apart.
  /// Nil where there is none.
  static func path(for path: String) -> String? {
    let beside = expectedPath(for: path)
    if InputFile.exists(beside) { return beside }
    let folder = InputFolder.parent(of: path)
    let texts = InputFolder.path(of: "text", in: InputFolder.path(of: "..", in: folder))
    let name = MarkedArticle.name(of: path)
    let shared = name.utf8.lastIndex(of: UInt8(ascii: "_")).map { String(name[..<$0]) }
    for stem in [name, shared].compactMap({ $0 }) where !stem.isEmpty {
      let file = InputFolder.path(of: "\(stem).txt", in: texts)
      if InputFile.exists(file) { return file }
    }
    return nil
  }

  /// The path where the text is expected: beside the annotations at `path`.
  static func expectedPath(for path: String) -> String {
    String(decoding: path.utf8.dropLast(4), as: UTF8.self) + ".txt"
  }
}
