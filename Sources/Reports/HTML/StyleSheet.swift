/// The look of the page, in parts. No part holds a `<` or an `&`, so that the page stays well-formed XML.
enum StyleSheet {
  /// The whole sheet, as it stands in the page and as its digest in the content security policy is taken.
  static let markup = MarkupWriter.verbatim([palette, page, data, figures, drawings, controls, widths, print])

  /// Colours. De-escalation is blue-green and escalation orange-red, which people with any kind of colour vision tell
  /// apart. Every text reaches a contrast of 4.5 to 1 on what it stands on, in light and in dark (WCAG 2.2 AA).
  static let palette: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #fcfbf8; --ink: #1f2528; --soft: #566067; --rule: #dad6cc; --strong: #8d8a82; --tint: #f4f1eb;
      --calm: #0f6b73; --heat: #b3421a; --third: #6a4c93; --fourth: #6b6100;
      --calm-1: #e0efef; --calm-2: #c0e1e2; --calm-3: #97cfd2; --calm-4: #69b8bd;
      --heat-1: #fbe8dd; --heat-2: #f7cfb9; --heat-3: #f0b08d; --heat-4: #e68e63;
      --grey-1: #f0eee8; --grey-2: #e2dfd7; --grey-3: #cfccc3; --grey-4: #b9b6ac;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif", Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14191c; --ink: #e6e5e0; --soft: #a6b0b5; --rule: #333c41; --strong: #6d777c; --tint: #1c2327;
        --calm: #62c4c7; --heat: #f2935f; --third: #b99fe2; --fourth: #cdbb4e;
        --calm-1: #173034; --calm-2: #194146; --calm-3: #1b5459; --calm-4: #1d686e;
        --heat-1: #37241b; --heat-2: #502f1f; --heat-3: #6b3a22; --heat-4: #874625;
        --grey-1: #20272b; --grey-2: #2a3337; --grey-3: #374146; --grey-4: #465157;
      }
    }

    """

  private static let page: StaticString = """
    * { box-sizing: border-box; }
    html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 66rem; padding: 3.5rem clamp(1.1rem, 4vw, 3rem) 2rem; background: var(--paper);
      color: var(--ink); font-family: var(--serif); line-height: 1.55; overflow-wrap: break-word; }
    h1, h2 { font-weight: 600; line-height: 1.2; text-wrap: balance; }
    h1 { margin: 0; max-width: 24em; font-size: clamp(1.7rem, 1.2rem + 2vw, 2.5rem); letter-spacing: -0.01em; }
    h2 { margin: 0 0 1.1rem; font-size: 1.4rem; }
    p { margin: 0 0 1rem; max-width: 41rem; text-wrap: pretty; }
    a { color: var(--calm); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
    a:focus-visible, summary:focus-visible, .table:focus-visible { outline: 2px solid var(--calm); outline-offset: 3px;
      border-radius: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: 1rem; top: -5rem; padding: 0.5rem 1rem; background: var(--paper); }
    .skip:focus { top: 0.75rem; }
    .subtitle { margin: 0.75rem 0 0; max-width: 38rem; color: var(--soft); font-size: 1.15rem; line-height: 1.45; }
    .contents { margin-top: 2.25rem; padding: 0.7rem 0; border-block: 1px solid var(--rule); font-family: var(--sans);
      font-size: 0.85rem; }
    .contents ol { display: flex; flex-wrap: wrap; gap: 0.35rem 1.6rem; margin: 0; padding: 0; list-style: none; }
    .contents a { text-decoration: none; }
    .contents a:hover { text-decoration: underline; }
    main { counter-reset: section; }
    section { margin-top: 3.25rem; scroll-margin-top: 1rem; }
    section h2::before { counter-increment: section; content: counter(section); margin-right: 0.7em; color: var(--soft);
      font-weight: 400; font-variant-numeric: lining-nums; }
    footer { margin-top: 4.5rem; padding-top: 1.75rem; border-top: 1px solid var(--strong); font-family: var(--sans);
      font-size: 0.82rem; }
    footer h2 { font-family: var(--serif); font-size: 1.1rem; }
    .colophon { margin: 2rem 0 0; color: var(--soft); }
    .callout { max-width: 41rem; margin: 1.4rem 0; padding: 0.85rem 1.15rem; border-left: 3px solid var(--calm);
      background: var(--tint); font-size: 0.95rem; }
    .callout p { margin: 0; }
    .callout strong { margin-right: 0.35em; color: var(--calm); font-family: var(--sans); font-size: 0.85em;
      letter-spacing: 0.02em; }
    .callout.warning { border-color: var(--heat); }
    .callout.warning strong { color: var(--heat); }

    """

  private static let data: StaticString = """
    dl { margin: 0; }
    dd { margin: 0; }
    .remark, .range, .unit { color: var(--soft); }
    .range { font-size: 0.88em; white-space: nowrap; }
    .unit { font-weight: 400; }
    .unit::before { content: "("; }
    .unit::after { content: ")"; }
    .summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1.6rem 1.75rem;
      margin-top: 2.25rem; font-family: var(--sans); font-variant-numeric: lining-nums tabular-nums; }
    .summary div { padding-top: 0.7rem; border-top: 2px solid var(--ink); }
    .summary dt { color: var(--soft); font-size: 0.82rem; }
    .summary .value { display: block; font-size: 1.75rem; font-weight: 500; line-height: 1.3; letter-spacing: -0.01em; }
    .summary .range { font-size: 0.85rem; }
    .summary .remark { margin-top: 0.3rem; font-size: 0.8rem; line-height: 1.4; }
    .facts, .provenance { font-family: var(--sans); font-size: 0.9rem; font-variant-numeric: lining-nums tabular-nums; }
    .facts { max-width: 46rem; margin: 1.4rem 0; border-top: 1px solid var(--strong); }
    .provenance { font-size: 0.82rem; }
    .facts div, .provenance div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr);
      gap: 0.1rem 1.5rem; padding: 0.4rem 0; border-bottom: 1px solid var(--rule); }
    .facts dt, .provenance dt { color: var(--soft); }
    .provenance dd { overflow-wrap: anywhere; }
    .facts .remark::before, .provenance .remark::before { content: "· "; }
    .table { max-width: max-content; margin: 1.4rem 0; overflow-x: auto;
      background: linear-gradient(90deg, var(--paper) 40%, transparent) left / 2.5rem 100% no-repeat local,
        linear-gradient(270deg, var(--paper) 40%, transparent) right / 2.5rem 100% no-repeat local,
        linear-gradient(90deg, var(--grey-3), transparent) left / 0.8rem 100% no-repeat scroll,
        linear-gradient(270deg, var(--grey-3), transparent) right / 0.8rem 100% no-repeat scroll; }
    table { border-collapse: collapse; font-family: var(--sans); font-size: 0.87rem; line-height: 1.4;
      font-variant-numeric: lining-nums tabular-nums; border-bottom: 1.5px solid var(--strong); }
    caption { max-width: calc(100vw - 2.4rem); padding-bottom: 0.55rem; text-align: left; font-weight: 600; }
    th, td { padding: 0.36rem 1.5rem 0.36rem 0; text-align: left; vertical-align: baseline; }
    th:last-child, td:last-child { padding-right: 0.35rem; }
    th:first-child { padding-left: 0.35rem; }
    thead th { border-top: 1.5px solid var(--strong); border-bottom: 1px solid var(--strong); font-weight: 600;
      vertical-align: bottom; }
    tbody tr + tr { border-top: 1px solid var(--rule); }
    tbody th { min-width: 7rem; font-weight: 400; }
    tbody tr:hover { background: var(--tint); }
    .r { text-align: right; }
    td.r { white-space: nowrap; }
    .c { text-align: center; }
    .share { width: 3.1rem; height: 0.5rem; margin-right: 0.35rem; }
    .share .track { fill: var(--grey-2); }
    .share .fill { fill: var(--calm); }
    .confusion td { padding: 0.6rem 1.3rem; }
    .confusion td.r { padding-right: 0.35rem; }
    .confusion thead th { padding: 0.4rem 1rem 0.4rem 0.35rem; }
    .confusion thead .c { padding-inline: 1rem; }
    .confusion .count { display: block; font-size: 1.1rem; }
    .confusion .range { color: inherit; }
    .right.shade-1 { background: var(--calm-1); }
    .right.shade-2 { background: var(--calm-2); }
    .right.shade-3 { background: var(--calm-3); }
    .right.shade-4 { background: var(--calm-4); }
    .wrong.shade-1 { background: var(--grey-1); }
    .wrong.shade-2 { background: var(--grey-2); }
    .wrong.shade-3 { background: var(--grey-3); }
    .wrong.shade-4 { background: var(--grey-4); }
    mark { padding: 0.08em 0.16em; border-radius: 2px; color: inherit; -webkit-box-decoration-break: clone;
      box-decoration-break: clone; }
    mark.negative { border-bottom: 2px dotted var(--calm); }
    mark.positive { border-bottom: 2px solid var(--heat); }
    .negative.shade-1 { background: var(--calm-1); }
    .negative.shade-2 { background: var(--calm-2); }
    .negative.shade-3 { background: var(--calm-3); }
    .negative.shade-4 { background: var(--calm-4); }
    .positive.shade-1 { background: var(--heat-1); }
    .positive.shade-2 { background: var(--heat-2); }
    .positive.shade-3 { background: var(--heat-3); }
    .positive.shade-4 { background: var(--heat-4); }
    .annotated { margin: 0 0 0.9rem; padding-left: 1.15rem; border-left: 1px solid var(--strong); max-width: 41rem;
      font-size: 1.15rem; line-height: 1.8; white-space: pre-line; }
    mark.number { background: none; padding: 0 0.1em; font-family: var(--sans); font-size: 0.65em; vertical-align: super; }
    mark.words { background: none; padding: 0; text-decoration: underline; text-underline-offset: 0.2em; }
    .remarks { margin: -0.4rem 0 1.4rem; padding-left: 1.15rem; list-style: none; font-family: var(--sans); font-size: 0.85rem; }
    .key { display: flex; flex-wrap: wrap; gap: 0.75rem; overflow-wrap: anywhere; font-family: var(--sans); font-size: 0.8rem; }

    """

  private static let figures: StaticString = """
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 2.5rem 3rem;
      align-items: start; margin: 1.75rem 0; }
    figure { margin: 0; min-width: 0; }
    figcaption { margin-top: 0.75rem; font-family: var(--sans); font-size: 0.85rem; line-height: 1.5; }
    figcaption p { margin: 0 0 0.5rem; max-width: 36rem; }
    summary { width: max-content; max-width: 100%; color: var(--calm); cursor: pointer; }
    details .table { max-height: 24rem; overflow: auto; }
    figure caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    svg.plot { display: block; width: 100%; max-width: 32rem; height: auto; overflow: visible; }
    figure.wide { grid-column: 1 / -1; }
    figure.wide .drawing { overflow-x: auto; }
    svg.wide { min-width: 34rem; max-width: 44rem; }
    svg.widest { min-width: 52rem; max-width: 62rem; }

    """

  /// What is in a drawing, on a page or as a file of its own: a rule a line.
  static let drawings: StaticString = """
    .plot { font-family: var(--sans); font-size: 12px; font-variant-numeric: lining-nums tabular-nums; }
    .ground { fill: var(--paper); }
    .plot text { fill: var(--ink); }
    .plot .tick { fill: var(--soft); font-size: 11px; }
    .plot .axis-name { font-size: 12px; }
    .plot .direction { font-size: 12px; font-weight: 600; }
    .plot .direction.negative { fill: var(--calm); }
    .plot .direction.positive { fill: var(--heat); }
    .grid { stroke: var(--rule); stroke-width: 1; }
    .base { stroke: var(--strong); stroke-width: 1; }
    .chance { stroke: var(--strong); stroke-width: 1.2; stroke-dasharray: 2 4; }
    .curve { fill: none; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round; }
    .join { fill: none; stroke-width: 1.2; opacity: 0.55; }
    .series-1 { stroke: var(--calm); }
    .series-2 { stroke: var(--heat); }
    .series-3 { stroke: var(--third); }
    .series-4 { stroke: var(--fourth); }
    .curve.series-2 { stroke-dasharray: 7 3; }
    .curve.series-3 { stroke-dasharray: 2 4; }
    .curve.series-4 { stroke-dasharray: 9 3 2 3; }
    .dot { stroke: var(--paper); stroke-width: 1.5; fill: var(--calm); }
    .dot.series-2 { fill: var(--heat); }
    .dot.series-3 { fill: var(--third); }
    .dot.series-4 { fill: var(--fourth); }
    .group { fill: var(--calm); opacity: 0.85; }
    .operating { fill: var(--paper); stroke-width: 2.2; }
    .whisker { stroke: var(--ink); stroke-width: 1.1; opacity: 0.75; }
    .marker { stroke: var(--ink); stroke-width: 1.6; }
    .score { fill: var(--strong); opacity: 0.55; }
    .estimate { stroke: var(--paper); stroke-width: 1; }
    circle.positive, rect.positive { fill: var(--heat); }
    circle.negative, rect.negative { fill: var(--calm); }
    rect.uncertain { opacity: 0.5; }
    circle.neutral { fill: var(--soft); }
    .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3; stroke-linejoin: round; }
    .curve.thin { stroke-width: 1.6; }
    .interval { fill: var(--calm); opacity: 0.2; }
    .speck { fill: none; stroke: var(--strong); stroke-width: 3; stroke-linecap: round; opacity: 0.5; }
    .speck.negative { stroke: var(--calm); }
    .speck.positive { stroke: var(--heat); }
    .event { stroke: var(--ink); stroke-width: 0.8; opacity: 0.6; }
    .plot .event-number { font-size: 11px; font-weight: 600; }
    .change { stroke: var(--heat); stroke-width: 1.4; stroke-dasharray: 4 3; }
    .change-interval { fill: var(--heat); opacity: 0.15; }
    .chance-band { fill: var(--grey-1); }
    .plot .term { font-size: 11px; }
    .plot .cell-value { font-size: 10px; }
    .plot .cell-count { font-size: 8.5px; }
    .cell { fill: var(--tint); }
    .cell.empty { fill: none; stroke: var(--rule); stroke-opacity: 0.7; }
    .cell.negative.shade-1 { fill: var(--calm-1); }
    .cell.negative.shade-2 { fill: var(--calm-2); }
    .cell.negative.shade-3 { fill: var(--calm-3); }
    .cell.negative.shade-4 { fill: var(--calm-4); }
    .cell.positive.shade-1 { fill: var(--heat-1); }
    .cell.positive.shade-2 { fill: var(--heat-2); }
    .cell.positive.shade-3 { fill: var(--heat-3); }
    .cell.positive.shade-4 { fill: var(--heat-4); }

    """

  /// Wide screens and narrow ones.
  private static let widths: StaticString = """
    @media (min-width: 52rem) {
      .figures.alone figure.plotted:not(.wide) { display: grid; grid-template-columns: minmax(0, 32rem) minmax(0, 1fr); gap: 2.5rem; }
      .figures.alone figure.plotted:not(.wide) figcaption { margin-top: 0.4rem; }
    }
    @media (max-width: 34rem) {
      body { padding-top: 2rem; }
      .facts div, .provenance div { grid-template-columns: minmax(0, 1fr); }
      .facts dt, .provenance dt { font-size: 0.85em; }
      .annotated { font-size: 1.05rem; }
      th, td { padding-right: 0.9rem; }
      table { font-size: 0.82rem; }
      .confusion td { padding-inline: 0.8rem; }
    }

    """

  private static let print: StaticString = """
    @media print {
      @page { margin: 18mm; }
      :root { color-scheme: light; }
      html { font-size: 10pt; }
      body { max-width: none; padding: 0; background: none; }
      .skip, .contents, details, .tools, .controls, .stepper, .tip, .unseen, .sort::after { display: none; }
      h2, caption { break-after: avoid; }
      figure, .callout, tr, .summary div { break-inside: avoid; }
      .table { overflow: visible; background: none; }
      mark, .confusion td, .plot, .share { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
