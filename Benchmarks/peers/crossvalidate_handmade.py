"""Cross-validation as somebody writes it who knows what costs time: vectorise once a fold, then LIBLINEAR's dual coordinate
descent for each C on the same matrix; folds in two processes. (The dual method takes no start, so none is handed along C.)
With `--counting corpus` statements are even taken apart once only, and each fold picks its rows, columns and IDF from those
counts.

LIBLINEAR penalises the intercept, as one weight among all.
usage: crossvalidate_handmade.py CSV --grid 0.1,1,10 --setting TOLERANCE --threads 2 --counting fold|corpus
"""

import concurrent.futures
import multiprocessing

import numpy
from liblinear.liblinear import parameter, problem
from liblinear.liblinearutil import train
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from _peer import Phases, arguments, read_statements, report, vectorizer

# What the processes of the folds share: they are forked, so that nothing of it is copied.
shared = {}


def fold_matrices(training, test):
    """The TF-IDF matrices of a fold, learnt from its training rows alone."""
    if "counts" not in shared:
        texts = shared["texts"]
        features = vectorizer()
        return features.fit_transform(texts.iloc[training]), features.transform(texts.iloc[test])
    counts = shared["counts"][training]
    kept = numpy.flatnonzero(numpy.bincount(counts.indices, minlength=counts.shape[1]) >= 2)
    weighting = TfidfTransformer()
    return weighting.fit_transform(counts[:, kept]), weighting.transform(shared["counts"][test][:, kept])


def run_fold(rows):
    training, test = rows
    matrix, test_matrix = fold_matrices(training, test)
    labels = shared["labels"]
    converted = problem(2.0 * labels[training] - 1, matrix, bias=1)
    scores = []
    for strength in shared["strengths"]:
        model = train(converted, parameter(f"-s 7 -c {strength} -e {shared['setting']} -B 1 -q"))
        weights = numpy.ctypeslib.as_array(model.w, (matrix.shape[1] + 1,))
        scores.append(test_matrix @ weights[:-1] + weights[-1])
    return scores


def main():
    given = arguments("csv", grid="1", setting=1.0, threads=2, counting="fold")
    shared.update(strengths=[float(value) for value in given.grid.split(",")], setting=given.setting)
    phases = Phases()
    with phases("read"):
        shared["texts"], shared["labels"] = read_statements(given.csv)
    labels = shared["labels"]
    with phases("crossvalidate"):
        if given.counting == "corpus":
            shared["counts"] = CountVectorizer(ngram_range=(1, 2)).fit_transform(shared["texts"])
        folds = list(StratifiedKFold(5).split(labels, labels))
        context = multiprocessing.get_context("fork")
        with concurrent.futures.ProcessPoolExecutor(given.threads, mp_context=context) as pool:
            results = list(pool.map(run_fold, folds))
        truth = numpy.concatenate([labels[test] for _, test in folds])
        areas = {}
        for place, strength in enumerate(shared["strengths"]):
            areas[str(strength)] = roc_auc_score(truth, numpy.concatenate([scores[place] for scores in results]))
        best = max(areas, key=areas.get)
        place = list(areas).index(best)
        own = [roc_auc_score(labels[test], scores[place]) for (_, test), scores in zip(folds, results)]
    report(phases, rows=len(labels), best=float(best), pooledAUC=areas, foldAUC={best: sum(own) / len(own)})


main()
