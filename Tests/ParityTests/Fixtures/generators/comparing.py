"""What metafor, sandwich, multcomp and R itself say of actors: pooled means, cluster-robust errors, contrasts that hold together.

Rscript must be on the path, with Debian's r-cran-metafor, r-cran-sandwich and r-cran-multcomp.
"""

import numpy as np

from generators._fixture import write_fixture
from generators._r import numbers, run_r

PRINT = 'show <- function(x) cat(sprintf("%%.17g\\n", x))\n'
VERSIONS = 'cat(sapply(c("metafor", "sandwich", "multcomp"), function(n) as.character(packageVersion(n))), sep = "\\n")'

POOLING = (
    PRINT
    + """
suppressMessages(library(metafor))
y <- %(values)s
v <- %(variances)s
for (method in c("REML", "PM", "DL")) {
  control <- if (method == "PM") list(tol = 1e-15, maxiter = 10000) else list(threshold = 1e-14, maxiter = 10000)
  fit <- rma(y, v, method = method, control = control)
  pooled <- blup(fit)
  show(c(fit$tau2, fit$beta, fit$se^2, fit$QE, pooled$pred, pooled$se^2))
}
"""
)

ADJUSTING = PRINT + 'p <- %(values)s\nshow(p.adjust(p, "holm"))\nshow(p.adjust(p, "BH"))\n'

CLUSTERS = (
    PRINT
    + """
suppressMessages(library(sandwich))
y <- %(values)s
actor <- factor(%(actors)s)
cluster <- %(clusters)s
one <- factor(%(one)s)
other <- factor(%(other)s)
for (level in levels(actor)) {
  rows <- actor == level
  fit <- lm(y[rows] ~ 1)
  show(c(coef(fit), vcovCL(fit, cluster[rows], type = "HC1")))
}
show(vcovCL(lm(y ~ 0 + actor), cluster, type = "HC0", cadjust = FALSE))
controls <- scale(model.matrix(~ one + other)[, -1, drop = FALSE], scale = FALSE)
fit <- lm(y ~ 0 + actor + controls)
show(coef(fit)[seq_along(levels(actor))])
show(vcovCL(fit, cluster, type = "HC1")[seq_along(levels(actor)), seq_along(levels(actor))])
"""
)

SIMULTANEOUS = (
    PRINT
    + """
suppressMessages(library(multcomp))
set.seed(1)
estimates <- %(values)s
names(estimates) <- letters[seq_along(estimates)]
covariance <- matrix(%(covariance)s, nrow = length(estimates), dimnames = list(names(estimates), names(estimates)))
pairs <- t(combn(length(estimates), 2))
contrasts <- t(apply(pairs, 1, function(pair) replace(replace(rep(0, length(estimates)), pair[1], 1), pair[2], -1)))
fit <- glht(parm(estimates, covariance, df = 0), contrasts)
correlation <- cov2cor(contrasts %%*%% covariance %%*%% t(contrasts))
exact <- GenzBretz(maxpts = 1e6, abseps = 1e-5, releps = 0)
show(qmvnorm(0.95, tail = "both.tails", corr = correlation, algorithm = exact)$quantile)
show(summary(fit, test = adjusted("single-step", maxpts = 1e6, abseps = 1e-5, releps = 0))$test$pvalues)
"""
)


def write(folder):
    names = ("metafor", "sandwich", "multcomp")
    found = run_r(VERSIONS)
    if found is None:
        print("comparing: Rscript with metafor, sandwich and multcomp is not there, so its files are left as they are")
        return
    used = dict(zip(names, found.split()))
    generator = np.random.default_rng(31)
    for name, cases in (
        ("pooling", [pooling(*case) for case in pools(generator)]),
        ("adjusting", [adjusting(values) for values in families(generator)]),
        ("clusters", [clusters(generator, nested) for nested in (True, False)]),
        ("simultaneous", [simultaneous(generator, count) for count in (3, 4)]),
    ):
        write_fixture(folder, name, {"versions": used, "cases": cases})


def ask(script, **values):
    text = run_r(script % values)
    if text is None:
        raise SystemExit("comparing: R refused a script")
    return [float(line) for line in text.split()]


def pools(generator):
    for name, count, spread in (("few", 4, 0.5), ("many", 40, 0.2), ("alike", 8, 0.0), ("far apart", 6, 5.0)):
        variances = generator.gamma(2, 0.02, size=count) + 1e-3
        yield name, generator.normal(0.4, spread, size=count) + generator.normal(size=count) * np.sqrt(variances), variances


def pooling(name, values, variances):
    numbers_found = ask(POOLING, values=numbers(values), variances=numbers(variances))
    count, fits = len(values), {}
    width = 4 + 2 * count
    for place, method in enumerate(("reml", "paule-mandel", "dersimonian-laird")):
        part = numbers_found[place * width : (place + 1) * width]
        fits[method] = {
            "heterogeneity": part[0], "mean": part[1], "meanVariance": part[2], "cochranQ": part[3],
            "values": part[4 : 4 + count], "variances": part[4 + count :],
        }
    return {"name": name, "values": values.tolist(), "variances": variances.tolist(), "fits": fits}


def families(generator):
    yield [0.01, 0.04, 0.03, 0.005, 0.2, 0.04]
    yield [0.5]
    yield np.round(generator.beta(0.4, 2, size=60), 3).tolist()


def adjusting(values):
    found = ask(ADJUSTING, values=numbers(values))
    return {"values": values, "holm": found[: len(values)], "benjaminiHochberg": found[len(values) :]}


def clusters(generator, nested):
    """Scores of four actors, in clusters of one actor each or of several, with two controls that differ between actors."""
    count, actor_count = 300, 4
    actors = generator.choice(actor_count, size=count, p=[0.4, 0.3, 0.2, 0.1])
    groups = generator.integers(0, 12, size=count)
    groups = actors * 12 + groups if nested else groups
    groups = np.unique(groups, return_inverse=True)[1]
    luck = generator.normal(size=groups.max() + 1)
    one = np.where(generator.random(count) < 0.2 + 0.15 * actors, 1, 0) + 2 * (generator.random(count) < 0.2)
    other = (generator.random(count) < 0.5).astype(int)
    values = 0.3 * actors + luck[groups] + 0.5 * one - 0.4 * other + generator.normal(size=count)
    found = ask(
        CLUSTERS, values=numbers(values), actors=numbers(actors), clusters=numbers(groups), one=numbers(one), other=numbers(other)
    )
    square = actor_count * actor_count
    means, rest = found[: 2 * actor_count], found[2 * actor_count :]
    return {
        "values": values.tolist(), "actors": actors.tolist(), "clusters": groups.tolist(), "one": one.tolist(), "other": other.tolist(),
        "means": means[::2], "variances": means[1::2], "plainCovariance": rest[:square],
        "adjustedMeans": rest[square : square + actor_count], "adjustedCovariance": rest[square + actor_count :],
    }


def simultaneous(generator, count):
    spread = generator.normal(size=(count, count + 2))
    covariance = spread @ spread.T / 20
    values = 1.5 * generator.normal(size=count)
    found = ask(SIMULTANEOUS, values=numbers(values), covariance=numbers(covariance.ravel()))
    return {"values": values.tolist(), "covariance": covariance.tolist(), "criticalValue": found[0], "p": found[1:]}
