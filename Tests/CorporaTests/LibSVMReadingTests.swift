import Corpora
import Testing

@Suite("libsvm")
struct LibSVMReadingTests {
  @Test("labels and entries are read, comments and query numbers passed over")
  func rows() throws {
    let table = try readFeatures("+1 1:0.5 3:-2e1 # note\n\n-1.0 qid:4 2:1\n# only a comment\n0\n")
    #expect(table.labels == ["1", "-1", "0"])
    #expect(table.rowOffsets == [0, 2, 3, 3])
    #expect(table.columnIndices == [0, 2, 1])
    #expect(table.values == [0.5, -20, 1])
    #expect(table.columnCount == 3)
    #expect(table.lines == [1, 3, 5])
  }

  @Test(
    "what cannot be read is named with its place",
    arguments: [
      ("1 2:nan\n", "rows.libsvm:1:5: \"nan\" is no value"),
      ("1 2:1 2:1\n", "rows.libsvm:1:7: index 2 after 2"),
      ("1 0:1\n", "rows.libsvm:1:3: index 0"),
      ("1 a:1\n", "rows.libsvm:1:3: \"a:1\" is no feature"),
      ("x 1:1\n", "rows.libsvm:1:1: \"x\" is no label"),
      ("1:1 2:1\n", "rows.libsvm:1:1: there is no label"),
      ("1 1:inf\n", "rows.libsvm:1:5: \"inf\" is no value"),
      ("# nothing\n", "rows.libsvm: there are no rows"),
    ])
  func complaints(text: String, expected: String) {
    let seen = complaint { _ = try readFeatures(text) }
    #expect(seen.hasPrefix(expected), "\(seen)")
  }
}
