extension [String] {
  /// The first names of a list, and how many more there are.
  var listed: String { prefix(8).joined(separator: ", ") + (count > 8 ? " and \(count - 8) more" : "") }
}
