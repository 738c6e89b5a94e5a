"""Percentile intervals of AUC, average precision, F1 and the Brier score by resampling whole clusters, in numpy, as fast as
it can be written there. Rows are sorted once and never copied: a resample is a count for each cluster. F1 and Brier are sums
over clusters. AUC and average precision take two running sums, of the positive rows and of the others, each gathered once into
memory that is there already, and read off where runs of equal scores end. With two threads two processes share the resamples.

usage: bootstrap_numpy.py FILE --resamples 10000 --threads 2 --seed 1      (columns score, label, cluster)
"""

import concurrent.futures
import multiprocessing

import numpy

from _peer import Phases, arguments, report

NAMES = ("rocAUC", "averagePrecision", "f1", "brier")


class Sample:
    """Rows from the highest score to the lowest, and where runs of equal scores with a positive row begin and end."""

    def __init__(self, scores, labels, clusters):
        self.cluster_count = int(clusters.max()) + 1
        order = numpy.argsort(-scores, kind="stable")
        scores, labels, clusters = scores[order], labels[order], clusters[order]
        self.positives = numpy.ascontiguousarray(clusters[labels == 1])
        self.others = numpy.ascontiguousarray(clusters[labels == 0])
        seen = numpy.concatenate([[0], numpy.cumsum(labels)])
        starts = numpy.flatnonzero(numpy.concatenate([[True], scores[1:] != scores[:-1]]))
        ends = numpy.append(starts[1:], len(scores))
        counts = seen[ends] > seen[starts]
        starts, ends = starts[counts], ends[counts]
        # How many positive and other rows stand before each run, and before its end.
        self.positives_before, self.positives_upto = seen[starts], seen[ends]
        self.others_before, self.others_upto = starts - seen[starts], ends - seen[ends]
        self.every_positive_alone = len(ends) == len(self.positives)
        predicted = scores > 0.5
        self.sums = numpy.stack([
            numpy.bincount(clusters, weights=values, minlength=self.cluster_count)
            for values in (predicted & (labels == 1), predicted, labels, (scores - labels) ** 2, numpy.ones(len(scores)))])
        # Counts are doubles, so that nothing has to be converted; running sums begin with 0 for "nothing seen".
        self.gathered = numpy.empty(max(len(self.positives), len(self.others)))
        self.positive_sums = numpy.zeros(len(self.positives) + 1)
        self.other_sums = numpy.zeros(len(self.others) + 1)

    def figures(self, counts):
        """The four figures when cluster k is in the sample counts[k] times."""
        hits, predicted, positives, squares, rows = self.sums @ counts
        # In any mode but the default numpy gathers straight into `out`; no index is out of range here.
        weights = numpy.take(counts, self.positives, out=self.gathered[: len(self.positives)], mode="clip")
        numpy.cumsum(weights, out=self.positive_sums[1:])
        if self.every_positive_alone:
            steps, found = weights, self.positive_sums[1:]
        else:
            found = self.positive_sums[self.positives_upto]
            steps = found - self.positive_sums[self.positives_before]
        # The positive rows' weights may be overwritten only where they are not used any more.
        room = None if self.every_positive_alone else self.gathered[: len(self.others)]
        others = numpy.take(counts, self.others, out=room, mode="clip")
        numpy.cumsum(others, out=self.other_sums[1:])
        others_upto = self.other_sums[self.others_upto]
        passed = others_upto + self.other_sums[self.others_before]
        area = 1 - steps @ passed / (2 * positives * (rows - positives))
        total = found + others_upto
        total[total == 0] = 1
        return area, steps @ (found / total) / positives, 2 * hits / (predicted + positives), squares / rows


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
