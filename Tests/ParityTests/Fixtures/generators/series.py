"""What statsmodels, scipy, numpy and strucchange say of values in time: smoothed means, widths, changes, correlations at lags.

The file of changes needs Rscript with Debian's r-cran-strucchange, and is left as it is where that is not there.
"""

import platform

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats

from generators._fixture import write_fixture
from generators._r import numbers, run_r

KERNELS = {
    "kernel": lambda distance, width: np.maximum(0, 1 - (2 * distance / width) ** 2),
    "rolling": lambda distance, width: (2 * np.abs(distance) <= width).astype(float),
}

CHANGES = """
suppressMessages(library(strucchange))
show <- function(x) cat(sprintf("%%.17g\\n", x))
y <- %(values)s
least <- %(least)d
fit <- breakpoints(y ~ 1, h = least, breaks = %(most)d)
table <- summary(fit)$RSS
show(c(ncol(table), table["RSS", ], table["BIC", ]))
show(max(Fstats(y ~ 1, from = least, to = length(y) - least)$Fstats))
starts <- breakpoints(fit)$breakpoints
if (!any(is.na(starts))) show(starts)
"""


def write(folder):
    used = {
        "numpy": np.__version__, "python": platform.python_version(), "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__,
    }
    generator = np.random.default_rng(47)
    samples = [sample(generator, *shape) for shape in ((60, 80, 4), (25, 300, 6), (200, 120, 2))]
    smoothing_cases = [smoothing(rows, kernel, width) for rows in samples for kernel in KERNELS for width in (15, 60)]
    write_fixture(folder, "smoothing", {"versions": used, "cases": smoothing_cases})
    write_fixture(folder, "widths", {"versions": used, "cases": [widths(samples, kernel) for kernel in KERNELS]})
    write_fixture(folder, "exchange", {"versions": used, "cases": [exchange(generator, *shape) for shape in ((60, 0.0), (90, 0.15))]})
    found = run_r('cat(as.character(packageVersion("strucchange")))')
    if found is None:
        print("series: Rscript with strucchange is not there, so its file is left as it is")
        return
    cases = [changes(values, most) for values, most in stepped(generator)]
    write_fixture(folder, "changes", {"versions": {"strucchange": found.strip()}, "cases": cases})


def sample(generator, cluster_count, day_count, largest):
    """Clusters with luck of their own, of which every fifth goes on the next day."""
    days, values, clusters = [], [], []
    for cluster in range(cluster_count):
        day, luck = int(generator.integers(0, day_count)), generator.normal()
        for statement in range(generator.integers(1, largest + 1)):
            days.append(day + (statement % 2 if cluster % 5 == 0 else 0))
            values.append(float(np.sin(day / 30) + luck + generator.normal()))
            clusters.append(cluster)
    return {"days": days, "values": values, "clusters": clusters}


def smoothing(rows, kernel, width):
    days, values, clusters = (np.array(rows[name]) for name in ("days", "values", "clusters"))
    points = []
    for day in range(-10, int(days.max()) + 20, 9):
        weights = KERNELS[kernel](days - day, width)
        points.append({"day": day, **weighted_mean(values, weights, clusters)})
    return {**rows, "kernel": kernel, "width": width, "points": points}


def weighted_mean(values, weights, clusters):
    inside = weights > 0
    groups = np.unique(clusters[inside])
    empty = {"value": None, "standardError": None, "low": None, "high": None, "clusters": len(groups)}
    if not inside.any():
        return empty
    values, weights, clusters = values[inside], weights[inside], clusters[inside]
    if len(groups) == 1:
        return {**empty, "value": float(np.average(values, weights=weights))}
    labels = np.unique(clusters, return_inverse=True)[1]
    model = sm.WLS(values, np.ones(len(values)), weights=weights)
    fit = model.fit(cov_type="cluster", cov_kwds={"groups": labels, "use_correction": True})
    shares = np.array([weights[labels == group].mean() for group in range(len(groups))])
    freedom = shares.sum() ** 2 / (shares**2).sum() - 1
    value, error = float(fit.params[0]), float(fit.bse[0])
    point = {"value": value, "standardError": error, "low": None, "high": None, "clusters": len(groups)}
    if freedom >= 1:
        reach = float(stats.t.ppf(0.975, freedom)) * error
        point |= {"low": value - reach, "high": value + reach}
    return point


