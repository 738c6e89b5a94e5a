extension StyleSheet {
  /// What the page's script adds, and the tables it works on. None of it is printed.
  static let controls: StaticString = """
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .tools, .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin: 0.5rem 0 1.4rem;
      font-family: var(--sans); font-size: 0.82rem; color: var(--soft); }
    .controls { gap: 0.7rem 1.25rem; margin: 1rem 0; color: var(--ink); font-size: 0.87rem; }
    .control { display: inline-flex; align-items: center; gap: 0.5rem; max-width: 100%; }
    button, select, input { font: inherit; color: inherit; }
    button, select, input[type="search"] { min-height: 2rem; padding: 0.2rem 0.65rem; border: 1px solid var(--strong);
      border-radius: 3px; background: var(--paper); color: var(--ink); }
    .tools { gap: 0.4rem; }
    .tools button { padding-inline: 0.55rem; }
    .table + .tools { margin-top: -0.8rem; }
    button { cursor: pointer; }
    button:hover { background: var(--tint); }
    button[aria-disabled="true"] { border-color: var(--rule); color: var(--soft); cursor: default; }
    select, input[type="search"] { min-width: 0; max-width: 15rem; }
    input[type="checkbox"] { width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--calm); }
    input[type="range"] { flex: 1 1 12rem; max-width: 26rem; height: 2rem; margin: 0; accent-color: var(--calm); }
    button:focus-visible, select:focus-visible, input:focus-visible, .stepper:focus-visible { outline: 2px solid var(--calm);
      outline-offset: 2px; }
    output { min-width: 3.5em; font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }
    .sort { min-height: 0; padding: 0.1rem 0; border: none; background: none; font-weight: 600; text-align: inherit; }
    .sort::after { content: "↕"; margin-left: 0.35em; color: var(--soft); font-weight: 400; }
    [aria-sort="ascending"] .sort::after { content: "↑"; color: inherit; }
    [aria-sort="descending"] .sort::after { content: "↓"; color: inherit; }
    .statements table { width: 100%; }
    .statements .table { max-width: none; }
    .statements th, .statements td { padding-right: 0.9rem; }
    .statements tbody th { min-width: 0; }
    .statements td { min-width: 6.6rem; }
    .statements td.r { min-width: 4rem; }
    .statements td:nth-child(2) { min-width: min(16rem, 60vw); overflow-wrap: anywhere; }
    .threshold .facts { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; border: none; }
    .threshold .facts div { display: block; padding: 0; border: none; min-width: 5rem; }
    .threshold .facts dd { font-size: 1.15rem; }
    .statements .remark { font-family: var(--sans); font-size: 0.85rem; }
    .stepper { width: max-content; max-width: 100%; padding: 0.1rem 0.5rem; border-radius: 3px; color: var(--soft);
      font-family: var(--sans); font-size: 0.78rem; clip-path: inset(50%); }
    .stepper:focus { clip-path: none; }
    .tip { position: absolute; z-index: 1; max-width: min(22rem, calc(100vw - 1rem)); padding: 0.3rem 0.6rem;
      border-radius: 3px; background: var(--ink); color: var(--paper); font-family: var(--sans); font-size: 0.8rem;
      line-height: 1.35; pointer-events: none; }
    .tip[hidden] { display: none; }

    """
}
