"""The job on figures: intervals by the bootstrap over clusters."""

from .model import Answer, Contender, Job, Requirement, read_line
from .workshop import SEED


def bootstrap(shop):
    """Intervals of AUC, average precision, F1 and Brier score by resampling clusters."""
    count = 500 if shop.options.quick else 10_000

    def flat(outcome):
        phases, answers = read_line(outcome)
        figures = {}
        for key, value in answers.items():
            if not isinstance(value, dict):
                figures[key] = value
                continue
            figures[key] = value["value"]
            figures[f"{key} low"], figures[f"{key} high"] = value["low"], value["high"]
        return phases, figures

    def contender(name, command, is_ours, threads):
        return Contender(name, command, is_ours=is_ours, threads=threads, counted=("bootstrap",), read=flat)

    both = []
    for threads in (2, 1):
        plural = "s" * (threads > 1)
        options = [shop.scores, "--resamples", count, "--threads", threads]
        both.append(contender(f"Parlance, {threads} thread{plural}", [shop.stages, "bootstrap", *options], True, threads))
        # numpy's own threads would only be in the way of its two processes.
        both.append(contender(
            f"numpy, {threads} process{'es' * (threads > 1)}", shop.peer("bootstrap_numpy.py", *options, "--seed", SEED),
            False, 1))
    figures = ("rocAUC", "averagePrecision", "f1", "brier")
    # The draws are not the same: they leave the ends of intervals, which are some 0.005 long, uncertain by a few hundredths.
    chance = 0.0003 if count >= 10_000 else 0.005
    return Job(
        "bootstrap", f"{count:,} clustered resamples", both,
        [Requirement(both[0].name, (both[1].name,), 15, 25), Requirement(both[2].name, (both[3].name,), 15, 25)],
        [Answer("rows", "rows"), Answer("clusters", "clusters")]
        + [Answer(figure, figure, absolute=1e-9) for figure in figures]
        + [Answer(f"{figure} {end}", f"{figure} {end}", absolute=chance, is_shown=False)
           for figure in figures for end in ("low", "high")])


JOBS = {"bootstrap": bootstrap}
