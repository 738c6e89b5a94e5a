"""Fightin' words as the package fightin-words computes them, and G² as scipy does.

fightin-words 1.0.5 joins its two texts to one before it counts, and calls Python 2's xrange, so that it cannot be run as it is
published. It is given a vectoriser that hands over counts of two groups, and xrange; the arithmetic is its own. It holds counts in
32 bits, which is why the test allows 1e-5.
"""

import builtins
import importlib
import importlib.metadata

import numpy as np
import scipy.stats
from sklearn.feature_extraction.text import CountVectorizer

from ._fixture import versions, write_fixture


class Counted(CountVectorizer):
    """Hands over counts that are there already."""

    def __init__(self, first, second):
        super().__init__()
        self.first, self.second = first, second

    def fit_transform(self, raw_documents, y=None):
        import scipy.sparse

        self.vocabulary_ = {f"term{index}": index for index in range(len(self.first))}
        return scipy.sparse.csr_matrix(np.array([self.first, self.second]))


def z_scores(first, second, prior):
    builtins.xrange = range
    package = importlib.import_module("fightin-words.fightin-words")
    extractor = package.FWExtractor(prior, Counted(first, second))
    # The first group has as many rows of counts as its text has letters.
    found = dict(extractor.transform(["a", "b"]))
    return [float(found[f"term{index}"]) for index in range(len(first))]


def write(folder):
    draw = np.random.default_rng(20210524)
    cases = []
    for size, scale in ((6, 3), (40, 5), (200, 30)):
        first = [int(value) for value in draw.poisson(scale * draw.random(size) * 2)]
        second = [int(value) for value in draw.poisson(scale * draw.random(size) * 3)]
        informative = [float(value) for value in draw.integers(1, 50, size) / 10]
        cases.append({"first": first, "second": second, "prior": informative, "z": z_scores(first, second, informative)})
        cases.append({"first": first, "second": second, "prior": [0.01] * size, "z": z_scores(first, second, 0.01)})
    tables = []
    for _ in range(30):
        a, b, c, d = (int(value) for value in draw.integers(0, 60, 4) + np.array([0, 0, 100, 100]))
        if a + b == 0:
            continue
        statistic = scipy.stats.chi2_contingency([[a, b], [c, d]], correction=False, lambda_="log-likelihood").statistic
        tables.append({"table": [a, b, c, d], "statistic": float(statistic)})
    p_values = [float(value) for value in np.round(draw.random(25) ** 3, 4)] + [0.01, 0.01, 0.5]
    used = {**versions(), "fightin-words": importlib.metadata.version("fightin-words")}
    write_fixture(
        folder,
        "keyness",
        {
            "cases": cases,
            "tables": tables,
            "pValues": p_values,
            "adjusted": list(scipy.stats.false_discovery_control(p_values)),
            "versions": used,
        },
    )
