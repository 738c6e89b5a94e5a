/// Tells the forms of Russian reporting verbs by their endings.
enum RussianConjugation {
  /// A form with what it is.
  typealias Form = (text: String, kind: CueLexicon.Forms)

  /// The forms of a row of a list; those of other genders and of the plural are added to pasts in -л and -лся.
  static func forms(_ list: String) -> [Form] {
    list.split(separator: " ").flatMap { form -> [Form] in
      let text = String(form)
      let kind = kind(of: text)
      guard kind == .past else { return [(text, kind)] }
      if text.hasSuffix("лся") {
        let stem = String(text.dropLast(2))
        return [text, stem + "ась", stem + "ось", stem + "ись"].map { ($0, kind) }
      }
      return text.hasSuffix("л") ? [text, text + "а", text + "о", text + "и"].map { ($0, kind) } : [(text, kind)]
    }
  }

  private static func kind(of form: String) -> CueLexicon.Forms {
    func ends(_ endings: String...) -> Bool { endings.contains { form.hasSuffix($0) } }
    if ends("ть", "ться", "ти", "чь") { return .base }
    if ends("лся", "лась", "лось", "лись", "л", "ла", "ло", "ли") { return .past }
    if ends("т", "тся"), !ends("нут") { return .third }
    if ends("в", "вшись", "я", "ясь") { return .gerund }
    if ends("н", "на", "но", "ны", "т", "та", "то", "ты") {
      return form.hasSuffix("но") ? [.participle, .past] : .participle
    }
    return .past
  }
}
