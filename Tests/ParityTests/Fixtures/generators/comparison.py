"""What pROC says of two models on the same rows, and scipy of the exact tests and the bootstrap.

pROC is an R package: Rscript must be on the path, with pROC 1.18.0 (Debian's r-cran-proc).
"""

import subprocess

import numpy as np
from scipy import stats

from generators._fixture import versions, write_fixture

SCRIPT = """
suppressMessages(library(pROC))
input <- file("stdin")
lines <- readLines(input)
close(input)
value <- function(number) cat(sprintf("%.17g\\n", number))
while (length(lines) > 0) {
  parts <- lapply(strsplit(lines[1:3], " "), as.numeric)
  one <- roc(parts[[1]], parts[[2]], levels = c(0, 1), direction = "<")
  other <- roc(parts[[1]], parts[[3]], levels = c(0, 1), direction = "<")
  test <- roc.test(one, other, method = "delong", paired = TRUE)
  value(auc(one)); value(auc(other)); value(test$statistic); value(test$p.value)
  value(sqrt(var(one) + var(other) - 2 * cov(one, other)))
  lines <- lines[-(1:3)]
}
cat(as.character(packageVersion("pROC")), "\\n")
"""
KEYS = ("a", "b", "z", "p", "standardError")


def write(folder):
    samples = list(paired_samples())
    results, release = proc(samples)
    used = {**versions(), "pROC": release}
    write_fixture(
        folder,
        "delong",
        {"versions": used, "cases": [{**sample, **result} for sample, result in zip(samples, results)]},
    )
    write_fixture(folder, "mcnemar", {"cases": list(mcnemar())})
    write_fixture(folder, "bca", {"cases": list(bca())})
    write_fixture(folder, "student", {"cases": student()})


def paired_samples():
    generator = np.random.default_rng(17)
    for name, count, share, decimals, link in (
        ("random", 120, 0.4, 6, 0.5),
        ("ties", 150, 0.3, 1, 0.5),
        ("close models", 200, 0.5, 6, 0.95),
        ("few positives", 80, 0.06, 3, 0.2),
    ):
        labels = (generator.random(count) < share).astype(int)
        common = generator.normal(size=count)
        scores = []
        for strength in (1.4, 0.8):
            logits = link * common + (1 - link) * generator.normal(size=count) + strength * (labels - 0.5)
            scores.append((1 / (1 + np.exp(-logits))).round(decimals).tolist())
        yield {"name": name, "labels": labels.tolist(), "scoresA": scores[0], "scoresB": scores[1]}


def proc(samples):
    lines = [
        " ".join(map(repr, sample[key])) for sample in samples for key in ("labels", "scoresA", "scoresB")
    ]
    run = subprocess.run(
        ["Rscript", "-e", SCRIPT], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True
    )
    *numbers, release = run.stdout.split()
    width = len(KEYS)
    return [
        dict(zip(KEYS, map(float, numbers[start : start + width]))) for start in range(0, len(numbers), width)
    ], release


def mcnemar():
    for one, other in ((3, 12), (0, 0), (5, 5), (0, 7), (40, 61), (700, 803), (2, 3000)):
        total = one + other
        yield {"a": one, "b": other, "p": stats.binomtest(one, total, 0.5).pvalue if total else 1.0}


def bca():
    generator = np.random.default_rng(23)
    for name, sample, statistic in (
        ("mean of a skewed sample", generator.exponential(size=25), np.mean),
        ("variance", generator.normal(size=30), np.var),
        ("values that tie", generator.integers(0, 3, size=20).astype(float), np.mean),
    ):
        result = stats.bootstrap(
            (sample,), statistic, n_resamples=400, method="BCa", confidence_level=0.9, rng=generator,
            vectorized=False,
        )
        yield {
            "name": name,
            "estimate": float(statistic(sample)),
            "resampled": result.bootstrap_distribution.tolist(),
            "jackknife": [float(statistic(np.delete(sample, place))) for place in range(len(sample))],
            "confidence": 0.9,
            "low": float(result.confidence_interval.low),
            "high": float(result.confidence_interval.high),
        }


def student():
    return [
        {"degreesOfFreedom": degrees, "p": p, "t": float(stats.t.ppf(p, degrees))}
        for degrees in (1, 2, 4, 9, 30, 200.5)
        for p in (0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9999)
    ]
