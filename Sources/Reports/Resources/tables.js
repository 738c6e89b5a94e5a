// A button beside every table that copies it as CSV.

const cellText = (cell) => cell.textContent.trim().replace(/\s+/g, " ");

// The rows as lists of texts: a cell that spans several columns or rows is written in each of them.
const tableRows = (table) => {
  const grid = [];
  Array.from(table.rows).forEach((row, line) => {
    grid[line] ||= [];
    let column = 0;
    for (const cell of row.cells) {
      while (grid[line][column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan; down++) {
        grid[line + down] ||= [];
        for (let across = 0; across < cell.colSpan; across++) grid[line + down][column + across] = cellText(cell);
      }
    }
  });
  return grid;
};

const addCopyButton = (box, rows) => {
  const table = box.querySelector("table");
  const name = table.caption ? cellText(table.caption) : "table";
  const copyButton = button("Copy as CSV", "Copy as CSV: " + name, async () => {
    const lines = rows();
    const done = await copy(csv(lines));
    announce(done ? grouped(lines.length - 1) + " rows copied as CSV" : "The browser does not allow copying");
    copyButton.textContent = done ? "Copied" : "Not allowed";
    setTimeout(() => { copyButton.textContent = "Copy as CSV"; }, 2000);
  });
  box.after(make("div", { className: "tools" }, copyButton));
};

const startTables = () => {
  for (const box of document.querySelectorAll("div.table")) {
    if (!box.closest(".statements")) addCopyButton(box, () => tableRows(box.querySelector("table")));
  }
};
