"""What the package krippendorff says of tables of annotations."""

import warnings
from importlib.metadata import version

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score

from generators._fixture import versions, write_fixture

LEVELS = ("nominal", "ordinal", "interval", "ratio")

# Four observers and twelve units: the example of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
EXAMPLE = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""


def write(folder):
    used = {**versions(), "krippendorff": version("krippendorff")}
    write_fixture(folder, "alpha", {"versions": used, "cases": [case(name, table) for name, table in tables()]})


def tables():
    """A row for each coder and a column for each unit, not-a-number where a label is missing."""
    rows = [line.split() for line in EXAMPLE.strip().splitlines()]
    yield "Krippendorff's example", np.array(
        [[np.nan if cell == "." else float(cell) for cell in row] for row in rows]
    )
    generator = np.random.default_rng(5)
    for name, coders, units, labels, missing in (
        ("two coders, all labels", 2, 60, 3, 0.0),
        ("five coders, a third missing", 5, 80, 4, 0.33),
        ("many labels", 3, 70, 40, 0.1),
        ("mostly missing", 6, 50, 3, 0.75),
    ):
        truth = generator.integers(0, labels, size=units)
        noise = generator.integers(0, labels, size=(coders, units))
        table = np.where(generator.random((coders, units)) < 0.7, truth, noise).astype(float)
        table[generator.random((coders, units)) < missing] = np.nan
        yield name, table
    skewed = (generator.random((3, 200)) < 0.03).astype(float)
    skewed[:, :2] = [[0, 1]] * 3
    yield "one label nearly always", skewed


def case(name, table):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        alphas = {level: krippendorff.alpha(table, level_of_measurement=level) for level in LEVELS}
    return {
        "name": name,
        "table": [[None if np.isnan(cell) else cell for cell in row] for row in table.tolist()],
        "alpha": {level: float(value) for level, value in alphas.items()},
        "kappas": [
            {"a": one, "b": other, **kappa(table[one], table[other])}
            for one in range(len(table))
            for other in range(one + 1, len(table))
        ],
    }


def kappa(one, other):
    common = ~np.isnan(one) & ~np.isnan(other)
    units = int(common.sum())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = cohen_kappa_score(one[common], other[common]) if units else np.nan
    return {"units": units, "kappa": float(value) if np.isfinite(value) else None}
