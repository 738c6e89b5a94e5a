// A slider that moves the threshold and with it the confusion table and the measures.

const sum = (counts, start, end) => counts.slice(start, end).reduce((total, count) => total + count, 0);

const outcomeAt = (data, edge) => {
  const [found, missed] = [sum(data.positiveCounts, edge), sum(data.positiveCounts, 0, edge)];
  const [taken, spared] = [sum(data.negativeCounts, edge), sum(data.negativeCounts, 0, edge)];
  const share = (part, whole) => (whole ? part / whole : NaN);
  return {
    cells: [[found, missed], [taken, spared]],
    measures: [share(found, found + taken), share(found, found + missed),
      share(2 * found, 2 * found + missed + taken), share(found + taken, found + missed + taken + spared)],
  };
};

const decimals = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : "–");
const percent = (value) => (Number.isFinite(value) ? (value * 100).toFixed(1) + "%" : "–");

const showCells = (cells, counts) => {
  counts.forEach((row, line) => row.forEach((count, column) => {
    const cell = cells[2 * line + column];
    const total = row[0] + row[1];
    const share = total ? count / total : NaN;
    cell.querySelector(".count").textContent = grouped(count);
    cell.querySelector(".range").textContent = percent(share);
    const level = Number.isFinite(share) ? Math.round(share * 4) : 0;
    cell.className = "c " + (line === column ? "right" : "wrong") + " shade-" + level;
  }));
};

const startThreshold = (box) => {
  const data = dataOf(box);
  const cells = box.querySelectorAll("td.c");
  const values = box.querySelectorAll("dl.facts dd");
  const bins = data.positiveCounts.length;
  const slider = make("input", { type: "range", id: freshName("slider"), min: 0, max: bins, step: 1, value: data.edge });
  const shown = make("output", { htmlFor: slider.id });
  const show = () => {
    const { cells: counts, measures } = outcomeAt(data, Number(slider.value));
    const threshold = (slider.value / bins).toFixed(data.digits);
    showCells(cells, counts);
    const texts = [threshold, ...measures.slice(0, 3).map((value) => decimals(value, 3)), percent(measures[3])];
    texts.forEach((text, index) => { values[index].textContent = text; });
    shown.textContent = threshold;
    slider.setAttribute("aria-valuetext", threshold + ": precision " + texts[1] + ", recall " + texts[2] +
      ", F1 " + texts[3] + ", " + texts[4] + " predicted " + data.positive);
  };
  slider.addEventListener("input", show);
  const reset = button("Back to the threshold in use", "Back to the threshold in use", () => {
    slider.value = data.edge;
    show();
  });
  const label = make("label", { htmlFor: slider.id, textContent: "Threshold" });
  box.prepend(make("div", { className: "controls" }, label, slider, shown, reset));
  show();
};
