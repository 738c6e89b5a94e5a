"""The minimum that `prepare.py` found, as an answer: its objective and the AUC of its weights.

usage: reference.py FOLDER
"""

import os

import numpy

from _peer import Phases, Problem, arguments, report


def main():
    given = arguments("folder")
    weights = numpy.load(os.path.join(given.folder, "optimum_weights.npy"))
    report(Phases(), **Problem(given.folder).judge(weights))


main()
