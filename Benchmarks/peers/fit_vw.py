"""Vowpal Wabbit's L-BFGS, from its text form by way of its cache. Its online learner reaches no gap of 1e-6 at all.

Parsing the text and the first pass cannot be told apart, so that its time holds both.
usage: fit_vw.py FOLDER --setting PASSES
"""

import os

import numpy
import vowpalwabbit

from _peer import Phases, Problem, arguments, report


def main():
    given = arguments("folder", setting=100)
    phases = Phases()
    with phases("read"):
        problem = Problem(given.folder)
    count = problem.matrix.shape[1]
    bits = max(18, int(count + 1).bit_length())
    cache = os.path.join(given.folder, "train.vw.cache")
    with phases("fit"):
        learner = vowpalwabbit.Workspace(
            f"--bfgs --loss_function logistic --l2 1 --noconstant --bit_precision {bits} --passes {given.setting} "
            f"--termination 0 --mem 15 --cache_file {cache} --kill_cache --holdout_off --quiet "
            f"-d {os.path.join(given.folder, 'train.vw')}")
        learner.finish()
    weights = numpy.array([learner.get_weight(index + 1) for index in range(count)])
    report(phases, **problem.judge(weights))


main()
