// What the other parts share: making elements, reading the page's data, telling assistive technology what happened.

const make = (name, properties, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key in element && key !== "list") element[key] = value; else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

const dataOf = (element) => {
  const source = element.querySelector(":scope > script[type='application/json']");
  return source ? JSON.parse(source.textContent) : null;
};

const button = (text, label, action) =>
  make("button", { type: "button", textContent: text, "aria-label": label, onclick: action });

const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

const announcer = make("div", { className: "unseen", role: "status", "aria-live": "polite" });

const announce = (text) => { announcer.textContent = text; };

let number = 0;
const freshName = (prefix) => prefix + "-" + ++number;
