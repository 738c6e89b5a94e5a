"""A corpus that anybody on Debian can make: definitions from two dictionaries, labelled by the dictionary they are from.

dict-gcide is the Collaborative International Dictionary of English, whose core is Webster's of 1913 (label 1), dict-wn is
WordNet (label 0). The packages are downloaded and opened, not installed. What is measured on it is speed alone.
"""

import csv
import gzip
import hashlib
import pathlib
import re
import subprocess

SOURCES = {"dict-gcide": ("gcide.dict.dz", "1"), "dict-wn": ("wn.dict.dz", "0")}
#: The small corpus is this share of the large one.
SMALL_SHARE = 6


def make(size, folder):
    """The path of the corpus called `size` (large or small)."""
    path = folder / f"debian-{size}.csv"
    if not path.exists():
        statements = sorted(
            {(hashlib.sha256(text.encode()).hexdigest(), text, label)
             for package, (name, label) in SOURCES.items() for text in sentences(open_package(package, name, folder))})
        # In the order of digests the two sources are mixed, the same way everywhere.
        kept = statements[: len(statements) // SMALL_SHARE] if size == "small" else statements
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id", "text", "label"])
            writer.writerows((digest[:16], text, label) for digest, text, label in kept)
    return path


def open_package(package, name, folder):
    """The text of the file called `name` in a Debian package."""
    opened = folder / package
    if not opened.exists():
        opened.mkdir(parents=True)
        subprocess.run(["apt-get", "download", "-qq", package], cwd=opened, check=True)
        archive = next(opened.glob("*.deb"))
        subprocess.run(["dpkg-deb", "--extract", archive, opened], check=True)
    path = next(pathlib.Path(opened).rglob(name))
    # dictzip's files are gzip files with an index in their header.
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
        return file.read()


def sentences(text):
    """The sentences and parts of entries with 30 to 600 characters, white space made plain."""
    for entry in re.split(r"\n\s*\n|\n(?=\S)", text):
        plain = re.sub(r"\s+", " ", entry).strip()
        for sentence in re.split(r"(?<=[.;!?]) (?=[A-Z\"0-9])", plain):
            if 30 <= len(sentence) <= 600:
                yield sentence