def widths(samples, kernel):
    """The mean squared error of predicting each statement from those of other clusters, by its definition."""
    candidates = [5, 15, 45, 120, 400]
    losses = []
    for width in candidates:
        errors = []
        for rows in samples:
            days, values, clusters = (np.array(rows[name]) for name in ("days", "values", "clusters"))
            weights = KERNELS[kernel](days[:, None] - days[None, :], width) * (clusters[:, None] != clusters[None, :])
            others = (clusters[:, None] != clusters[None, :]).astype(float)
            weights = np.where(weights.sum(axis=1, keepdims=True) > 0, weights, others)
            errors.append(values - weights @ values / weights.sum(axis=1))
        losses.append(float(np.mean(np.concatenate(errors) ** 2)))
    return {"kernel": kernel, "samples": samples, "candidates": candidates, "losses": losses}


def stepped(generator):
    for lengths, means, spread, most in (
        ((40, 40), (0.0, 1.5), 1.0, 5), ((30, 50, 40), (0.0, 2.0, 0.5), 1.0, 5), ((70,), (3.0,), 1.0, 5),
        ((12, 14, 11), (100.0, 101.0, 99.5), 0.4, 3), ((60, 60, 60, 60), (0.0, 1.0, -1.0, 0.4), 0.8, 4),
    ):
        parts = [mean + spread * generator.normal(size=length) for length, mean in zip(lengths, means)]
        yield np.concatenate(parts), most


def changes(values, most):
    least = max(5, int(0.15 * len(values)))
    text = run_r(CHANGES % {"values": numbers(values), "least": least, "most": most})
    if text is None:
        raise SystemExit("series: R refused a script")
    found = [float(line) for line in text.split()]
    count, rest = int(found[0]), found[1:]
    return {
        "values": values.tolist(), "mostChanges": most, "residualSums": rest[:count], "criteria": rest[count : 2 * count],
        "statistic": rest[2 * count], "starts": [int(start) for start in rest[2 * count + 1 :]],
    }


def exchange(generator, count, missing):
    """Residuals of least squares, and their correlation where the follower's previous period is taken from both by least squares too."""
    first = generator.normal(size=count).cumsum() / 4
    second = np.concatenate([[0, 0], 0.6 * first[:-2]]) + generator.normal(size=count)
    first[generator.random(count) < missing] = np.nan
    second[generator.random(count) < missing] = np.nan
    one, other = detrended(first), detrended(second)
    lags = [{"isSecondFollowing": True, "lag": lag, **correlation(other, one, lag)} for lag in range(5)]
    lags += [{"isSecondFollowing": False, "lag": lag, **correlation(one, other, lag)} for lag in range(1, 5)]
    return {"first": optional(first), "second": optional(second), "lags": lags}


def optional(values):
    return [None if np.isnan(value) else float(value) for value in values]


def detrended(values):
    periods = np.arange(len(values))
    known = ~np.isnan(values)
    return values - np.polyval(np.polyfit(periods[known], values[known], 1), periods)


def correlation(follower, leader, lag):
    periods = np.arange(lag, len(follower))
    own, leading = follower[periods], leader[periods - lag]
    columns = [np.ones(len(periods))] + ([follower[periods - 1]] if lag > 0 else [])
    design = np.column_stack(columns)
    known = ~np.isnan(np.column_stack([own, leading, design])).any(axis=1)
    own, leading, design = own[known], leading[known], design[known]
    rests = [values - design @ np.linalg.lstsq(design, values, rcond=None)[0] for values in (own, leading)]
    return {"correlation": float(stats.pearsonr(*rests)[0]), "periods": int(known.sum())}
