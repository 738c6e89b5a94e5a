"""Snap ML's dual coordinate descent, on one thread or more. Its setting is the number of epochs: what it calls a tolerance is
the change of the weights, which stops it at gaps that differ from run to run.

usage: fit_snapml.py FOLDER --threads 2 --setting EPOCHS
"""

from snapml import LogisticRegression

from _peer import Phases, Problem, arguments, report


def main():
    given = arguments("folder", threads=1, setting=50)
    phases = Phases()
    with phases("read"):
        problem = Problem(given.folder)
    model = LogisticRegression(
        regularizer=1.0, dual=True, fit_intercept=False, n_jobs=given.threads, max_iter=given.setting, tol=1e-15,
        random_state=0)
    with phases("fit"):
        model.fit(problem.matrix, problem.labels)
    report(phases, **problem.judge(model.coef_))


main()
