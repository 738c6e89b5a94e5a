"""The jobs on figures: intervals by the bootstrap over clusters, and the comparison of many actors."""

import json

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


def read_comparison(outcome):
    """The answers in our JSON: sizes, the mean of all, and the largest effect with its interval."""
    printed = json.loads(outcome.text)
    actors, contrasts = printed["actors"], printed["contrasts"]
    largest = max(contrasts, key=lambda each: abs(each["effectSize"]))
    sign = 1 if largest["effectSize"] > 0 else -1
    ends = sorted((sign * largest["effectLow"], sign * largest["effectHigh"]))
    mean = sum(each["n"] * each["estimate"] for each in actors) / printed["statements"]
    return {}, {
        "rows": printed["statements"], "actors": len(actors), "pairs": len(contrasts), "mean": mean,
        "effect": sign * largest["effectSize"], "low": ends[0], "high": ends[1]}


def actors(shop):
    """Fifty actors and all their 1,225 differences: everything that compare tells beside what a script by hand has of it."""
    count = 200 if shop.options.quick else 2_000
    ours = [
        Contender(
            f"Parlance, {threads} thread{'s' * (threads > 1)}",
            [shop.parlance, "compare", shop.actors, "--cluster", "speech", "--resamples", count, "--threads", threads, "--quiet",
             "--format", "json"], is_ours=True, threads=threads, read=read_comparison)
        for threads in (2, 1)
    ]
    hand = Contender(
        "numpy, effect sizes only", shop.peer("compare_actors.py", shop.actors, "--resamples", count), threads=1)
    chance = 0.02 if count >= 2_000 else 0.05
    return Job(
        "actors", f"100,000 statements, 50 actors, {count:,} resamples", [ours[0], hand, ours[1]],
        [Requirement(ours[0].name, (hand.name,)), Requirement(ours[1].name, (hand.name,))],
        [Answer("rows", "rows"), Answer("actors", "actors"), Answer("pairs", "pairs"),
         Answer("mean", "mean", absolute=1e-9), Answer("effect", "largest effect", absolute=1e-9),
         Answer("low", "its low end", absolute=chance, is_shown=False),
         Answer("high", "its high end", absolute=chance, is_shown=False)])


JOBS = {"bootstrap": bootstrap, "actors": actors}
