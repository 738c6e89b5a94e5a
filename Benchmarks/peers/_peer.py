"""What the scripts of the peers share: phases that are timed, one line of JSON at the end, and files they all start from."""

import argparse
import contextlib
import json
import os
import time


def arguments(*names, **options):
    """The script's arguments: positional `names`, and options with their defaults, whose types they have."""
    parser = argparse.ArgumentParser()
    for name in names:
        parser.add_argument(name)
    for name, default in options.items():
        parser.add_argument(f"--{name.replace('_', '-')}", default=default, type=type(default))
    return parser.parse_args()


class Phases:
    """Seconds by phase, measured by the wall clock, as a user waits for them."""

    def __init__(self):
        self.seconds = {}

    @contextlib.contextmanager
    def __call__(self, name):
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def report(phases, **answers):
    """The one line that the driver reads."""
    plain = {key: value.item() if hasattr(value, "item") else value for key, value in answers.items()}
    print(json.dumps({"phases": phases.seconds, "answers": plain}), flush=True)


def read_statements(path):
    """Texts and labels (1 for the positive class, else 0) of a CSV file, by pandas."""
    import numpy
    import pandas

    table = pandas.read_csv(path, usecols=["text", "label"], dtype={"text": str}, keep_default_na=False)
    return table["text"], (table["label"].to_numpy() == 1).astype(numpy.int64)


def vectorizer():
    """The features of every job: words and pairs of words in two statements at least, TF-IDF, length one."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(ngram_range=(1, 2), min_df=2)


class Problem:
    """The matrices that `prepare.py` saved in a folder: every solver is handed the very same numbers."""

    def __init__(self, folder):
        import numpy
        import scipy.sparse

        self.folder = folder
        self.matrix = scipy.sparse.load_npz(os.path.join(folder, "train.npz"))
        self.labels = numpy.load(os.path.join(folder, "train_labels.npy"))

    def judge(self, weights, intercept=None):
        """Objective and gap of a fit, and its AUC on rows it has not seen; `intercept` where the problem has one."""
        import numpy
        import scipy.sparse

        from _objective import area_under_curve, objective, reference_value

        weights = numpy.asarray(weights, dtype=numpy.float64).ravel()
        value = objective(self.matrix, self.labels, weights, intercept or 0.0)
        best = reference_value(self.folder, has_intercept=intercept is not None)
        test = scipy.sparse.load_npz(os.path.join(self.folder, "test.npz"))
        labels = numpy.load(os.path.join(self.folder, "test_labels.npy"))
        scores = test @ weights + (intercept or 0.0)
        return {"objective": value, "gap": (value - best) / best, "auc": area_under_curve(labels, scores)}
