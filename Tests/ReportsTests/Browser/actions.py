"""What a reader does with a report: moving the threshold, sorting, filtering, paging, copying, saving, using the keyboard."""

import csv
import io
import json
import struct
import xml.etree.ElementTree as tree

from playwright.sync_api import TimeoutError


def check(page, found):
    for action in (check_thresholds, check_statements, check_copying, check_saving, check_pointing, check_keyboard):
        action(page, found)


def texts(locator):
    return [text.strip() for text in locator.all_inner_texts()]


def check_thresholds(page, found):
    """The slider gives the counts of the data at every edge that is tried."""
    for box in page.locator("div.threshold").all():
        data = json.loads(box.locator("script").text_content())
        slider = box.get_by_role("slider")
        bins = len(data["positiveCounts"])
        for edge in sorted({0, 1, bins // 3, bins}):
            slider.fill(str(edge))
            expected = [sum(part) for counts in (data["positiveCounts"], data["negativeCounts"])
                        for part in (counts[edge:], counts[:edge])]
            shown = [int(text.replace(",", "")) for text in texts(box.locator("td .count"))]
            if shown != expected:
                found.append(f"threshold {edge}: {shown} shown, {expected} counted")
            taken = expected[0] + expected[2]
            precision = f"{expected[0] / taken:.3f}" if taken else "–"
            if texts(box.locator("dl.facts dd"))[1] != precision:
                found.append(f"precision {texts(box.locator('dl.facts dd'))[1]} shown, {precision} counted")
            if "precision " + precision not in (slider.get_attribute("aria-valuetext") or ""):
                found.append("the slider does not say the precision")
        slider.focus()
        page.keyboard.press("Home")
        page.keyboard.press("ArrowRight")
        if slider.input_value() != "1":
            found.append("the slider does not move by keyboard")
        box.get_by_role("button", name="Back to the threshold").click()
        if slider.input_value() != str(data["edge"]):
            found.append("the slider does not go back")


def check_statements(page, found):
    for box in page.locator("div.statements").all():
        data = json.loads(box.locator("script").text_content())
        check_sorting(box, data, found)
        check_filters(box, data, found)
        check_pages(box, data, found)


def check_sorting(box, data, found):
    column = data["fields"].index("probability")
    heading = box.locator("thead th").nth(column)
    values = [row[column] for row in data["rows"] if row[column] is not None]
    for direction, wanted in (("descending", sorted(values, reverse=True)), ("ascending", sorted(values))):
        heading.get_by_role("button").click()
        if heading.get_attribute("aria-sort") != direction:
            found.append(f"aria-sort is {heading.get_attribute('aria-sort')}, not {direction}")
        cells = box.locator("tbody tr > :nth-child(%d)" % (column + 1))
        shown = [float(text) for text in texts(cells) if text != "–"]
        if any(abs(a - b) > 0.000501 for a, b in zip(shown, wanted)) or not (shown or not wanted):
            found.append(f"not sorted {direction}: {shown[:5]}, not {wanted[:5]}")
    for index in range(len(data["fields"])):
        box.locator("thead th").nth(index).get_by_role("button").click()
        if box.locator("thead th[aria-sort]").count() != 1:
            found.append("more than one column is called sorted")


def check_filters(box, data, found):
    mistakes = sum(row[-1] for row in data["rows"])
    rows = box.locator("tbody tr")
    box.get_by_label("Errors only").check()
    if rows.count() != min(mistakes, data["pageSize"]):
        found.append(f"{rows.count()} rows of {mistakes} mistakes")
    if f"{mistakes:,} of {len(data['rows']):,} statements" not in box.locator("p.count").inner_text():
        found.append(f"the count says {box.locator('p.count').inner_text()} with {mistakes} mistakes")
    box.get_by_label("Errors only").uncheck()
    if "actor" in data["fields"]:
        index = data["fields"].index("actor")
        wanted = sum(row[index] == 0 for row in data["rows"])
        choice = box.get_by_label(data["columns"][index], exact=True)
        choice.select_option("0")
        if rows.count() != min(wanted, data["pageSize"]):
            found.append(f"{rows.count()} rows of an actor with {wanted}")
        choice.select_option("")
    words = next((row[1] for row in data["rows"] if row[1].strip()), "")[-12:].strip()
    box.get_by_role("searchbox").fill(words)
    box.page.wait_for_timeout(250)
    wanted = sum(words.lower() in row[1].lower() for row in data["rows"])
    if rows.count() != min(wanted, data["pageSize"]):
        found.append(f"{rows.count()} rows with {words!r}, {wanted} in the data")
    box.get_by_role("searchbox").fill("")
    box.page.wait_for_timeout(250)


def check_pages(box, data, found):
    pages = -(-len(data["rows"]) // data["pageSize"])
    # Not `click`, which waits for buttons that have nothing to do.
    box.get_by_role("button", name="Last page").dispatch_event("click")
    if f"Page {pages:,} of {pages:,}" != box.locator(".place").inner_text():
        found.append(f"{box.locator('.place').inner_text()} on the last of {pages} pages")
    last = len(data["rows"]) - (pages - 1) * data["pageSize"]
    if box.locator("tbody tr").count() != last:
        found.append(f"{box.locator('tbody tr').count()} rows on the last page, not {last}")
    box.get_by_role("button", name="First page").dispatch_event("click")


def check_copying(page, found):
    """Without a clipboard to read from, what is copied is caught on its way there."""
    page.evaluate("""() => {
      globalThis.copied = [];
      Object.defineProperty(navigator, "clipboard",
        { configurable: true, value: { writeText: async (text) => { copied.push(text); } } });
    }""")
    for details in page.locator("details").all():
        details.locator("summary").click()
    for tools in page.get_by_role("button", name="Copy as CSV:").all():
        tools.click()
        rows = list(csv.reader(io.StringIO(page.evaluate("copied.at(-1)"), newline="")))
        if len({len(row) for row in rows}) > 1:
            found.append(f"rows of different length in {tools.get_attribute('aria-label')}: {rows[:2]}")
        box = tools.locator("xpath=../preceding-sibling::div[contains(@class, 'table')][1]")
        shown = texts(box.locator("tbody tr > :first-child"))
        names = [" ".join(row[0].split()) for row in rows][-len(shown):] if shown else []
        if box.locator("xpath=ancestor::div[@class='statements']").count():
            names = [row[0] for row in rows][1:1 + len(shown)]
        if [" ".join(name.split()) for name in shown] != names:
            found.append(f"copied {names[:3]} of {shown[:3]}")


def saved_file(page, button):
    """What a button saves; headless Chromium tells of about one download in a hundred never, so that it is asked twice."""
    for _ in range(2):
        try:
            with page.expect_download(timeout=10000) as download:
                button.click()
            return download.value
        except TimeoutError:
            pass
    return None


def check_saving(page, found):
    for button in page.get_by_role("button", name="Save Figure").all():
        download = saved_file(page, button)
        if download is None:
            found.append(f"{button.get_attribute('aria-label')[:20]} as {button.inner_text()} gives no file")
            continue
        name, path = download.suggested_filename, download.path()
        content = path.read_bytes()
        if name.endswith(".png"):
            width, height = struct.unpack(">II", content[16:24])
            if content[:8] != b"\x89PNG\r\n\x1a\n" or min(width, height) < 200:
                found.append(f"{name} is no picture of a good size")
        elif name.endswith(".svg"):
            text = content.decode("utf-8")
            tree.fromstring(text)
            if "var(" in text or "http" in text.replace("http://www.w3.org/2000/svg", "").lower() and "href" in text:
                found.append(f"{name} needs something of the page")
        elif name.endswith(".vl.json"):
            specification = json.loads(content)
            if not specification["data"]["values"] or "vega-lite" not in specification["$schema"]:
                found.append(f"{name} is no specification with data")
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
            if len(rows) < 2 or len({len(row) for row in rows}) != 1:
                found.append(f"{name} is no table")
        else:
            found.append(f"{name} was not expected")


def check_pointing(page, found):
    """Every drawing says what its middle mark is, to a pointer and to the keyboard."""
    for figure in page.locator("figure.plotted").all():
        data = json.loads(figure.locator("script").text_content())
        if not data["marks"]:
            continue
        left, top, right, bottom, text = data["marks"][len(data["marks"]) // 2]
        drawing = figure.locator("svg.plot")
        drawing.scroll_into_view_if_needed()
        # The page hides the tip while it scrolls, which it is told of with the next frame.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        drawing.evaluate("""(drawing, [x, y]) => {
          const place = new DOMPoint(x, y).matrixTransform(drawing.getScreenCTM());
          drawing.dispatchEvent(new PointerEvent("pointermove", { clientX: place.x, clientY: place.y, bubbles: true }));
        }""", [(left + right) / 2, (top + bottom) / 2])
        known = {mark[4] for mark in data["marks"]}
        if not page.locator(".tip").is_visible() or page.locator(".tip").text_content() not in known:
            found.append(f"pointing at {text!r} says {page.locator('.tip').text_content()!r}")
        stepper = figure.get_by_role("slider")
        stepper.focus()
        page.keyboard.press("End")
        if stepper.get_attribute("aria-valuetext") != data["marks"][-1][4]:
            found.append("the keyboard does not reach the last estimate")
        page.keyboard.press("Escape")
        if page.locator(".tip").is_visible():
            found.append("the tip stays after Escape")


def check_keyboard(page, found):
    """Tab reaches everything that can be used, each with a name and a ring to see."""
    wanted = page.evaluate("""() => {
      const all = Array.from(document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"));
      globalThis.reachable = new Set(all.filter((one) => one.checkVisibility()));
      return reachable.size;
    }""")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.locator("body").press("Tab")
    for _ in range(wanted + 20):
        left = page.evaluate("""() => {
          const here = document.activeElement;
          reachable.delete(here);
          const style = getComputedStyle(here);
          return { left: reachable.size, ring: here === document.body || style.outlineStyle !== "none",
            name: here.tagName + "." + here.className };
        }""")
        if not left["ring"]:
            found.append(f"no ring around {left['name']}")
        if left["left"] == 0:
            return
        page.keyboard.press("Tab")
    names = page.evaluate("Array.from(reachable).map((one) => one.outerHTML.slice(0, 120)).slice(0, 3)")
    found.append(f"not reached by keyboard: {names}")
