/// Forms that corpora come in and that are not read, told by their first bytes.
enum ForeignArchive: CaseIterable {
  case xz, bzip2, zstandard, zip

  init?(firstBytes bytes: [UInt8]) {
    guard let found = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else { return nil }
    self = found
  }

  private var signature: [UInt8] {
    switch self {
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A]
    case .bzip2: [0x42, 0x5A, 0x68]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    }
  }

  /// What it is.
  var title: String {
    switch self {
    case .xz: "compressed by xz"
    case .bzip2: "compressed by bzip2"
    case .zstandard: "compressed by Zstandard"
    case .zip: "a ZIP archive, as spreadsheets are too"
    }
  }

  /// What to do about it.
  var remedy: String {
    switch self {
    case .xz: "unpack it first: xz -dk FILE, or xz -dc FILE | parlance COMMAND -"
    case .bzip2: "unpack it first: bzip2 -dk FILE"
    case .zstandard: "unpack it first: zstd -d FILE"
    case .zip: "unpack it, or save the spreadsheet as CSV"
    }
  }
}
