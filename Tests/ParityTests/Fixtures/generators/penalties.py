"""L1 and elastic-net fits: scikit-learn's, polished to the optimum, and glmnet's as they are.

scikit-learn's saga finds which weights are zero and the others to some six digits; Newton steps on those weights, their gradient in
extended precision, bring the rest, and the conditions of optimality are checked at the end. glmnet is run by R where R is there
(Debian's r-cran-glmnet); its objective is divided by the number of rows, so that lambda = 1 / (C n).
"""

import warnings

import numpy as np
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from generators._fixture import write_fixture
from generators._r import numbers, run_r

GLMNET = """
suppressMessages({library(Matrix); library(glmnet)})
matrix <- matrix(%(elements)s, nrow = %(rows)d, byrow = TRUE)
fit <- glmnet(matrix, %(labels)s, weights = %(weights)s, family = "binomial", alpha = %(ratio).17g,
              lambda = %(lambda).17g * c(1000, 100, 10, 1), standardize = FALSE, intercept = TRUE, thresh = 1e-15, maxit = 1e8)
cat(sprintf("%%.17g\\n", c(fit$a0[4], fit$beta[, 4])))
"""


def write(folder):
    rows = dict(corpora())
    solved_problems = [solved(rows, **problem) for problem in problems()]
    stored = {name: stored_rows(**data) for name, data in rows.items()}
    write_fixture(folder, "optima", {"rows": stored, "problems": solved_problems})
    version = run_r('cat(as.character(packageVersion("glmnet")))')
    if version is None:
        print("penalties: Rscript with glmnet is not there, so glmnet.json is left as it is")
        return
    fits = [glmnet(rows, **problem) for problem in problems() if problem.get("intercept", True)]
    write_fixture(folder, "glmnet", {"glmnet": version, "problems": fits})


def corpora():
    generator = np.random.default_rng(21)
    matrix = generator.normal(size=(70, 8)) + generator.normal(size=(70, 1))
    scores = matrix @ np.array([1.5, -1, 0.5, 0, 0, 0, 0, 0]) + generator.logistic(size=70)
    yield "measures", {"matrix": matrix, "labels": (scores > 0).astype(int)}
    matrix = generator.normal(size=(25, 60))
    yield "wide", {"matrix": matrix, "labels": (matrix[:, 3] + generator.logistic(size=25) > 0).astype(int)}
    counts = np.zeros((150, 200))
    for row in range(150):
        if row % 40 != 7:
            np.add.at(counts[row], np.minimum(generator.zipf(1.4, size=12) - 1, 199), 1)
    lengths = np.linalg.norm(counts, axis=1, keepdims=True)
    matrix = counts / np.where(lengths > 0, lengths, 1)
    scores = 6 * matrix @ generator.normal(size=200) + generator.logistic(size=150)
    yield "texts", {"matrix": sparse.csr_array(matrix), "labels": (scores > 0).astype(int)}


def problems():
    generator = np.random.default_rng(22)
    for rows in ("measures", "wide", "texts"):
        for strength in (0.3, 3.0, 30.0):
            yield {"name": f"{rows}, L1, C {strength}", "of": rows, "strength": strength, "ratio": 1.0}
            yield {"name": f"{rows}, half and half, C {strength}", "of": rows, "strength": strength, "ratio": 0.5}
    yield {"name": "measures, mostly L2", "of": "measures", "strength": 1.0, "ratio": 0.1}
    yield {"name": "measures without intercept", "of": "measures", "strength": 1.0, "ratio": 1.0, "intercept": False}
    weights = generator.integers(0, 4, size=150) / 2
    yield {"name": "texts weighted", "of": "texts", "strength": 5.0, "ratio": 0.7, "weights": weights}
    yield {"name": "texts balanced", "of": "texts", "strength": 5.0, "ratio": 1.0, "balanced": True}
    yield {"name": "nothing enters", "of": "measures", "strength": 1e-4, "ratio": 1.0}


def stored_rows(matrix, labels):
    shape = {"columnCount": matrix.shape[1], "labels": labels.tolist()}
    if not sparse.issparse(matrix):
        return {**shape, "elements": matrix.ravel().tolist()}
    return {
        **shape,
        "rowOffsets": matrix.indptr.tolist(),
        "columnIndices": matrix.indices.tolist(),
        "elements": matrix.data.tolist(),
    }


