"""The annotated articles of notebooks-data/articles: brat standoff in, attributions out."""

import csv
import json
import re

KINDS = ("direct", "indirect", "mixed")
VOICES = ("asserts", "denies", "quotes-other", "conditional", "reports")
COLUMNS = ["article", "title", "date", "crisis", "lang", "split", "chrome"]


def index(folder):
    with open(folder / "index.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and list(rows[0]) == COLUMNS, f"{folder}/index.csv: the columns are not {COLUMNS}"
    return rows


def standoff(path, text):
    """The attributions of a .ann file in the order of their contents; anything that does not hold stops the program."""
    entities, events, attributes, notes = {}, {}, {}, {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        name, kind, rest = (line.split("\t") + [""])[:3]
        where = f"{path.name}:{number}"
        if name.startswith("T"):
            label, _, offsets = kind.partition(" ")
            spans = [tuple(map(int, part.split())) for part in offsets.split(";")]
            seen = " ".join(text[start:end] for start, end in spans).replace("\n", " ")
            assert seen == rest, f"{where}: says {rest!r}, the text has {seen!r}"
            entities[name] = (label, spans)
        elif name.startswith("E"):
            events[name] = dict(part.split(":") for part in kind.split())
        elif name.startswith("A"):
            label, event, value = kind.split()
            attributes[event, label] = value
        elif name.startswith("#"):
            notes[kind.split()[1]] = rest
        else:
            raise AssertionError(f"{where}: a line that is not understood")
    found = [attribution(event, parts, entities, attributes, notes, text) for event, parts in events.items()]
    return sorted(found, key=lambda each: (each["spans"], -each["spans"][-1][1]))


def attribution(event, parts, entities, attributes, notes, text):
    def spans(role):
        names = [parts[key] for key in sorted(parts, key=lambda key: (len(key), key)) if re.fullmatch(role + r"\d*", key)]
        for name in names:
            assert entities[name][0] == role, f"{event}: {name} is no {role}"
        return [list(span) for name in names for span in entities[name][1]]

    def written(role):
        return " ".join(text[start:end] for start, end in spans(role))

    content = spans("Content")
    note = dict(part.split(": ", 1) for part in notes[event].split(" | "))
    actors = note["actor"]
    assert content and actors, f"{event}: no content or no actor"
    kind, voice = attributes[event, "Kind"], attributes[event, "Voice"]
    assert kind in KINDS and voice in VOICES, f"{event}: {kind}, {voice}"
    return {
        "text": written("Content"), "speaker": written("Source"), "cue": written("Cue"), "kind": kind, "voice": voice,
        "actor": actors, "addressee": note.get("addressee", ""), "start": content[0][0], "end": content[-1][1],
        "spans": content, "speakerSpan": (spans("Source") or [None])[0], "cueSpan": (spans("Cue") or [None])[0],
    }


def attributions(folder):
    """One row an attribution of every article, as attributions.jsonl has them."""
    rows = []
    for article in index(folder):
        text = (folder / f"{article['article']}.txt").read_text(encoding="utf-8")
        for number, found in enumerate(standoff(folder / f"{article['article']}.ann", text), 1):
            head = {"id": f"{article['article']}-{number:02}"}
            head |= {key: article[key] for key in ("article", "date", "crisis", "lang", "split")}
            rows.append(head | found)
    return rows


def json_lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
