/// The languages that libstemmer has a Snowball stemmer for.
public enum StemmingLanguage {
  /// The languages' English names in alphabetical order, with `porter` for Porter's first English stemmer.
  public static let all: [String] = SnowballStemmer.languages
}
