#!/usr/bin/env python3
"""Writes every parity fixture anew: the numbers other programs give, which the parity tests hold Parlance to.

Run in a virtual environment made from requirements.txt beside this file:

    python3 -m venv .venv && .venv/bin/pip install -r Tests/ParityTests/Fixtures/requirements.txt
    .venv/bin/python Tests/ParityTests/Fixtures/generate.py [PART ...]

The part comparison also needs Rscript with pROC (Debian's r-cran-proc).

Each module in generators/ has one function, write(folder), and a folder of JSON files of the same name. Each file says with
which versions it was made. Making a fixture twice gives the same bytes.
"""

import importlib
import pathlib
import sys


def main(parts):
    here = pathlib.Path(__file__).parent
    sys.path.insert(0, str(here))
    known = sorted(path.stem for path in (here / "generators").glob("*.py") if not path.stem.startswith("_"))
    unknown = [part for part in parts if part not in known]
    if unknown:
        sys.exit(f"generate.py: no part called {', '.join(unknown)} (there are {', '.join(known)})")
    for part in parts or known:
        folder = here / part
        folder.mkdir(exist_ok=True)
        importlib.import_module(f"generators.{part}").write(folder)
        print(f"{part}: {len(list(folder.glob('*.json')))} files")


if __name__ == "__main__":
    main(sys.argv[1:])
