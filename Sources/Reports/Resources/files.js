// Getting things out of the page: to the clipboard, to a file, as CSV.

const csvCell = (value) => {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
};

const csv = (rows) => rows.map((row) => row.map(csvCell).join(",") + "\r\n").join("");

const save = (blob, name) => {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
};

const saveText = (text, type, name) => save(new Blob([text], { type: type + ";charset=utf-8" }), name);

// The way of older browsers, and of those that give the clipboard only to pages from a server.
const copyBySelection = (text) => {
  const box = make("textarea", { value: text, readOnly: true, className: "unseen", "aria-hidden": "true" });
  const focused = document.activeElement;
  document.body.append(box);
  box.select();
  let done = false;
  try { done = document.execCommand("copy"); } catch { done = false; }
  box.remove();
  if (focused) focused.focus();
  return done;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
};
