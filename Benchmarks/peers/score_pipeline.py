"""Scores one statement with a saved Pipeline: what a user waits for who asks for a single score.

usage: score_pipeline.py MODEL.joblib TEXT
"""

import sys

import joblib

from _peer import Phases, report


def main():
    pipeline = joblib.load(sys.argv[1])
    report(Phases(), probability=pipeline.predict_proba([sys.argv[2]])[0, 1])


main()