def dense(matrix):
    return matrix.toarray() if sparse.issparse(matrix) else matrix


def row_weights(labels, weights, balanced):
    base = np.ones(len(labels)) if weights is None else weights
    if not balanced:
        return base
    totals = np.array([base[labels == label].sum() for label in (0, 1)])
    return base * (totals.sum() / (2 * totals))[labels]


def solved(rows, name, of, strength, ratio, intercept=True, weights=None, balanced=False):
    matrix, labels = rows[of]["matrix"], rows[of]["labels"]
    model = LogisticRegression(
        C=strength, l1_ratio=ratio, solver="saga", tol=1e-10, max_iter=200_000, fit_intercept=intercept,
        class_weight="balanced" if balanced else None, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(dense(matrix), labels, sample_weight=weights)
    costs = strength * row_weights(labels, weights, balanced)
    coefficients, constant, objective = polish(
        dense(matrix), labels, costs, ratio, intercept, model.coef_[0], model.intercept_[0] if intercept else 0.0)
    return {
        "name": name,
        "rows": of,
        "weights": None if weights is None else weights.tolist(),
        "balanced": balanced,
        "C": strength,
        "l1Ratio": ratio,
        "fitsIntercept": intercept,
        "coefficients": coefficients.tolist(),
        "intercept": constant,
        "objective": objective,
    }


def polish(matrix, labels, costs, ratio, intercept, weights, constant):
    """The optimum with the signs that saga found; fails where they are not those of the optimum."""
    kept = np.flatnonzero(np.abs(weights) > 1e-7)
    signs = np.sign(weights[kept])
    wide = np.longdouble
    columns = np.column_stack([matrix[:, kept], np.ones((len(labels), 1 if intercept else 0))]).astype(wide)
    values = np.concatenate([weights[kept], [constant] if intercept else []]).astype(wide)
    squares = np.concatenate([np.full(len(kept), 1 - ratio), [0.0] if intercept else []])
    kinks = np.concatenate([ratio * signs, [0.0] if intercept else []])
    for _ in range(60):
        shares = 1 / (1 + np.exp(-(columns @ values)))
        gradient = columns.T @ (costs * (shares - labels)) + squares * values + kinks
        bends = (costs * shares * (1 - shares)).astype(float)
        hessian = (columns.astype(float).T * bends) @ columns.astype(float) + np.diag(squares)
        if len(values):
            values = values - np.linalg.solve(hessian, gradient.astype(float))
    result = np.zeros(matrix.shape[1])
    result[kept] = values[: len(kept)].astype(float)
    constant = float(values[-1]) if intercept else 0.0
    margins = matrix.astype(wide) @ result + constant
    slopes = matrix.astype(wide).T @ (costs * (1 / (1 + np.exp(-margins)) - labels))
    free = np.setdiff1d(np.arange(matrix.shape[1]), kept)
    assert np.all(np.sign(result[kept]) == signs)
    assert np.all(np.abs(slopes[free]) <= ratio * (1 + 1e-9)), np.abs(slopes[free]).max()
    losses = np.logaddexp(wide(0), np.where(labels == 1, -margins, margins))
    penalty = (1 - ratio) / 2 * (result**2).sum() + ratio * np.abs(result).sum()
    return result, constant, float(penalty + (costs * losses).sum())


def glmnet(rows, name, of, strength, ratio, intercept=True, weights=None, balanced=False):
    matrix, labels = dense(rows[of]["matrix"]), rows[of]["labels"]
    scales = row_weights(labels, weights, balanced)
    # glmnet makes weights add up to the number of rows.
    text = GLMNET % {
        "elements": numbers(matrix.ravel()),
        "rows": len(labels),
        "labels": numbers(labels),
        "weights": numbers(scales),
        "ratio": ratio,
        "lambda": 1 / (strength * scales.sum()),
    }
    values = [float(line) for line in run_r(text).split()]
    return {"name": name, "intercept": values[0], "coefficients": values[1:]}
