// Sorting, filtering and paging statements. Rows are lists of values; names that recur are numbers into lists of names.

const readStatements = (data) => {
  const place = (field) => data.fields.indexOf(field);
  const value = (row, index) => {
    const names = data.names[index];
    return row[index] === null || !names ? row[index] : names[row[index]];
  };
  return { ...data, place, value, isMistake: (row) => row[data.fields.length] === 1 };
};

const columnOrder = (list, index, isDescending) => {
  const sign = isDescending ? -1 : 1;
  const names = list.names[index];
  const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
  // Names that recur are put in order once, and rows by the places of their names.
  let key = (row) => row[index];
  if (names) {
    const ranks = [];
    names.map((name, number) => [name, number]).sort((a, b) => collator.compare(a[0], b[0]))
      .forEach(([, number], rank) => { ranks[number] = rank; });
    key = (row) => (row[index] === null ? null : ranks[row[index]]);
  }
  const compare = names || list.fields[index] === "probability" ? (a, b) => a - b
    : list.fields[index] === "text" ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : collator.compare;
  return (a, b) => {
    const [first, second] = [key(a), key(b)];
    if (first === null || second === null) return (first === null) - (second === null);
    return sign * compare(first, second);
  };
};

const statementCell = (list, row, index) => {
  const value = list.value(row, index);
  const isNumber = list.fields[index] === "probability";
  const text = value === null ? "–" : isNumber ? value.toFixed(3) : value;
  if (index === 0) return make("th", { scope: "row", textContent: text, dir: "auto" });
  return make("td", { className: isNumber ? "r" : "", textContent: text, dir: isNumber ? "" : "auto" });
};

const choice = (list, field, every, changed) => {
  const index = list.place(field);
  if (index < 0) return [];
  const select = make("select", { id: freshName("choice"), onchange: changed });
  select.append(make("option", { value: "", textContent: every }));
  list.names[index].map((name, number) => [name, number]).sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .forEach(([name, number]) => select.append(make("option", { value: String(number), textContent: name })));
  const label = make("label", { htmlFor: select.id, textContent: list.columns[index] });
  return [{ element: make("span", { className: "control" }, label, select), index, select }];
};

const filterControls = (list, changed) => {
  const search = make("input", { type: "search", id: freshName("search"), autocomplete: "off" });
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 150);
  });
  const choices = [...choice(list, "actor", "all", changed), ...choice(list, "label", "all", changed)];
  const mistakes = make("input", { type: "checkbox", id: freshName("mistakes"), onchange: changed });
  const element = make("div", { className: "controls", role: "search", "aria-label": "Filter statements" },
    make("span", { className: "control" }, make("label", { htmlFor: search.id, textContent: "Text" }), search),
    ...choices.map((one) => one.element),
    make("span", { className: "control" }, mistakes,
      make("label", { htmlFor: mistakes.id, textContent: "Errors only" })));
  const text = list.place("text");
  const keeps = () => {
    const wanted = search.value.trim().toLowerCase();
    const chosen = choices.filter((one) => one.select.value !== "").map((one) => [one.index, Number(one.select.value)]);
    return (row) => (!mistakes.checked || list.isMistake(row)) && chosen.every(([index, name]) => row[index] === name) &&
      (!wanted || row[text].toLowerCase().includes(wanted));
  };
  return { element, keeps };
};

const pageControls = (turn) => {
  const [first, back, next, last] = [["First", -Infinity], ["Previous", -1], ["Next", 1], ["Last", Infinity]].map(
    ([text, step]) => button(text, text + " page of statements", () => turn(step)));
  const place = make("span", { className: "place" });
  const element = make("nav", { className: "controls pages", "aria-label": "Pages of statements" },
    first, back, place, next, last);
  const show = (page, pages) => {
    place.textContent = "Page " + grouped(pages ? page + 1 : 0) + " of " + grouped(pages);
    for (const one of [first, back]) one.setAttribute("aria-disabled", String(page <= 0));
    for (const one of [next, last]) one.setAttribute("aria-disabled", String(page >= pages - 1));
  };
  return { element, show };
};

const sortButtons = (list, table, changed) => {
  const headings = Array.from(table.tHead.rows[0].cells);
  const order = { index: -1, isDescending: false };
  headings.forEach((heading, index) => {
    const sorter = make("button", { type: "button", className: "sort", textContent: list.columns[index] });
    sorter.addEventListener("click", () => {
      order.isDescending = order.index === index ? !order.isDescending : list.fields[index] === "probability";
      order.index = index;
      headings.forEach((one) => one.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", order.isDescending ? "descending" : "ascending");
      changed();
    });
    heading.replaceChildren(sorter);
  });
  return order;
};

const startStatements = (box) => {
  const list = readStatements(dataOf(box));
  const table = box.querySelector("table");
  const live = make("p", { className: "remark count", role: "status", "aria-live": "polite" });
  let rows = list.rows;
  let page = 0;
  const pages = () => Math.ceil(rows.length / list.pageSize);
  const show = () => {
    const shown = rows.slice(page * list.pageSize, (page + 1) * list.pageSize);
    table.tBodies[0].replaceChildren(...shown.map((row) =>
      make("tr", {}, ...list.fields.map((_, index) => statementCell(list, row, index)))));
    turner.show(page, pages());
  };
  const change = () => {
    rows = list.rows.filter(filters.keeps());
    if (order.index >= 0) rows.sort(columnOrder(list, order.index, order.isDescending));
    page = 0;
    show();
    const mistakes = rows.filter(list.isMistake).length;
    live.textContent = grouped(rows.length) + " of " + grouped(list.rows.length) + " statements, " +
      grouped(mistakes) + " classified wrongly";
  };
  const turner = pageControls((step) => {
    page = Math.max(0, Math.min(pages() - 1, page + step));
    show();
    announce("Page " + grouped(page + 1) + " of " + grouped(pages()));
  });
  const filters = filterControls(list, change);
  const order = sortButtons(list, table, change);
  box.prepend(filters.element, live);
  box.querySelector("div.table").after(turner.element);
  for (const remark of box.querySelectorAll(":scope > p.remark.first")) remark.remove();
  addCopyButton(box.querySelector("div.table"), () =>
    [list.columns, ...rows.map((row) => list.fields.map((_, index) => list.value(row, index)))]);
  change();
};
