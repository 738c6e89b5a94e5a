"""Tables: read from CSV, written as Markdown."""

import csv


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(heads, rows, words=1):
    """The lines of a table in Markdown, the first columns being words and the others numbers, after an empty line."""
    marks = [":---"] * words + ["---:"] * (len(heads) - words)
    return ["", *("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in [heads, marks, *rows])]
