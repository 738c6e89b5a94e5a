"""The table, on the terminal and in Markdown, and the record of a run in JSON."""

import datetime
import json

from .machine import run_folder

HEADINGS = ("job", "ours", "peer", "ratio", "needed", "aim", "met?", "our answers", "peer's answers", "answers agree?")


def cells(row):
    def number(value):
        return "" if value is None else f"{value:.3g}" if value < 10 else f"{value:.1f}".removesuffix(".0")

    return [
        row.job, row.ours, row.peer, number(row.ratio), number(row.needed), number(row.aim), row.met, row.our_answers,
        row.peer_answers, row.agree or row.note.replace("\n", " "),
    ]


def table(rows):
    """The table in Markdown, its columns aligned so that it can be read as it stands."""
    lines = [list(HEADINGS), *([cell.replace("|", "/") for cell in cells(row)] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    written = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    written.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(written)


def limit_lines(results):
    """What the machine's own limits are, one line for each figure."""
    lines = []
    for measured in results.values():
        if measured.failure:
            lines.append(f"- {measured.contender.name}: failed, {measured.failure}")
            continue
        lines += [f"- {measured.contender.name}: {name}: {value if isinstance(value, str) else f'{value:.4g}'}"
                  for name, value in measured.answers.items()]
    return "\n".join(lines)


def record(name, facts, options, rows, results, limits):
    """Writes runs/DATE-NAME.json and .md."""
    stem = run_folder() / f"{datetime.date.today().isoformat()}-{name}"
    document = {
        "machine": facts,
        "repeats": options.repeats,
        "quick": options.quick,
        "rows": [vars(row) for row in rows],
        "measured": {
            job: {
                contender: {
                    "threads": measured.contender.threads, "counted": list(measured.contender.counted) or "whole process",
                    "runs": measured.runs, "answers": measured.answers, "failure": measured.failure,
                }
                for contender, measured in contenders.items()
            }
            for job, contenders in results.items()
        },
    }
    stem.with_suffix(".json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    text = [f"# {name}, {facts['date']}", "", table(rows), ""]
    if limits:
        text += ["## The machine's own limits", "", limits, ""]
    text += ["## The machine", ""] + [f"- {key}: {value}" for key, value in facts.items()]
    text += ["", f"Medians of {options.repeats} runs in turn" + (", quick: small corpus only" if options.quick else "") + "."]
    stem.with_suffix(".md").write_text("\n".join(text) + "\n", encoding="utf-8")
    return stem
