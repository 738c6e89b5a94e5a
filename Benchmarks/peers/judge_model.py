"""How near the minimum a saved model is, on the matrix that `prepare.py` saved; its features stand in the same order.

usage: judge_model.py MODEL.joblib FOLDER
"""

import joblib

from _peer import Phases, Problem, arguments, report


def main():
    given = arguments("model", "folder")
    classifier = joblib.load(given.model).named_steps["model"]
    report(Phases(), **Problem(given.folder).judge(classifier.coef_, float(classifier.intercept_[0])))


main()
