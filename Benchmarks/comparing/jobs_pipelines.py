"""Jobs from texts to models: cross-validation over a grid, and training from file to file."""

import json

from .jobs_fits import missed_gap
from .model import Answer, Contender, Job, Requirement, read_line
from .processes import peer_environment, run
from .tuning import GAP, TOLERANCES
from .workshop import FEATURES

GRID = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


def read_our_folds(outcome):
    """The answers in our JSON."""
    printed = json.loads(outcome.text)
    answers = {f"auc {entry['C']:g}": entry["metrics"]["rocAUC"]["value"] for entry in printed["grid"]}
    folds = [fold["metrics"]["rocAUC"]["value"] for fold in printed["folds"]]
    return {}, answers | {"best": printed["best"]["C"], "fold auc": sum(folds) / len(folds), "rows": printed["rows"]}


def read_their_folds(outcome):
    """The answers of a peer, by the same keys: the AUC of all folds together, or the mean of the folds' own."""
    phases, printed = read_line(outcome)
    answers = {"best": printed["best"], "rows": printed["rows"]}
    for strength, area in printed.get("pooledAUC", {}).items():
        answers[f"auc {float(strength):g}"] = area
    if "foldAUC" in printed:
        answers["fold auc"] = printed["foldAUC"][str(printed["best"])]
    return phases, answers


def crossvalidate(shop):
    """Five folds and eight values of C, everything that learns refitted in each fold."""
    corpus = shop.small
    grid = ",".join(f"{strength:g}" for strength in GRID)

    def peer(name, script, *arguments, **more):
        return Contender(
            name, shop.peer(script, corpus.whole, "--grid", grid, "--threads", 2, *arguments), threads=1,
            read=read_their_folds, **more)

    ours = [
        Contender(
            f"Parlance, {threads} thread{'s' * (threads > 1)}",
            [shop.parlance, "crossvalidate", corpus.whole, *FEATURES, "--folds", 5, "--allow-duplicates", "--grid", f"C={grid}",
             "--resamples", 0, "--threads", threads, "--format", "json", *shop.gap_options],
            is_ours=True, threads=threads, read=read_our_folds)
        for threads in (2, 1)
    ]
    search = peer("GridSearchCV, n_jobs=2", "crossvalidate_gridsearch.py", "--setting", 5e-6, repeats=1)
    hand = peer("by hand, 2 processes", "crossvalidate_handmade.py")
    counted = peer("by hand, counted once", "crossvalidate_handmade.py", "--counting", "corpus")
    two, one = ours[0].name, ours[1].name
    return Job(
        "crossvalidate", "5 folds x 8 C", [ours[0], hand, counted, ours[1], search],
        [
            Requirement(two, (search.name,), 60, 100), Requirement(two, (hand.name,), 8, 15),
            Requirement(two, (counted.name,)), Requirement(one, (hand.name,)),
        ],
        [Answer("rows", "rows"), Answer("best", "best C"), Answer("fold auc", "mean AUC of folds", absolute=2e-5)]
        # Over all folds together the folds' intercepts matter, which LIBLINEAR penalises: the more, the smaller C is.
        + [Answer(f"auc {strength:g}", f"AUC at C={strength:g}", absolute=2e-4, is_shown=strength == 10)
           for strength in GRID])


def read_summary(outcome):
    """The answers in what `parlance train` prints."""
    printed = json.loads(outcome.text)
    return {}, {key: printed[key] for key in ("rows", "features", "nonzeros", "objective")}


def training_peer(shop, solver):
    """scikit-learn from file to file, its tolerance tuned to the gap; afterwards its model is judged."""
    corpus, folder = shop.large, shop.matrices(shop.large)
    model = shop.results / f"{solver}.joblib"

    def command(setting):
        return shop.peer("train_sklearn.py", corpus.train, model, "--solver", solver, "--setting", setting)

    def judge():
        return run(shop.peer("judge_model.py", model, folder), peer_environment(1)).last_object()["answers"]

    def gap(setting):
        run(command(setting), peer_environment(1))
        return judge()["gap"]

    setting = shop.tuner(corpus).setting(f"train {solver}", TOLERANCES, gap)
    return Contender(f"pandas, TfidfVectorizer, {solver}, joblib", command(setting), afterwards=judge)


def train(shop):
    """From a CSV file to a saved model, by one process each."""
    corpus = shop.large
    model = shop.results / "ours.safetensors"
    ours = [
        Contender(
            f"Parlance, {threads} thread{'s' * (threads > 1)}",
            [shop.parlance, "train", corpus.train, *FEATURES, "--threads", threads, "--model", model, "--force",
             "--format", "json", *shop.gap_options],
            is_ours=True, threads=threads, read=read_summary)
        for threads in (2, 1)
    ]
    peers = [training_peer(shop, "liblinear"), training_peer(shop, "newton-cg")]
    names = tuple(each.name for each in peers)
    return Job(
        "train", "CSV to saved model", [ours[0], peers[0], ours[1], peers[1]],
        [Requirement(ours[0].name, names, 15, 25), Requirement(ours[1].name, names)]
        + [Requirement(ours[0].name, (name,)) for name in names],
        [
            Answer("rows", "rows"), Answer("features", "features"), Answer("nonzeros", "nonzeros"),
            Answer("objective", "objective", relative=GAP),
        ],
        check=missed_gap)


JOBS = {"crossvalidate": crossvalidate, "train": train}
