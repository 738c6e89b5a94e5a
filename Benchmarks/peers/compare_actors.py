"""Compares actors by hand: cluster-robust means, and effect sizes of all pairs with intervals over resampled clusters."""

import itertools

from _peer import Phases, arguments, report


def sums(table, actors, clusters):
    """Counts, sums and sums of squares: a row a cluster, a column an actor."""
    import numpy

    counts, totals, squares = (numpy.zeros((clusters, actors)) for _ in range(3))
    places = (table["cluster"].to_numpy(), table["actor"].to_numpy())
    numpy.add.at(counts, places, 1)
    numpy.add.at(totals, places, table["probability"])
    numpy.add.at(squares, places, table["probability"] ** 2)
    return counts, totals, squares


def effects(counts, totals, squares, first, second):
    """Cohen's d of pairs of actors, from the sums of one sample or of many."""
    import numpy

    means = totals / counts
    within = squares - counts * means**2
    spread = numpy.sqrt((within[..., first] + within[..., second]) / (counts[..., first] + counts[..., second] - 2))
    return (means[..., first] - means[..., second]) / spread


def main():
    options = arguments("scores", resamples=2000, seed=1)
    phases = Phases()
    with phases("import"):
        import numpy
        import pandas
    with phases("compare"):
        table = pandas.read_csv(options.scores)
        names = sorted(table["actor"].unique())
        table["actor"] = table["actor"].map({name: number for number, name in enumerate(names)})
        table["cluster"] = pandas.factorize(table["speech"])[0]
        clusters = table["cluster"].max() + 1
        parts = sums(table, len(names), clusters)
        pairs = numpy.array(list(itertools.combinations(range(len(names)), 2)))
        whole = [part.sum(axis=0) for part in parts]
        observed = effects(*whole, pairs[:, 0], pairs[:, 1])
        generator = numpy.random.default_rng(options.seed)
        drawn = generator.multinomial(clusters, numpy.full(clusters, 1 / clusters), size=options.resamples)
        resampled = [drawn @ part for part in parts]
        ends = numpy.quantile(effects(*resampled, pairs[:, 0], pairs[:, 1]), [0.025, 0.975], axis=0)
    largest = int(numpy.argmax(observed))
    report(
        phases, rows=len(table), actors=len(names), pairs=len(pairs), mean=float(whole[1].sum() / len(table)),
        effect=float(observed[largest]), low=float(ends[0, largest]), high=float(ends[1, largest]))


main()
