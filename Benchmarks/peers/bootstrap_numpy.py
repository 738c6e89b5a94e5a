"""Percentile intervals of AUC, average precision, F1 and the Brier score by resampling whole clusters, in numpy, as fast as
it can be written there: rows are sorted once; F1 and Brier need one number a cluster; AUC and average precision need two
running sums a resample, of which the one over the other class is never formed. Scores that are equal count half, as in
scikit-learn. With two threads two processes share the resamples.

usage: bootstrap_numpy.py FILE --resamples 10000 --threads 2 --seed 1      (columns score, label, cluster)
"""

import concurrent.futures
import multiprocessing

import numpy

from _peer import Phases, arguments, report

NAMES = ("rocAUC", "averagePrecision", "f1", "brier")


class Sample:
    """Rows from the highest score to the lowest, and for each positive row where the rows of its score begin and end."""

    def __init__(self, scores, labels, clusters):
        self.cluster_count = int(clusters.max()) + 1
        order = numpy.argsort(-scores, kind="stable")
        scores, labels, clusters = scores[order], labels[order], clusters[order]
        positive = numpy.flatnonzero(labels == 1)
        self.clusters, self.positive_clusters = clusters, clusters[positive]
        begins = numpy.concatenate([[True], scores[1:] != scores[:-1]])
        group = numpy.cumsum(begins) - 1
        starts = numpy.append(numpy.flatnonzero(begins), len(scores))
        positives_before = numpy.concatenate([[0], numpy.cumsum(labels)])
        self.start, self.end = starts[group[positive]], starts[group[positive] + 1]
        self.positive_start, self.positive_end = positives_before[self.start], positives_before[self.end]
        self.has_ties = len(starts) - 1 < len(scores)

        def by_cluster(values):
            return numpy.bincount(clusters, weights=values, minlength=self.cluster_count)

        predicted = scores > 0.5
        self.sums = numpy.stack([
            by_cluster(predicted & (labels == 1)), by_cluster(predicted), by_cluster(labels),
            by_cluster((scores - labels) ** 2), by_cluster(numpy.ones(len(scores)))])

    def figures(self, counts):
        """The four figures when cluster k is in the sample counts[k] times."""
        hits, predicted, positives, squares, rows = self.sums @ counts
        all_sums = numpy.zeros(len(self.clusters) + 1)
        numpy.cumsum(counts[self.clusters], out=all_sums[1:])
        weights = counts[self.positive_clusters]
        positive_sums = numpy.zeros(len(weights) + 1)
        numpy.cumsum(weights, out=positive_sums[1:])
        if self.has_ties:
            upto, positives_upto = all_sums[self.end], positive_sums[self.positive_end]
            others_before = all_sums[self.start] - positive_sums[self.positive_start]
        else:
            upto, positives_upto = all_sums[self.end], positive_sums[1:]
            others_before = upto - positives_upto
        others_upto = upto - positives_upto
        negatives = rows - positives
        area = 1 - weights @ (others_upto + others_before) / (2 * positives * negatives)
        with numpy.errstate(invalid="ignore"):
            precision = numpy.where(upto > 0, positives_upto / upto, 0.0)
        return area, weights @ precision / positives, 2 * hits / (predicted + positives), squares / rows


def resamples(sample, count, seed):
    generator = numpy.random.default_rng(seed)
    size = sample.cluster_count
    result = numpy.empty((count, len(NAMES)))
    for index in range(count):
        counts = numpy.bincount(generator.integers(0, size, size), minlength=size).astype(numpy.float64)
        result[index] = sample.figures(counts)
    return result


def main():
    given = arguments("file", resamples=10_000, threads=1, seed=1)
    phases = Phases()
    with phases("read"):
        table = numpy.loadtxt(given.file, delimiter=",", skiprows=1)
    with phases("bootstrap"):
        sample = Sample(table[:, 0], table[:, 1].astype(numpy.int64), table[:, 2].astype(numpy.int64))
        values = sample.figures(numpy.ones(sample.cluster_count))
        if given.threads == 1:
            drawn = resamples(sample, given.resamples, given.seed)
        else:
            context = multiprocessing.get_context("fork")
            shares = [given.resamples * (part + 1) // given.threads - given.resamples * part // given.threads
                      for part in range(given.threads)]
            with concurrent.futures.ProcessPoolExecutor(given.threads, mp_context=context) as pool:
                parts = pool.map(resamples, [sample] * given.threads, shares, range(given.seed, given.seed + given.threads))
                drawn = numpy.concatenate(list(parts))
        lows, highs = numpy.quantile(drawn, [0.025, 0.975], axis=0)
    answers = {name: {"value": float(value), "low": float(low), "high": float(high)}
               for name, value, low, high in zip(NAMES, values, lows, highs)}
    report(phases, rows=len(table), clusters=sample.cluster_count, **answers)


main()
