// Saving a figure, and saying what an estimate is where somebody points at it or steps through them by keyboard.

const properties = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap",
  "stroke-linejoin", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "paint-order"];

// A copy of a drawing that looks the same without the page: what the style sheet says is written into it.
const standalone = (drawing) => {
  const copied = drawing.cloneNode(true);
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const sources = [drawing, ...drawing.querySelectorAll("*")];
  [copied, ...copied.querySelectorAll("*")].forEach((element, index) => {
    const style = getComputedStyle(sources[index]);
    for (const property of properties) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute("class");
  });
  copied.setAttribute("width", width);
  copied.setAttribute("height", height);
  const ground = document.createElementNS(drawing.namespaceURI, "rect");
  for (const [key, value] of Object.entries({ width, height, fill: getComputedStyle(document.body).backgroundColor })) {
    ground.setAttribute(key, value);
  }
  copied.querySelector("desc").after(ground);
  return { text: new XMLSerializer().serializeToString(copied), width, height };
};

const savePicture = (drawing, name) => {
  const { text, width, height } = standalone(drawing);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const picture = new Image();
  picture.onload = () => {
    const scale = 3;
    const canvas = make("canvas", { width: width * scale, height: height * scale });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, name + ".png"), "image/png");
    URL.revokeObjectURL(address);
  };
  picture.onerror = () => announce("The browser could not draw the picture");
  picture.src = address;
};

const dataRows = (values) => {
  const columns = values.length ? Object.keys(values[0]) : [];
  return [columns, ...values.map((value) => columns.map((column) => value[column]))];
};

const addFileButtons = (figure, drawing, data) => {
  const title = cellText(figure.querySelector("figcaption strong"));
  const tool = (text, what, action) => button(text, "Save " + title + " as " + what, action);
  const specification = JSON.stringify(data.vegaLite, null, 1);
  const tools = make("div", { className: "tools" },
    tool("SVG", "SVG", () => saveText(standalone(drawing).text, "image/svg+xml", data.name + ".svg")),
    tool("PNG", "PNG", () => savePicture(drawing, data.name)),
    tool("Vega-Lite", "a Vega-Lite specification", () =>
      saveText(specification, "application/json", data.name + ".vl.json")),
    tool("CSV", "data in CSV", () =>
      saveText(csv(dataRows(data.vegaLite.data.values)), "text/csv", data.name + ".csv")));
  tools.prepend("Save as");
  figure.querySelector("figcaption p").after(tools);
};

const tip = make("div", { className: "tip", hidden: true, "aria-hidden": "true" });

const showTip = (drawing, mark) => {
  const [left, top, right, bottom, text] = mark;
  const point = new DOMPoint((left + right) / 2, Math.min(top, bottom)).matrixTransform(drawing.getScreenCTM());
  tip.textContent = text;
  tip.hidden = false;
  const room = document.documentElement.clientWidth - tip.offsetWidth - 4;
  const across = Math.max(4, Math.min(room, point.x - tip.offsetWidth / 2));
  const above = point.y - tip.offsetHeight - 8;
  tip.style.left = across + scrollX + "px";
  tip.style.top = (above < 0 ? point.y + 12 : above) + scrollY + "px";
};

const hideTip = () => { tip.hidden = true; };

// How far a place is from a mark, then how large the mark is: of those that hold it, the smallest is meant.
const distance = ([left, top, right, bottom], x, y) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) +
  1e-6 * (right - left) * (bottom - top);

const nearest = (marks, x, y) => {
  let found = null;
  let least = 24;
  for (const mark of marks) {
    const here = distance(mark, x, y);
    if (here < least) [least, found] = [here, mark];
  }
  return found;
};

const addPointing = (figure, drawing, marks) => {
  const point = (event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
    const mark = nearest(marks, place.x, place.y);
    if (mark) showTip(drawing, mark); else hideTip();
  };
  drawing.addEventListener("pointermove", point);
  drawing.addEventListener("pointerdown", point);
  drawing.addEventListener("pointerleave", hideTip);
  const title = cellText(figure.querySelector("figcaption strong"));
  const slider = make("div", { className: "stepper", role: "slider", tabIndex: 0, "aria-label": "Estimates of " + title,
    "aria-valuemin": "1", "aria-valuemax": String(marks.length), "aria-orientation": "horizontal" });
  let current = 0;
  const step = () => {
    slider.setAttribute("aria-valuenow", String(current + 1));
    slider.setAttribute("aria-valuetext", marks[current][4]);
  };
  const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10,
    Home: -Infinity, End: Infinity };
  slider.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hideTip();
    if (!(event.key in moves)) return;
    event.preventDefault();
    current = Math.max(0, Math.min(marks.length - 1, current + moves[event.key]));
    step();
    showTip(drawing, marks[current]);
  });
  slider.addEventListener("focus", () => showTip(drawing, marks[current]));
  slider.addEventListener("blur", hideTip);
  step();
  slider.append("← Step through the estimates →");
  drawing.parentElement.after(slider);
};

const startFigures = () => {
  document.body.append(tip);
  addEventListener("scroll", hideTip, { passive: true });
  for (const figure of document.querySelectorAll("figure.plotted")) {
    const drawing = figure.querySelector("svg.plot");
    const data = dataOf(figure);
    if (!drawing || !data) continue;
    addFileButtons(figure, drawing, data);
    if (data.marks.length) addPointing(figure, drawing, data.marks);
  }
};
