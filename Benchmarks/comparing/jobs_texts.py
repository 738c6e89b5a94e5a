"""Jobs on texts: reading and vectorising, scoring a stream, scoring a single statement."""

import csv
import itertools
import json

from .model import Answer, Contender, Job, Requirement, read_line

STATEMENT = "We want peace, and we will not accept any threat to our security."


def vectorise(shop):
    """Read a CSV file and build the TF-IDF matrix."""
    corpus = shop.large
    ours = [
        Contender(
            f"Parlance, {threads} thread{'s' * (threads > 1)}",
            [shop.stages, "vectorise", corpus.train, "--threads", threads], is_ours=True, threads=threads,
            counted=("read", "analyse", "fit", "transform"))
        for threads in (2, 1)
    ]
    pandas = Contender(
        "pandas + TfidfVectorizer", shop.peer("vectorise_pandas.py", corpus.train), counted=("read", "vectorise"))
    polars = Contender(
        "Polars, 2 threads", shop.peer("vectorise_polars.py", corpus.train), threads=2, counted=("read", "vectorise"))
    two, one = ours[0].name, ours[1].name
    return Job(
        "vectorise", "read CSV, build the TF-IDF", [ours[0], pandas, ours[1], polars],
        [
            Requirement(two, (pandas.name,), 20, 30),
            Requirement(one, (pandas.name,), 12, 15),
            Requirement(two, (pandas.name,), 3, quantity="memory"),
            Requirement(two, (polars.name,)),
        ],
        [
            Answer("rows", "rows"), Answer("features", "features"), Answer("nonzeros", "nonzeros"),
            Answer("sum", "sum", relative=1e-9),
        ])


def read_predictions(path):
    """What can be said of a file of scores in a few figures."""
    count, total = 0, 0.0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            count += 1
            total += float(row["probability"])
    return {"rows": count, "sum": total}


def largest_difference(ours, theirs):
    """The largest difference between two files' probabilities, row for row; infinite where the rows are not the same."""
    largest = 0.0
    with open(ours, encoding="utf-8", newline="") as first, open(theirs, encoding="utf-8", newline="") as second:
        for left, right in itertools.zip_longest(csv.DictReader(first), csv.DictReader(second)):
            if left is None or right is None or left["id"] != right["id"]:
                return float("inf")
            largest = max(largest, abs(float(left["probability"]) - float(right["probability"])))
    return largest


def predict(shop):
    """Score a stream of statements from one CSV file into another."""
    corpus = shop.large
    model, pipeline = shop.model(corpus, "train")
    ours, theirs = shop.results / "ours.csv", shop.results / "theirs.csv"

    def parlance(name, source, threads, out, **more):
        command = [shop.parlance, "predict", model, source, "--threads", threads, "--output", out, "--force"]
        return Contender(
            name, command, is_ours=True, threads=threads, read=lambda outcome: ({}, {}),
            afterwards=lambda: read_predictions(out) | {"difference": 0.0}, **more)

    two = parlance("Parlance, 2 threads", corpus.whole, 2, ours)
    one = parlance("Parlance, 1 thread", corpus.whole, 1, shop.results / "ours1.csv")
    fewer = parlance("Parlance on a fifth of the rows", corpus.test, 2, shop.results / "ours2.csv", repeats=1)
    peer = Contender(
        "chunked Pipeline.predict_proba", shop.peer("predict_pipeline.py", pipeline, corpus.whole, theirs),
        afterwards=lambda: read_predictions(theirs) | {"difference": largest_difference(ours, theirs)})
    return Job(
        "predict", "stream CSV to scores", [two, peer, one, fewer],
        [
            Requirement(two.name, (peer.name,), 25, 40),
            Requirement(one.name, (peer.name,)),
            # The memory that five times fewer rows take, by that of all rows: 1 where it is constant.
            Requirement(two.name, (fewer.name,), 0.8, quantity="memory"),
        ],
        [
            Answer("rows", "rows"), Answer("sum", "sum", relative=1e-9),
            Answer("difference", "largest difference", absolute=1e-9),
        ],
        other_kinds={fewer.name: "other rows"})


def cold(shop):
    """Score one statement with a saved model, by a program that has just been started."""
    model, pipeline = shop.model(shop.small, "train")
    statement = shop.results / "statement.txt"
    statement.write_text(STATEMENT + "\n", encoding="utf-8")

    def read_explanation(outcome):
        return {}, {"probability": json.loads(outcome.text)["probability"]}

    def read_fasttext(outcome):
        label, probability = outcome.text.split()
        return {}, {"probability": float(probability) if label == "__label__1" else 1 - float(probability)}

    ours = Contender(
        "Parlance", [shop.parlance, "explain", model, STATEMENT, "--format", "json"], is_ours=True, read=read_explanation)
    python = Contender("joblib + Pipeline", shop.peer("score_pipeline.py", pipeline, STATEMENT), read=read_line)
    fasttext = Contender(
        "fastText", ["fasttext", "predict-prob", shop.fasttext_model(shop.small), statement, "1"], read=read_fasttext)
    return Job(
        "cold", "score one statement, cold", [ours, python, fasttext],
        [Requirement(ours.name, (python.name,), 50, 100), Requirement(ours.name, (fasttext.name,), 3, 6)],
        [Answer("probability", "probability", absolute=1e-9)], other_kinds={fasttext.name: "another model"}, multiple=3)


def limits(shop):
    """What the machine itself can do, in the same run."""
    contenders = [
        Contender(
            f"limits, {threads} thread{'s' * (threads > 1)}",
            [shop.stages, "limits", shop.large.train, "--threads", threads], is_ours=True, threads=threads)
        for threads in (1, 2)
    ]
    return Job("limits", "the machine's own limits", contenders, [], [])


JOBS = {"vectorise": vectorise, "predict": predict, "cold": cold, "limits": limits}
