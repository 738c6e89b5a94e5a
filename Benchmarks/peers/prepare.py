"""Makes, once for a corpus, what solvers are measured on: TF-IDF matrices of a training and a test file, and the minimum.

usage: prepare.py TRAIN.csv TEST.csv FOLDER
"""

import json
import os

import numpy
import scipy.sparse

from _objective import polish
from _peer import Phases, arguments, read_statements, report, vectorizer


def save(folder, name, matrix, labels):
    scipy.sparse.save_npz(os.path.join(folder, f"{name}.npz"), matrix, compressed=False)
    numpy.save(os.path.join(folder, f"{name}_labels.npy"), labels)


def save_columns(folder, name, matrix, labels):
    """A matrix by columns as plain arrays, which R reads at once."""
    columns = matrix.tocsc()
    parts = {"shape": columns.shape, "starts": columns.indptr, "rows": columns.indices, "labels": labels}
    for part, numbers in parts.items():
        numpy.asarray(numbers, dtype=numpy.int32).tofile(os.path.join(folder, f"{name}.{part}"))
    columns.data.astype(numpy.float64).tofile(os.path.join(folder, f"{name}.values"))


def save_text(folder, matrix, labels):
    """The training matrix as libsvm text, and as Vowpal Wabbit's, which differs by a bar behind the label."""
    from sklearn.datasets import dump_svmlight_file

    path = os.path.join(folder, "train.libsvm")
    dump_svmlight_file(matrix, 2 * labels - 1, path, zero_based=False)
    with open(path, encoding="ascii") as source, open(os.path.join(folder, "train.vw"), "w", encoding="ascii") as target:
        for line in source:
            label, _, rest = line.partition(" ")
            target.write(f"{label} | {rest}")


def main():
    given = arguments("train", "test", "folder")
    phases = Phases()
    with phases("features"):
        texts, labels = read_statements(given.train)
        features = vectorizer()
        matrix = features.fit_transform(texts)
        matrix.sort_indices()
        save(given.folder, "train", matrix, labels)
        save_columns(given.folder, "train", matrix, labels)
        test_texts, test_labels = read_statements(given.test)
        test = features.transform(test_texts)
        save(given.folder, "test", test, test_labels)
        save_columns(given.folder, "test", test, test_labels)
    with phases("text"):
        save_text(given.folder, matrix, labels)
    optimum = {}
    with phases("optimum"):
        weights, intercept = numpy.zeros(matrix.shape[1]), 0.0
        for name, has_intercept in (("without_intercept", False), ("with_intercept", True)):
            weights, intercept, value, left = polish(matrix, labels, weights, intercept, has_intercept)
            optimum[name] = {"objective": value, "relativeRest": left}
            if not has_intercept:
                numpy.save(os.path.join(given.folder, "optimum_weights.npy"), weights)
    with open(os.path.join(given.folder, "optimum.json"), "w", encoding="utf-8") as file:
        json.dump(optimum, file)
    report(phases, rows=matrix.shape[0], features=matrix.shape[1], nonzeros=int(matrix.nnz), **optimum)


main()
