"""The corpora that are measured on: labelled statements in CSV, a large file and a small one.

Either is the user's own, or the standing measure (the UN General Debate files beside the repository), or made from what
Debian packages. Whatever it is, it is written anew as id,text,label with label 1 for the positive class and 0 for every other,
and every fifth row is kept for testing.
"""

import csv
import dataclasses
import hashlib
import lzma
import pathlib
import shutil

from . import debian

STANDING = {"large": "sentences_583k.csv.xz", "small": "sentences_94k.csv.xz"}


@dataclasses.dataclass(frozen=True)
class Corpus:
    """The files made from one corpus."""

    name: str
    whole: pathlib.Path
    train: pathlib.Path
    test: pathlib.Path
    rows: int
    digest: str


def prepare(size, given, positive, folder, root):
    """The corpus called `size` (large or small): the file `given`, or one that is at hand or can be made."""
    target = folder / size
    target.mkdir(parents=True, exist_ok=True)
    if given:
        name, source = pathlib.Path(given).name, pathlib.Path(given)
    else:
        name, source = find(size, folder, root)
    return split(name, source, positive, target)


def find(size, folder, root):
    """The standing corpus where it is at hand, else the one made from Debian's packages."""
    standing = root.parent / "shared" / "data" / "ungdc" / STANDING[size]
    if standing.exists():
        unpacked = folder / standing.stem
        if not unpacked.exists():
            with lzma.open(standing) as packed, open(unpacked, "wb") as target:
                shutil.copyfileobj(packed, target)
        return standing.stem, unpacked
    return f"debian-{size}.csv", debian.make(size, folder)


def clear(folder, stamp):
    """Empties the folder of what was made from another corpus; a folder that is somebody else's is left alone."""
    if stamp.exists():
        shutil.rmtree(folder)
        folder.mkdir()
    elif any(folder.iterdir()):
        raise SystemExit(f"{folder} holds files that were not made here: give --keep-work another folder")


def open_table(path):
    csv.field_size_limit(1 << 30)
    return lzma.open(path, "rt", encoding="utf-8", newline="") if path.suffix == ".xz" else open(
        path, encoding="utf-8", newline="")


def split(name, source, positive, folder):
    """Writes whole.csv, train.csv and test.csv into `folder`, unless they are there from the same bytes."""
    digest = hashlib.sha256()
    with open(source, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    paths = {part: folder / f"{part}.csv" for part in ("whole", "train", "test")}
    stamp, mark = folder / "source.txt", f"{name} {positive} {digest.hexdigest()}"
    known = stamp.read_text(encoding="utf-8").split("\n") if stamp.exists() else ["", "0"]
    if known[0] == mark:
        return Corpus(name, **paths, rows=int(known[1]), digest=digest.hexdigest())
    clear(folder, stamp)
    files = {part: open(path, "w", encoding="utf-8", newline="") for part, path in paths.items()}
    writers = {part: csv.writer(file, lineterminator="\n") for part, file in files.items()}
    for writer in writers.values():
        writer.writerow(["id", "text", "label"])
    rows = -1
    with open_table(source) as file:
        for rows, row in enumerate(csv.DictReader(file)):
            values = [row.get("id") or str(rows + 1), row["text"], "1" if row["label"] == positive else "0"]
            writers["whole"].writerow(values)
            writers["test" if rows % 5 == 4 else "train"].writerow(values)
    for file in files.values():
        file.close()
    stamp.write_text(f"{mark}\n{rows + 1}", encoding="utf-8")
    return Corpus(name, **paths, rows=rows + 1, digest=digest.hexdigest())
