"""What `parlance infer` says of differences between groups, and what all labels of the corpus say (its column corpus_label)."""

import collections
import math

METHODS = {"naive": "naive", "hand-coded": "hand-coded", "dsl": "DSL"}


def true_shares(rows, group, label):
    sizes = collections.Counter(row[group] for row in rows)
    found = collections.Counter(row[group] for row in rows if row["corpus_label"] == label)
    return {name: found[name] / sizes[name] for name in sizes}


def judged(inferred, rows):
    """For each level its true difference from the reference, and for each level and method the estimate."""
    truth, estimates, shares = {}, {}, {}
    for each in inferred["estimates"]:
        if "reference" in each:
            group, level = each["term"].split("=", 1)
            shares = shares or true_shares(rows, group, inferred["outcome"])
            truth[level] = shares[level] - shares[each["reference"]]
            estimates[level, each["method"]] = each
    return truth, estimates


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def root_mean_square_error(pairs):
    return math.sqrt(mean((each["estimate"] - truth) ** 2 for each, truth in pairs))


def holds(estimate, truth):
    return estimate["low"] <= truth <= estimate["high"]
