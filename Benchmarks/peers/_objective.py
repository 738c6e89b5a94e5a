"""The objective that all fits are judged by, in double precision, and its minimum to the last digits.

f(w, b) = 1/2 ||w||² + C sum_i log(1 + exp(-y_i (x_i w + b))) with C = 1 and y = -1 or 1; b is not penalised, and 0 in the
problem without an intercept.
"""

import json
import os

import numpy
import scipy.special


def objective(matrix, labels, weights, intercept=0.0, strength=1.0):
    margins = (2 * labels - 1) * (matrix @ weights + intercept)
    return 0.5 * weights @ weights + strength * numpy.logaddexp(0, -margins).sum()


def area_under_curve(labels, scores):
    """The area under the ROC curve; equal scores count half."""
    from sklearn.metrics import roc_auc_score

    return roc_auc_score(labels, scores)


def reference_value(folder, has_intercept):
    """The minimum that `prepare.py` found, which gaps are measured from."""
    name = "with_intercept" if has_intercept else "without_intercept"
    with open(os.path.join(folder, "optimum.json"), encoding="utf-8") as file:
        return json.load(file)[name]["objective"]


def polish(matrix, labels, weights, intercept, has_intercept, strength=1.0, steps=30):
    """Newton's method with conjugate gradients from a good start, until the Newton decrement says that what is left of the
    objective is below 1e-13 of it. Returns weights, intercept, the objective and that bound."""
    signs = 2.0 * labels - 1
    transposed = matrix.T.tocsr()
    free = 1.0 if has_intercept else 0.0
    for _ in range(steps):
        logits = matrix @ weights + intercept
        value = 0.5 * weights @ weights + strength * numpy.logaddexp(0, -signs * logits).sum()
        residuals = -strength * signs * scipy.special.expit(-signs * logits)
        gradient = numpy.append(weights + transposed @ residuals, free * residuals.sum())
        chances = scipy.special.expit(logits)
        curvatures = strength * chances * (1 - chances)

        def hessian(vector):
            products = curvatures * (matrix @ vector[:-1] + free * vector[-1])
            return numpy.append(vector[:-1] + transposed @ products, free * products.sum() + (1 - free) * vector[-1])

        squares = transposed.multiply(transposed) @ curvatures
        diagonal = numpy.append(1 + squares, curvatures.sum() if has_intercept else 1.0)
        step = conjugate_gradients(hessian, -gradient, diagonal)
        left = 0.5 * abs(gradient @ step) / value
        size = 1.0

        def moved(size):
            return objective(matrix, labels, weights + size * step[:-1], intercept + size * step[-1], strength)

        while moved(size) > value * (1 + 1e-14):
            size /= 2
            if size < 1e-3:
                return weights, intercept, value, left
        weights, intercept = weights + size * step[:-1], intercept + size * step[-1]
        if left < 1e-13:
            break
    return weights, intercept, objective(matrix, labels, weights, intercept, strength), left


def conjugate_gradients(product, target, diagonal, limit=500, tolerance=1e-6):
    """The solution of product(x) = target, preconditioned by the diagonal."""
    solution = numpy.zeros_like(target)
    residual = target.copy()
    conditioned = residual / diagonal
    direction = conditioned.copy()
    energy = residual @ conditioned
    first = energy
    for _ in range(limit):
        image = product(direction)
        length = energy / (direction @ image)
        solution += length * direction
        residual -= length * image
        conditioned = residual / diagonal
        next_energy = residual @ conditioned
        if next_energy < tolerance**2 * first:
            break
        direction = conditioned + (next_energy / energy) * direction
        energy = next_energy
    return solution
