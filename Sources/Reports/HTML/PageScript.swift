/// The page's own script, made from one file for each thing it does. It finds what it needs by class names and by the data in
/// the page, and puts texts in as texts, never as markup.
enum PageScript {
  /// The whole script, as it stands in the page and as its digest in the content security policy is taken.
  static let markup: Markup = {
    let parts = [
      PackageResources.page_js, PackageResources.files_js, PackageResources.tables_js, PackageResources.figures_js,
      PackageResources.threshold_js, PackageResources.statements_js, PackageResources.start_js,
    ]
    let source = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    return MarkupWriter.script("(() => {\n\"use strict\";\n\(source)})();")
  }()
}
