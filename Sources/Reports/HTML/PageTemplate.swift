/// The page around a report's blocks.
///
/// Every value put in is `Markup`, escaped when it was made, so that all are written with three braces: Mustache's own
/// escaping goes by `Character` and misses a `"` or `<` that a combining mark follows.
enum PageTemplate {
  static let source = """
    <!DOCTYPE html>
    <html lang="{{{language}}}">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="{{{policy}}}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="referrer" content="no-referrer"/>
    <title>{{{title}}}</title>
    <style>{{{styleSheet}}}</style>
    </head>
    <body>
    <a class="skip" href="#content">Skip to the report</a>
    <header class="masthead">
    <h1>{{{title}}}</h1>
    {{#subtitle}}
    <p class="subtitle">{{{subtitle}}}</p>
    {{/subtitle}}
    {{{summary}}}
    </header>
    {{#contents}}
    <nav aria-label="Contents" class="contents">
    <ol>{{{contents}}}</ol>
    </nav>
    {{/contents}}
    <main id="content" tabindex="-1">
    {{#sections}}
    <section id="{{{identifier}}}" aria-labelledby="{{{identifier}}}-heading">
    <h2 id="{{{identifier}}}-heading">{{{heading}}}</h2>
    {{{body}}}
    </section>
    {{/sections}}
    </main>
    <footer>
    {{#provenance}}
    <h2>How to get this again</h2>
    {{{provenance}}}
    {{/provenance}}
    <p class="colophon">Made with Parlance. This page is complete in itself: it loads nothing and sends nothing.</p>
    </footer>
    <script>{{{script}}}</script>
    </body>
    </html>

    """
}
