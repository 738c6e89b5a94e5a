"""Jobs that fit a model to a ready matrix: by every solver to the same gap, and by ours to the last digits."""

import json

from .model import Answer, Contender, Job, Requirement, read_line
from .processes import peer_environment, run
from .tuning import GAP, PASSES, TOLERANCES

#: Two solutions with a gap of 1e-6 each order some rows differently: their AUC may differ by this much.
AUC_AT_GAP = 2e-5

#: name, script, arguments, ladder of settings, threads, whether it may be the fastest and is worth a thorough search
SOLVERS = (
    ("LIBLINEAR dual", "fit_liblinear.py", ("--solver", 7), TOLERANCES, 1, True),
    ("Snap ML, 1 thread", "fit_snapml.py", ("--threads", 1), PASSES, 1, True),
    ("Snap ML, 2 threads", "fit_snapml.py", ("--threads", 2), PASSES, 2, True),
    ("LIBLINEAR primal", "fit_liblinear.py", ("--solver", 0), TOLERANCES, 1, True),
    ("scikit-learn liblinear", "fit_sklearn.py", ("--solver", "liblinear"), TOLERANCES, 1, True),
    ("scikit-learn newton-cg", "fit_sklearn.py", ("--solver", "newton-cg"), TOLERANCES, 1, True),
    ("scikit-learn lbfgs", "fit_sklearn.py", ("--solver", "lbfgs"), TOLERANCES, 1, True),
    ("Vowpal Wabbit", "fit_vw.py", (), PASSES, 1, False),
    ("glmnet", "fit_glmnet.R", (), TOLERANCES, 1, False),
)


def missed_gap(answers):
    """A complaint where a fit has not reached the gap that all are compared at."""
    gap = answers.get("gap")
    return f"gap {gap:.1e} is above {GAP}" if gap is not None and gap > GAP else None


def solver_contender(shop, solver):
    name, script, arguments, ladder, threads, may_win = solver
    folder = shop.matrices(shop.large)

    def command(setting):
        return shop.peer(script, folder, *(["--setting", setting] + list(arguments)))

    def gap(setting):
        return run(command(setting), peer_environment(threads)).last_object()["answers"]["gap"]

    setting = shop.tuner(shop.large).setting(name, ladder, gap, thorough=may_win)
    return Contender(name, command(setting), threads=threads, counted=("fit",), repeats=None if may_win else 1)


def fit(shop):
    """Fit to a relative gap of 1e-6, C = 1, no intercept, on the same matrix."""
    corpus = shop.large
    folder = shop.matrices(corpus)
    best = json.loads((folder / "optimum.json").read_text(encoding="utf-8"))["without_intercept"]["objective"]

    def read(outcome):
        phases, answers = read_line(outcome)
        return phases, answers | {"gap": (answers["objective"] - best) / best}

    ours = [
        Contender(
            f"Parlance, {threads} thread{'s' * (threads > 1)}",
            [shop.stages, "fit", corpus.train, "--test", corpus.test, "--C", 1, "--threads", threads, "--gap", GAP,
             "--no-intercept"],
            is_ours=True, threads=threads, counted=("solve",), read=read)
        for threads in (1, 2)
    ]
    peers = [solver_contender(shop, solver) for solver in SOLVERS]
    single = tuple(peer.name for peer in peers if peer.threads == 1)
    every = tuple(peer.name for peer in peers)
    return Job(
        "fit", "fit to gap 1e-6", [ours[0], peers[0], ours[1], *peers[1:]],
        [Requirement(ours[0].name, single, 2, 3), Requirement(ours[1].name, every, 2, 3)]
        + [Requirement(ours[0].name, (name,)) for name in single]
        + [Requirement(ours[1].name, (name,)) for name in every if name not in single],
        [Answer("objective", "objective", relative=GAP), Answer("auc", "AUC", absolute=AUC_AT_GAP)], check=missed_gap)


def optimum(shop):
    """Not a race: that our fit, left to its own tolerance, ends at the minimum that Newton's method finds in numpy."""
    corpus, folder = shop.large, shop.matrices(shop.large)
    ours = Contender(
        "Parlance to its own tolerance",
        [shop.stages, "fit", corpus.train, "--test", corpus.test, "--C", 1, "--threads", 2, "--no-intercept"],
        is_ours=True, threads=2, counted=("solve",), repeats=1)
    reference = Contender("polished by Newton in numpy", shop.peer("reference.py", folder), repeats=1, counted=())
    return Job(
        "optimum", "the minimum itself", [ours, reference], [Requirement(ours.name, (reference.name,))],
        [Answer("objective", "objective", relative=1e-9), Answer("auc", "AUC", absolute=1e-6)])


JOBS = {"fit": fit, "optimum": optimum}
