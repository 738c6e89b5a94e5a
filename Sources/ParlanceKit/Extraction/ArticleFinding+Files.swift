internal import Corpora
internal import Quotation
internal import Reproducibility

// What is found about files before there are articles, and about articles as a whole.

extension ArticleFinding {
  /// A file, or a row of a table, that could not be read.
  static func unreadable(_ error: any UserFacingError, file: String) -> [ArticleFinding] {
    switch error {
    case let error as FileError:
      return [.init(kind: .unreadableFile, severity: .error, message: error.problem, place: CorpusPlace(file: file))]
    case let error as CorpusError:
      let more = error.badRowCount - error.complaints.count
      return error.complaints.enumerated().map { index, complaint in
        let isLast = index == error.complaints.count - 1
        return ArticleFinding(
          kind: .unreadableFile, severity: .error,
          message: complaint.problem + (isLast && more > 0 ? "; \(more) more rows are bad" : ""),
          place: complaint.place ?? CorpusPlace(file: file))
      }
    default:
      return [
        .init(kind: .unreadableFile, severity: .error, message: error.description, place: CorpusPlace(file: file))
      ]
    }
  }

  /// A table for which nobody said which column holds the articles.
  static func table(_ file: String) -> ArticleFinding {
    ArticleFinding(
      kind: .noArticle, severity: .error,
      message: "the file is a table (an article was expected; --text-column names the column that holds articles)",
      place: CorpusPlace(file: file))
  }

  /// An article in a language of which nothing is known.
  static func noRules(for language: String, place: CorpusPlace) -> ArticleFinding {
    ArticleFinding(
      kind: .noRules, severity: .warning,
      message: "there are no rules for the language \(language.quoted), so no statement was looked for",
      place: place)
  }

  /// An article called like one before it.
  static func repeatedName(_ name: String, place: CorpusPlace) -> ArticleFinding {
    ArticleFinding(
      kind: .repeatedName, severity: .warning,
      message: "another article is called \(name.quoted) too, so that the ids of their statements are the same",
      place: place)
  }
}
