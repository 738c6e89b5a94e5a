#!/usr/bin/env python3
"""Opens a report in headless Chromium as people do, and prints what is wrong with it; nothing where all is well.

    check_report.py REPORT.html FOLDER [--quick]

Screenshots go into FOLDER: at phone and desktop width, in light and dark, and as printed. With --quick the page is only
opened, measured and looked at for what must never happen, which is what a report of many statements needs. The last line
tells the size and the time to load. The exit code is 1 where anything was found.
"""

import argparse
import os
import pathlib
import shutil
import sys

import actions
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
# The windows in which everything is tried; the others are looked at.
TRIED = {("phone", "light"), ("desktop", "dark")}
LANDMARKS = ("header", "main", "footer")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def open_page(browser, report, width, scheme, found):
    """The report in a window of its own, and what went wrong while it was read."""
    context = browser.new_context(
        viewport={"width": WIDTHS[width][0], "height": WIDTHS[width][1]}, color_scheme=scheme, accept_downloads=True,
        has_touch=width == "phone")
    page = context.new_page()
    address = report.resolve().as_uri()
    page.on("console", lambda message: found.append(f"console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: found.append(f"popup: {popup.url}"))
    page.on("request", lambda request: request.url in (address, ) or request.url.startswith("blob:")
            or found.append(f"request: {request.url}"))
    page.goto(address, wait_until="load")
    return page


def check_layout(page, found):
    """Nothing sticks out of the screen, landmarks are there, and no text of the corpus became code."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        culprit = page.evaluate(
            """() => Array.from(document.body.querySelectorAll('*')).filter((one) => !one.closest('.table, svg') &&
            one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.tagName + '.' + one.className).slice(0, 3)""")
        found.append(f"the page is {wide} wider than the screen: {culprit}")
    for landmark in LANDMARKS:
        if page.locator(f"body > {landmark}").count() != 1:
            found.append(f"{page.locator(landmark).count()} of <{landmark}>")
    if page.evaluate("typeof hostile") != "undefined":
        found.append("a text of the corpus ran as a script")
    if page.evaluate("document.scripts.length - document.querySelectorAll('script[type]').length") != 1:
        found.append("there is more than one script")


def check_accessibility(page, found):
    """axe-core's rules of WCAG 2.2 A and AA. It is put in past the page's policy, which lets no script in."""
    results = Axe().run(page, options=RULES)
    for violation in results.response["violations"]:
        for node in violation["nodes"][:3]:
            found.append(f"axe {violation['id']}: {violation['help']}: {node['html'][:160]}: {node['failureSummary'][:200]}")


def check(browser, report, folder, quick):
    found = []
    timing = None
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            here = []
            page = open_page(browser, report, width, scheme, here)
            timing = timing or page.evaluate(
                "(({ loadEventEnd, startTime }) => loadEventEnd - startTime)(performance.getEntriesByType('navigation')[0])")
            check_layout(page, here)
            page.screenshot(path=folder / f"{report.stem}-{width}-{scheme}.png", full_page=not quick)
            if (width, scheme) in TRIED and not quick:
                check_accessibility(page, here)
                actions.check(page, here)
            found += [f"{width}, {scheme}: {problem}" for problem in here]
            page.context.close()
            if quick:
                return found, timing
    page = open_page(browser, report, "desktop", "light", found)
    page.emulate_media(media="print")
    if page.locator("button:visible:not(.sort), input:visible, select:visible").count():
        found.append("controls are printed")
    page.pdf(path=folder / f"{report.stem}.pdf", format="A4")
    page.screenshot(path=folder / f"{report.stem}-print.png", full_page=True)
    page.context.close()
    return found, timing


def check_without_scripts(browser, report, found):
    """What a reader sees whose browser runs no scripts: tables and drawings, and no control that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.resolve().as_uri())
    if page.locator("button, input, select").count():
        found.append("without scripts there are controls that do nothing")
    if page.locator("main").inner_text().strip() == "":
        found.append("without scripts there is nothing to read")
    context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--disable-gpu"] + (["--no-sandbox"] if os.geteuid() == 0 else []))
        found, timing = check(browser, options.report, options.folder, options.quick)
        check_without_scripts(browser, options.report, found)
        browser.close()
    for problem in found:
        print(problem)
    print(f"{options.report.stat().st_size:,} bytes, loaded in {timing / 1000:.2f} s")
    sys.exit(1 if found else 0)


main()
