"""scikit-learn's LogisticRegression on ready matrices.

usage: fit_sklearn.py FOLDER --solver lbfgs|newton-cg|liblinear --setting TOLERANCE
"""

from sklearn.linear_model import LogisticRegression

from _peer import Phases, Problem, arguments, report


def main():
    given = arguments("folder", solver="newton-cg", setting=1e-4)
    phases = Phases()
    with phases("read"):
        problem = Problem(given.folder)
    model = LogisticRegression(
        C=1.0, solver=given.solver, dual=given.solver == "liblinear", tol=given.setting, fit_intercept=False,
        max_iter=100_000, random_state=0)
    with phases("fit"):
        model.fit(problem.matrix, problem.labels)
    report(phases, iterations=int(model.n_iter_[0]), **problem.judge(model.coef_))


main()
