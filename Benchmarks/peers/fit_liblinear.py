"""LIBLINEAR by its authors' own package: dual coordinate descent (-s 7) or the primal Newton method (-s 0).

The conversion to LIBLINEAR's own matrix is a phase apart and is not held against it.
usage: fit_liblinear.py FOLDER --solver 7 --setting TOLERANCE
"""

import numpy
from liblinear.liblinear import parameter
from liblinear.liblinear import problem as liblinear_problem
from liblinear.liblinearutil import train

from _peer import Phases, Problem, arguments, report


def main():
    given = arguments("folder", solver=7, setting=1e-3)
    phases = Phases()
    with phases("read"):
        problem = Problem(given.folder)
    with phases("convert"):
        converted = liblinear_problem(2.0 * problem.labels - 1, problem.matrix, bias=-1)
        options = parameter(f"-s {given.solver} -c 1 -e {given.setting} -B -1 -q")
    with phases("fit"):
        model = train(converted, options)
    # The weights as they lie in memory, of the label 1; the package's own function calls C for each of them.
    report(phases, **problem.judge(numpy.ctypeslib.as_array(model.w, (problem.matrix.shape[1],))))


main()
