"""Regressions that explain: statsmodels' Logit with and without clusters, Firth's method by firthmodels and by brglm2, and whether
outcomes are separated by firthmodels' linear programme.

brglm2 is run by R where R is there (Debian's r-cran-brglm2).
"""

import warnings

import numpy as np
import statsmodels.api as sm
from firthmodels import FirthLogisticRegression, detect_separation
from scipy.optimize import minimize

from generators._fixture import write_fixture
from generators._r import numbers, run_r

BRGLM2 = """
suppressMessages(library(brglm2))
matrix <- matrix(%(elements)s, nrow = %(rows)d, byrow = TRUE)
fit <- glm(%(labels)s ~ matrix, family = binomial, weights = %(weights)s, method = "brglmFit", type = "AS_mean",
           epsilon = 1e-12, maxit = 10000)
cat(sprintf("%%.17g\\n", c(coef(fit), sqrt(diag(vcov(fit))))))
"""


def write(folder):
    data = dict(data_sets())
    stored = {name: stored_data(**rows) for name, rows in data.items()}
    write_fixture(folder, "data", {"data": stored})
    logits = {name: logit(**rows) for name, rows in data.items() if not rows.get("separated")}
    write_fixture(folder, "statsmodels", {"statsmodels": version("statsmodels"), "fits": logits})
    write_fixture(folder, "firthmodels", {"firthmodels": version("firthmodels"), "fits": {
        name: firth(**rows) for name, rows in data.items()}})
    write_fixture(folder, "separation", {"firthmodels": version("firthmodels"), "problems": list(separations())})
    brglm2 = run_r('cat(as.character(packageVersion("brglm2")))')
    if brglm2 is None:
        print("explanation: Rscript with brglm2 is not there, so brglm2.json is left as it is")
        return
    write_fixture(folder, "brglm2", {"brglm2": brglm2, "fits": {
        name: reduced(**rows) for name, rows in data.items()}})


def version(package):
    from importlib.metadata import version as installed

    return installed(package)


