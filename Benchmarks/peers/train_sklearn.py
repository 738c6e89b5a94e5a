"""A CSV file in, a saved model out: pandas, TfidfVectorizer, LogisticRegression, joblib.

newton-cg solves the problem that Parlance solves; liblinear is faster and penalises the intercept. `judge_model.py` says
afterwards, off the clock, how near its minimum the model is.
usage: train_sklearn.py CSV MODEL.joblib --solver newton-cg|liblinear --setting TOLERANCE
"""

import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from _peer import Phases, arguments, read_statements, report, vectorizer


def main():
    given = arguments("csv", "model", solver="newton-cg", setting=1e-4)
    phases = Phases()
    features = vectorizer()
    classifier = LogisticRegression(
        solver=given.solver, dual=given.solver == "liblinear", tol=given.setting, max_iter=100_000, random_state=0)
    with phases("read"):
        texts, labels = read_statements(given.csv)
    with phases("vectorise"):
        matrix = features.fit_transform(texts)
    with phases("fit"):
        classifier.fit(matrix, labels)
    with phases("save"):
        joblib.dump(Pipeline([("features", features), ("model", classifier)]), given.model)
    report(phases, rows=matrix.shape[0], features=matrix.shape[1], nonzeros=int(matrix.nnz))


main()
