#!/usr/bin/env python3
"""Holds specifications to Vega-Lite itself: its schema (as altair has it) and its renderer (vl-convert), without a network.

    check_vega_lite.py FOLDER

Every `*.vl.json` of the folder is checked and drawn beside itself as a picture. What is wrong is printed; the exit code is 1
where anything was.
"""

import json
import pathlib
import sys

import altair
import vl_convert


def check(path):
    specification = json.loads(path.read_text(encoding="utf-8"))
    version = specification["$schema"].rsplit("/v", 1)[1].split(".")[0]
    # altair has the schema of its own version, which takes what ours names.
    named = dict(specification, **{"$schema": altair.Chart().to_dict(validate=False)["$schema"]}) if version else None
    altair.Chart.from_dict(named, validate=True)
    svg = vl_convert.vegalite_to_svg(specification, vl_version="5.20", allowed_base_urls=[])
    if "aria-roledescription" not in svg or "NaN" in svg:
        raise ValueError("the drawing is empty or has places that are no numbers")
    path.with_suffix(".png").write_bytes(vl_convert.vegalite_to_png(specification, vl_version="5.20", scale=1))


def main():
    found = 0
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.vl.json"))
    for path in paths:
        try:
            check(path)
        except Exception as error:  # The kinds of two libraries and of the schema's validator.
            found += 1
            print(f"{path.name}: {str(error)[:1500]}")
    print(f"{len(paths)} specifications, {found} wrong")
    sys.exit(1 if found or not paths else 0)


main()
