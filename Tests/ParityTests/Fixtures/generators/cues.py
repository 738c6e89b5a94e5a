"""Matches of the bundled cues as a plain reading of the pattern language gives them: every pattern tried from every token, by
recursion, with sets of all ends. Slow, and short enough to be believed."""

import csv
import pathlib
import platform
import random
import re

import yaml

from ._fixture import write_fixture

ROOT = pathlib.Path(__file__).resolve().parents[4]
TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
STOPS = set(",;:.—–-")
MARKS = set(",;:?!\"")


def tokens(text):
    return [(m.group().lower().translate({0x2019: "'", 0x201C: '"', 0x201D: '"'}), m.start(), m.end()) for m in TOKEN.finditer(text)]


def parse(pattern):
    items = []
    for part in re.findall(r"\([^()]*\)\??|\S+", pattern):
        optional = len(part) > 1 and part.endswith("?")
        part = part[:-1] if optional else part
        alternatives = part[1:-1].split("|") if part.startswith("(") else [part]
        items.append(([alternative.split() for alternative in alternatives], optional))
    return items


def after_atom(atom, words, at):
    if atom == "^":
        return {at} if at == 0 else set()
    if atom == "$":
        return {at} if at == len(words) else set()
    if atom.startswith(".."):
        ends = {at}
        while at < len(words) and words[at] not in STOPS and len(ends) <= int(atom[2:]):
            at += 1
            ends.add(at)
        return ends
    if at == len(words):
        return set()
    word = words[at]
    if atom == "#":
        matches = word.isdigit()
    elif atom in MARKS or not atom.endswith("*"):
        matches = word == atom
    else:
        matches = word.startswith(atom[:-1])
    return {at + 1} if matches else set()


def ends(items, words, start):
    places = {start}
    for alternatives, optional in items:
        following = set(places) if optional else set()
        for place in places:
            for alternative in alternatives:
                reached = {place}
                for atom in alternative:
                    reached = {end for at in reached for end in after_atom(atom, words, at)}
                following |= reached
        places = following
        if not places:
            break
    return places


def stretches(patterns, words):
    return {(at, end) for items in patterns for at in range(len(words)) for end in ends(items, words, at) if end > at}


def matches(cue, words):
    forbidden = stretches(cue["except"], words)
    found = {(a, b) for a, b in stretches(cue["patterns"], words) if not any(a < d and c < b for c, d in forbidden)}
    chosen, last = [], 0
    for start in sorted({a for a, _ in found}):
        if start >= last:
            last = max(b for a, b in found if a == start)
            chosen.append((start, last))
    return chosen


def sentences(cues):
    """Sentences of the bundled corpus, and words of the patterns in no order at all."""
    draw = random.Random(20210524)
    with open(ROOT / "notebooks-data/statements.csv", encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["lang"] == "en" and row["split"] == "train"]
    real = [part for text in texts for part in re.split(r"(?<=[.!?]) ", text) if not re.search(r"[.!?…].", part)]
    vocabulary = sorted({word for cue in cues for pattern in cue["sources"] for word in re.findall(r"[\w'-]+", pattern)})
    glue = "we you they the will not no to of if , ; : \" 12 must our is it".split()
    for _ in range(120):
        cue = draw.choice(cues)
        words = []
        while len(words) < 24:
            words += draw.choice([[draw.choice(vocabulary)], [draw.choice(glue)], sample(draw.choice(cue["patterns"]), draw)])
        real.append(" ".join(words))
    return draw.sample(real[:-120], 120) + real[-120:]


def sample(items, draw):
    """Words that a pattern matches, or nearly."""
    words = []
    for alternatives, optional in items:
        if optional and draw.random() < 0.5:
            continue
        for atom in draw.choice(alternatives):
            if atom.startswith(".."):
                words += draw.choices(["river", "and", "old"], k=draw.randrange(int(atom[2:]) + 2))
            elif atom not in "^$":
                words.append("7" if atom == "#" else atom.removesuffix("*"))
    return [word for word in words if word not in "?!"]


def write(folder):
    entries = yaml.safe_load((ROOT / "Sources/TextFeatures/Resources/cues-en.yml").read_text(encoding="utf-8"))
    cues = [
        {
            "patterns": [parse(pattern) for pattern in entry["patterns"]],
            "except": [parse(pattern.removeprefix("not: ")) for pattern in entry.get("except", [])],
            "sources": entry["patterns"],
        }
        for entry in entries
    ]
    cases = []
    for text in sentences(cues):
        found = tokens(text)
        words = [word for word, _, _ in found]
        places = [
            [number, found[a][1], found[b - 1][2]] for number, cue in enumerate(cues) for a, b in matches(cue, words)
        ]
        cases.append({"text": text, "matches": places})
    versions = {"PyYAML": yaml.__version__, "python": platform.python_version()}
    write_fixture(folder, "english", {"cases": cases, "versions": versions})
