internal import CSnowball

/// The door to libstemmer: the one file where its functions are called.
///
/// A stemmer works on one word at a time and may not be shared by threads; each piece of parallel work makes its own.
@safe
struct SnowballStemmer: ~Copyable {
  private let handle: OpaquePointer

  /// The stemmer of `language`, or nil where libstemmer has none.
  init?(language: String) {
    guard let handle = unsafe sb_stemmer_new(language, "UTF_8") else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// The stem of a lower-cased word; the word itself where libstemmer gives nothing or is out of memory.
  ///
  /// Words longer than a million bytes are left as they are: no language has them.
  mutating func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.count < 1_000_000 else { return Array(word) }
    return unsafe word.withUnsafeBufferPointer { bytes in
      guard let stem = unsafe sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else {
        return unsafe Array(bytes)
      }
      let length = unsafe Int(sb_stemmer_length(handle))
      return unsafe length > 0 ? Array(UnsafeBufferPointer(start: stem, count: length)) : Array(bytes)
    }
  }

  /// The names of libstemmer's stemmers, in alphabetical order.
  static let languages: [String] = {
    guard let list = unsafe sb_stemmer_list() else { return [] }
    var names: [String] = []
    var position = 0
    while let name = unsafe list[position] {
      unsafe names.append(String(cString: name))
      position += 1
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }()
}
