"""GridSearchCV over Pipeline(TfidfVectorizer, LogisticRegression), as the manual has it: two processes, everything refitted
for each fold and each C. The solver is newton-cg, the fastest of scikit-learn's that leave the intercept unpenalised.

usage: crossvalidate_gridsearch.py CSV --grid 0.1,1,10 --setting TOLERANCE --threads 2
"""

from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline

from _peer import Phases, arguments, read_statements, report, vectorizer


def main():
    given = arguments("csv", grid="1", setting=1e-5, threads=2)
    strengths = [float(value) for value in given.grid.split(",")]
    phases = Phases()
    with phases("read"):
        texts, labels = read_statements(given.csv)
    model = LogisticRegression(solver="newton-cg", tol=given.setting, max_iter=10_000)
    search = GridSearchCV(
        Pipeline([("features", vectorizer()), ("model", model)]), {"model__C": strengths}, cv=StratifiedKFold(5),
        scoring="roc_auc", n_jobs=given.threads, refit=False)
    with phases("crossvalidate"):
        search.fit(texts, labels)
    means = search.cv_results_["mean_test_score"]
    report(
        phases, rows=len(texts), best=strengths[search.best_index_],
        foldAUC={str(strength): float(mean) for strength, mean in zip(strengths, means)})


main()
