"""What scikit-learn gives on the real corpora that stand beside the project, cross-validated on the same folds.

Each case holds the words of the command line that asks Parlance for the same, and the pooled figures.
"""

import pathlib

from generators._fixture import write_fixture

DATA = pathlib.Path(__file__).resolve().parents[5] / "shared" / "data"


def figures(texts, labels, positive, splitter, groups, C, class_weight):
    import numpy
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score, roc_auc_score
    from sklearn.pipeline import make_pipeline

    truth = numpy.array([label == positive for label in labels])
    scores = numpy.zeros(len(truth))
    for train, test in splitter.split(texts, truth, groups):
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
            LogisticRegression(C=C, class_weight=class_weight, tol=1e-10, max_iter=10_000),
        )
        model.fit([texts[i] for i in train], truth[train])
        scores[test] = model.predict_proba([texts[i] for i in test])[:, 1]
    return {
        "f1": float(f1_score(truth, scores > 0.5)),
        "rocAUC": float(roc_auc_score(truth, scores)),
        "rows": len(texts),
    }


def write(folder):
    import csv

    from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, StratifiedKFold

    options = "--ngrams 1-2 --min-df 2 --sublinear-tf --resamples 0 --format json"
    cases = []

    def read(name):
        with open(DATA / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    rows = read("unscon/sentences.csv")
    for split, splitter, column in [
        ("leave-one-out:meeting", LeaveOneGroupOut(), "meeting"),
        ("leave-one-out:country", LeaveOneGroupOut(), "country"),
        ("group:speech", GroupKFold(5), "speech"),
        ("stratified", StratifiedKFold(5), "speech"),
    ]:
        groups = [row[column] for row in rows]
        texts, labels = [row["text"] for row in rows], [row["label"] for row in rows]
        cases.append(
            {
                "arguments": f"unscon/sentences.csv --positive conflict --split {split} --allow-duplicates --C 4 --class-weight balanced {options}",
                **figures(texts, labels, "conflict", splitter, groups, 4, "balanced"),
            }
        )
    rows = [row for row in read("un_quadclass/sentences_dev.csv") if row["direction"] in ("escalatory", "deescalatory")]
    for language in ("en", "ru"):
        texts, labels = [row[language] for row in rows], [row["direction"] for row in rows]
        cases.append(
            {
                "arguments": f"un_quadclass/sentences_dev.csv --text-column {language} --label-column direction "
                "--where direction=escalatory --where direction=deescalatory --split group:doc --allow-duplicates --C 10 " + options,
                **figures(texts, labels, "escalatory", GroupKFold(5), [row["doc"] for row in rows], 10, None),
            }
        )
    write_fixture(folder, "crossvalidation", {"cases": cases})