def data_sets():
    generator = np.random.default_rng(31)
    matrix = np.column_stack([
        generator.normal(size=120), generator.integers(0, 2, size=(120, 2)), 2020 + generator.integers(0, 5, 120)])
    clusters = np.repeat(np.arange(24), 5)
    effects = generator.normal(size=24)[clusters]
    scores = matrix[:, 0] - matrix[:, 1] + 0.3 * (matrix[:, 3] - 2022) + effects + generator.logistic(size=120)
    yield "clustered", {"matrix": matrix, "labels": (scores > 0).astype(int), "clusters": clusters}
    matrix = generator.normal(size=(40, 3))
    labels = (matrix @ [1.0, 0.5, 0.0] + generator.logistic(size=40) > 0.5).astype(int)
    yield "small", {"matrix": matrix, "labels": labels, "clusters": np.arange(40) % 7}
    rare = generator.normal(size=(150, 2))
    labels = (rare[:, 0] + generator.logistic(size=150) > 3).astype(int)
    yield "rare", {"matrix": rare, "labels": labels, "clusters": np.arange(150) // 3}
    # Every row with the second predictor has the outcome.
    matrix = np.column_stack([generator.normal(size=50), np.arange(50) % 10 == 0]).astype(float)
    labels = (matrix[:, 0] + generator.logistic(size=50) > 0).astype(int)
    labels[matrix[:, 1] == 1] = 1
    yield "quasi-separated", {"matrix": matrix, "labels": labels, "clusters": np.arange(50) // 5, "separated": True}
    line = np.linspace(-1, 1, 16)
    yield "separated", {
        "matrix": np.column_stack([line, line**2]), "labels": (line > 0.1).astype(int), "clusters": np.arange(16) // 2,
        "separated": True}


def stored_data(matrix, labels, clusters, separated=False):
    return {
        "columnCount": matrix.shape[1], "elements": matrix.ravel().tolist(), "labels": labels.tolist(),
        "clusters": clusters.tolist(), "separated": separated}


def logit(matrix, labels, clusters):
    model = sm.Logit(labels, sm.add_constant(matrix))
    plain = model.fit(method="newton", maxiter=200, tol=1e-15, disp=0)
    robust = model.fit(
        method="newton", maxiter=200, tol=1e-15, disp=0, cov_type="cluster", cov_kwds={"groups": clusters})
    return {
        "estimates": plain.params.tolist(), "standardErrors": plain.bse.tolist(), "z": plain.tvalues.tolist(),
        "p": plain.pvalues.tolist(), "intervals": plain.conf_int().tolist(), "logLikelihood": float(plain.llf),
        "nullLogLikelihood": float(plain.llnull), "robustErrors": robust.bse.tolist(), "robustP": robust.pvalues.tolist()}


def firth(matrix, labels, clusters, separated=False):
    # Columns as large as years would keep the fit from its tolerance.
    shifts = np.where(np.abs(matrix).max(axis=0) > 100, matrix.mean(axis=0), 0)
    for tolerance in (1e-9, 1e-7):
        model = FirthLogisticRegression(backend="numpy", gtol=tolerance, xtol=1e-6, max_iter=1000)
        with warnings.catch_warnings(record=True) as complaints:
            warnings.simplefilter("always")
            model.fit(matrix - shifts, labels)
            model.lrt()
            intervals = model.conf_int(method="pl", tol=1e-8, max_iter=500)
        if not complaints:
            break
    assert not complaints, complaints
    return {
        "shifts": shifts.tolist(), "estimates": [float(model.intercept_), *model.coef_.tolist()],
        "standardErrors": first_last(model.bse_), "p": first_last(model.lrt_pvalues_),
        # Its search can settle on a point of no interval, or follow a lower top of the profile, where data are separated.
        "intervals": [
            None if separated and not (
                interval[0] < interval[1] - 1e-6
                and all(is_end(matrix, labels, model, index, end) for end in interval))
            else [float(end) for end in interval]
            for index, interval in enumerate([intervals[-1], *intervals[:-1]])],
                "penalizedLogLikelihood": float(model.loglik_)}


def is_end(matrix, labels, model, index, end):
    """Whether the best penalised likelihood with one coefficient at `end` is as far below the maximum as an end has it."""
    design = np.column_stack([np.ones(len(labels)), matrix])
    estimates = np.array([model.intercept_, *model.coef_])
    others = [column for column in range(len(estimates)) if column != index]

    def height(coefficients):
        margins = design @ coefficients
        bends = 1 / ((1 + np.exp(-margins)) * (1 + np.exp(margins)))
        return -np.logaddexp(0, np.where(labels == 1, -margins, margins)).sum() + np.linalg.slogdet(
            design.T * bends @ design)[1] / 2

    def depth(values):
        found = height(np.insert(values, index, end))
        return -found if np.isfinite(found) else 1e9

    starts = [estimates[others], np.zeros(len(others)), np.full(len(others), 10.0)]
    best = max(-minimize(depth, start, method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-9}).fun for start in starts)
    return abs(height(estimates) - best - 1.920729410347062) < 1e-4


def first_last(values):
    """firthmodels puts the intercept last."""
    return [float(values[-1]), *[float(value) for value in values[:-1]]]


def reduced(matrix, labels, clusters, separated=False):
    shifts = np.where(np.abs(matrix).max(axis=0) > 100, matrix.mean(axis=0), 0)
    text = BRGLM2 % {
        "elements": numbers((matrix - shifts).ravel()), "rows": len(labels), "labels": numbers(labels),
        "weights": numbers(np.ones(len(labels)))}
    values = [float(line) for line in run_r(text).split()]
    half = len(values) // 2
    return {"shifts": shifts.tolist(), "estimates": values[:half], "standardErrors": values[half:]}


def separations():
    """Small tables of dummies and whole numbers, about half of them separated."""
    generator = np.random.default_rng(32)
    problems = []
    for index in range(120):
        rows, columns = int(generator.integers(6, 25)), int(generator.integers(1, 4))
        matrix = generator.integers(0, 2 + index % 4, size=(rows, columns)).astype(float)
        scores = matrix @ generator.normal(size=columns) * (1 + index % 5) + generator.logistic(size=rows)
        labels = (scores > np.median(scores)).astype(int)
        design = np.column_stack([np.ones(rows), matrix])
        if labels.min() == labels.max() or np.linalg.matrix_rank(design) < columns + 1:
            continue
        found = detect_separation(matrix, labels)
        problems.append({
            "columnCount": columns, "elements": matrix.ravel().tolist(), "labels": labels.tolist(),
            "separated": bool(found.separation)})
    return problems
