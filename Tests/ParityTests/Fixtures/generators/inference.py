"""Estimates from imperfect scores and some hand-coded rows.

Design-based supervised learning (Egami and others 2023) is written out here from the paper's moment equations, solved by scipy,
its sandwich taken by numpy: dsl-kit 0.1.1 on PyPI cannot be run, because both of its archives lack the package dsl.helpers that it
imports, and the authors' R package is not among Debian's. Where programs of others do the same they are asked: statsmodels
for the naive estimates, for those of hand-coded rows and for labels of all rows, and ppi-python for means, least squares and
logits whose rows had all the same chance, which is where prediction-powered inference without tuning has the same estimate.
"""

import importlib.metadata

import numpy as np
import scipy.optimize
import statsmodels.api as sm
from ppi_py import ppi_logistic_pointestimate, ppi_mean_pointestimate, ppi_ols_pointestimate

from ._fixture import versions, write_fixture


def logistic(x):
    return 1 / (1 + np.exp(-x))


def dsl(x, scores, gold, coded, probabilities, clusters, model):
    """Coefficients and standard errors, with the factor G/(G - 1) (n - 1)/(n - p) that statsmodels has."""
    n, p = x.shape
    mean = logistic if model == "logit" else (lambda value: value)

    def moments(beta):
        predicted = x * (scores - mean(x @ beta))[:, None]
        labelled = x * (np.where(coded, gold, 0) - mean(x @ beta))[:, None]
        return predicted + (coded / probabilities)[:, None] * (labelled - predicted)

    beta = scipy.optimize.root(lambda b: moments(b).sum(axis=0), np.zeros(p), tol=1e-14).x
    slope = mean(x @ beta) * (1 - mean(x @ beta)) if model == "logit" else np.ones(n)
    inverse = np.linalg.inv(x.T @ (x * slope[:, None]))
    groups = np.arange(n) if clusters is None else clusters
    sums = np.zeros((groups.max() + 1, p))
    np.add.at(sums, groups, moments(beta))
    count = len(np.unique(groups))
    factor = count / (count - 1) * (n - 1) / (n - p)
    return beta, np.sqrt(np.diag(inverse @ (factor * sums.T @ sums) @ inverse))


def case(draw, n, model, equal, clustered):
    groups = draw.integers(0, 40, n)
    x = np.column_stack([np.ones(n), draw.integers(0, 2, n), draw.normal(size=n)])
    truth = x @ np.array([-0.4, 0.8, -0.3])
    gold = (draw.random(n) < logistic(truth + 0.4 * np.sin(groups))).astype(float)
    scores = np.clip(0.25 + 0.4 * gold + 0.15 * x[:, 1] + draw.normal(scale=0.12, size=n), 0.001, 0.999)
    if equal:
        coded = np.zeros(n, dtype=bool)
        coded[draw.permutation(n)[: n // 4]] = True
        probabilities = np.full(n, coded.sum() / n)
    else:
        probabilities = np.round(0.15 + 0.5 * draw.random(n), 3)
        coded = draw.random(n) < probabilities
    clusters = groups if clustered else None
    robust = {"cov_type": "HC1"}
    inner = {"cov_type": "HC1"}
    if clustered:
        robust = {"cov_type": "cluster", "cov_kwds": {"groups": clusters}}
        inner = {"cov_type": "cluster", "cov_kwds": {"groups": clusters[coded]}}
    beta, errors = dsl(x, scores, gold, coded, probabilities, clusters, model)
    result = {
        "model": model,
        "columns": [list(map(float, x[:, 1])), list(x[:, 2])],
        "scores": list(scores),
        "gold": list(gold),
        "coded": [int(row) for row in np.flatnonzero(coded)],
        "probabilities": list(probabilities[coded]),
        "clusters": None if clusters is None else [int(c) for c in clusters],
        "dsl": {"estimates": list(beta), "errors": list(errors)},
        "full": None,
        "naive": None,
        "handCoded": None,
        "ppi": None,
    }
    if model == "linear":
        naive = sm.OLS(scores, x).fit(**robust)
        coding = sm.WLS(gold[coded], x[coded], weights=1 / probabilities[coded]).fit(**inner)
        full = sm.OLS(gold, x).fit(**robust)
        result["naive"] = {"estimates": list(naive.params), "errors": list(naive.bse)}
        result["handCoded"] = {"estimates": list(coding.params), "errors": list(coding.bse)}
    else:
        full = sm.Logit(gold, x).fit(disp=0, tol=1e-12, **({"cov_type": "HC0"} if not clustered else robust))
    scale = np.sqrt(n / (n - 3)) if model == "logit" and not clustered else 1
    result["full"] = {"estimates": list(full.params), "errors": list(full.bse * scale)}
    if equal:
        estimate = ppi_ols_pointestimate if model == "linear" else ppi_logistic_pointestimate
        options = {} if model == "linear" else {"optimizer_options": {"gtol": 1e-12, "ftol": 1e-15}}
        found = estimate(x[coded], gold[coded], scores[coded], x, scores, lam=1, **options)
        result["ppi"] = list(np.ravel(found))
        result["mean"] = float(np.ravel(ppi_mean_pointestimate(gold[coded], scores[coded], scores, lam=1))[0])
    return result


def write(folder):
    draw = np.random.default_rng(20210524)
    cases = [
        case(draw, 160, model, equal, clustered)
        for model in ("linear", "logit")
        for equal in (True, False)
        for clustered in (True, False)
    ]
    used = {**versions(), "ppi-python": importlib.metadata.version("ppi-python"), "statsmodels": sm.__version__}
    write_fixture(folder, "dsl", {"cases": cases, "versions": used})
