"""Scores a CSV file of any size with a saved Pipeline, some thousands of rows at a time.

usage: predict_pipeline.py MODEL.joblib CSV OUT.csv
"""

import joblib
import numpy
import pandas

from _peer import Phases, arguments, report

CHUNK = 20_000


def main():
    given = arguments("model", "csv", "out")
    phases = Phases()
    with phases("load"):
        pipeline = joblib.load(given.model)
    rows = 0
    with phases("score"), open(given.out, "w", encoding="utf-8", newline="") as target:
        for chunk in pandas.read_csv(given.csv, chunksize=CHUNK, dtype={"text": str}, keep_default_na=False):
            probabilities = pipeline.predict_proba(chunk["text"])[:, 1]
            scores = pandas.DataFrame(
                {"id": chunk["id"], "label": numpy.where(probabilities > 0.5, "1", "0"), "probability": probabilities})
            scores.to_csv(target, header=rows == 0, index=False)
            rows += len(chunk)
    report(phases, rows=rows)


main()
