"""What scikit-learn and plain numpy say of random predictions and splits."""

import warnings

import numpy as np
from sklearn import metrics
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, StratifiedKFold, TimeSeriesSplit

from generators._fixture import write_fixture
from generators._generator import SeededGenerator

BIN_COUNT = 10


def write(folder):
    write_fixture(folder, "metrics", {"cases": [figures(**case) for case in cases()]})
    write_fixture(folder, "splits", splits())
    write_fixture(folder, "bootstrap", {"cases": [bootstrap(**case) for case in bootstrap_cases()]})


def cases():
    """Labels, probabilities (a row for each row) and what goes with them."""
    generator = np.random.default_rng(7)

    def binary(name, count, share, spread=1.5, **extra):
        labels = (generator.random(count) < share).astype(int)
        logits = generator.normal(size=count) * spread + (labels - 0.5) * 1.5
        scores = extra.pop("shape", lambda values: values)(1 / (1 + np.exp(-logits)))
        return {"name": name, "labels": labels, "probabilities": np.column_stack([1 - scores, scores]), **extra}

    def multiclass(name, count, columns, shares, **extra):
        labels = generator.choice(columns, size=count, p=shares)
        logits = generator.normal(size=(count, columns)) + 1.2 * np.eye(columns)[labels]
        odds = np.exp(logits)
        return {"name": name, "labels": labels, "probabilities": odds / odds.sum(axis=1, keepdims=True), **extra}

    def extremes(scores):
        scores = scores.copy()
        scores[:6] = [0, 1, 1e-300, 1 - 1e-16, 0.5, 0]
        # Not the very next numbers to 0.5: a quantile between those rounds to one of them.
        scores[6:12] = [1, 1, 5e-17, 0.5 + 1e-12, 0.5 - 1e-12, 1]
        return scores

    yield binary("random", 211, 0.4)
    yield binary("ties", 180, 0.3, shape=lambda scores: scores.round(1))
    yield binary("bin edges", 90, 0.5, shape=lambda scores: np.linspace(0, 1, 11)[(scores * 10).astype(int)])
    yield binary("extreme probabilities", 60, 0.5, shape=extremes)
    yield binary("imbalanced", 300, 0.02)
    yield binary("two levels", 75, 0.4, shape=lambda scores: np.where(scores > 0.6, 0.9, 0.2))
    yield binary("one score for all", 50, 0.3, shape=lambda scores: np.full_like(scores, 0.25))
    yield binary("threshold", 150, 0.3, threshold=0.3)
    yield binary("all positive", 30, 2.0)
    yield binary("none positive", 30, -1.0)
    yield binary("one row", 1, 2.0)
    yield binary("whole weights", 120, 0.4, weights=generator.integers(0, 5, size=120).astype(float))
    yield binary("fractional weights", 160, 0.4, weights=generator.gamma(1.0, size=160))
    yield multiclass("four classes", 240, 4, [0.4, 0.3, 0.2, 0.1], positive=2)
    yield multiclass("a class that never occurs", 120, 4, [0.5, 0.3, 0.2, 0.0], positive=0)
    yield multiclass("weighted classes", 130, 3, [0.6, 0.3, 0.1], weights=generator.gamma(2.0, size=130))


def figures(name, labels, probabilities, positive=1, weights=None, threshold=None):
    """A case with the figures that are expected of it; None where there is none."""
    class_count = probabilities.shape[1]
    classes = np.arange(class_count)
    scores = probabilities[:, positive]
    truth = (labels == positive).astype(int)
    if threshold is None:
        predicted = probabilities.argmax(axis=1)
    else:
        predicted = np.where(scores >= threshold, positive, 1 - positive)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = decision_figures(labels, predicted, positive, weights)
        values |= probability_figures(labels, truth, probabilities, scores, classes, weights)
        confusion = metrics.confusion_matrix(labels, predicted, labels=classes, sample_weight=weights)
        return {
            "name": name,
            "labels": labels.tolist(),
            "probabilities": [column.tolist() for column in probabilities.T],
            "positive": positive,
            "weights": None if weights is None else weights.tolist(),
            "threshold": threshold,
            "metrics": {key: finite(value) for key, value in values.items()},
            "confusion": confusion.astype(float).tolist(),
            "classes": per_class(labels, predicted, classes, weights),
            "averages": {
                kind: averages(labels, predicted, kind, weights) for kind in ("macro", "micro", "weighted")
            },
            "murphy": murphy(truth, scores, weights),
            "calibration": calibration(truth, scores, weights),
            "deLong": None if weights is not None else delong(truth, scores),
            "rocCurve": roc_corners(truth, scores, weights),
        }


def decision_figures(labels, predicted, positive, weights):
    only_positive = {"labels": [positive], "average": "macro", "sample_weight": weights, "zero_division": 0}
    return {
        "accuracy": metrics.accuracy_score(labels, predicted, sample_weight=weights),
        "balancedAccuracy": metrics.balanced_accuracy_score(labels, predicted, sample_weight=weights),
        "precision": metrics.precision_score(labels, predicted, **only_positive),
        "recall": metrics.recall_score(labels, predicted, **only_positive),
        "f1": metrics.f1_score(labels, predicted, **only_positive),
        "macroF1": metrics.f1_score(labels, predicted, average="macro", sample_weight=weights, zero_division=0),
        "mcc": metrics.matthews_corrcoef(labels, predicted, sample_weight=weights),
        "kappa": metrics.cohen_kappa_score(labels, predicted, sample_weight=weights),
    }


def probability_figures(labels, truth, probabilities, scores, classes, weights):
    both = 0 < truth.sum() < len(truth)
    return {
        "logLoss": metrics.log_loss(labels, probabilities, labels=classes, sample_weight=weights),
        "brier": metrics.brier_score_loss(truth, scores, sample_weight=weights, pos_label=1),
        "rocAUC": metrics.roc_auc_score(truth, scores, sample_weight=weights) if both else None,
        "averagePrecision": (
            metrics.average_precision_score(truth, scores, sample_weight=weights) if truth.any() else None
        ),
        "eceWidth": expected_error(truth, scores, np.linspace(0, 1, BIN_COUNT + 1), weights),
        "eceMass": mass_error(truth, scores, weights),
    }


def bin_sums(truth, scores, edges, weights):
    """Total weight, positive weight and summed score by bin, with the rule of sklearn.calibration.calibration_curve."""
    weights = np.ones(len(scores)) if weights is None else weights
    numbers = np.searchsorted(edges[1:-1], scores)
    return tuple(
        np.bincount(numbers, weights=values, minlength=len(edges) - 1)
        for values in (weights, weights * truth, weights * scores)
    )


def expected_error(truth, scores, edges, weights=None):
    total, positive, score = bin_sums(truth, scores, edges, weights)
    return np.abs(positive - score).sum() / total.sum()


def mass_error(truth, scores, weights):
    """Over bins between numpy's quantiles; whole weights repeat rows, others have no reference."""
    if weights is not None:
        if (weights != weights.round()).any():
            return None
        truth, scores = (values.repeat(weights.astype(int)) for values in (truth, scores))
    return expected_error(truth, scores, np.percentile(scores, np.linspace(0, 1, BIN_COUNT + 1) * 100))


def per_class(labels, predicted, classes, weights):
    parts = metrics.precision_recall_fscore_support(
        labels, predicted, labels=classes, sample_weight=weights, zero_division=0
    )
    return [dict(zip(("precision", "recall", "f1", "trueCount"), map(float, row))) for row in zip(*parts)]


def averages(labels, predicted, kind, weights):
    parts = metrics.precision_recall_fscore_support(
        labels, predicted, average=kind, sample_weight=weights, zero_division=0
    )
    return dict(zip(("precision", "recall", "f1"), map(float, parts[:3])))


def murphy(truth, scores, weights):
    """Each term by its definition, bin after bin."""
    weights = np.ones(len(scores)) if weights is None else weights
    numbers = np.searchsorted(np.linspace(0, 1, BIN_COUNT + 1)[1:-1], scores)
    overall = np.average(truth, weights=weights)
    terms = dict.fromkeys(
        ("reliability", "resolution", "withinBinVariance", "withinBinCovariance"), 0.0
    )
    for number in np.unique(numbers):
        members = numbers == number
        part, forecast, outcome = weights[members], scores[members], truth[members]
        if part.sum() == 0:
            continue
        mean, share = np.average(forecast, weights=part), np.average(outcome, weights=part)
        terms["reliability"] += part.sum() * (mean - share) ** 2
        terms["resolution"] += part.sum() * (share - overall) ** 2
        terms["withinBinVariance"] += (part * (forecast - mean) ** 2).sum()
        terms["withinBinCovariance"] += (part * (forecast - mean) * (outcome - share)).sum()
    return {
        **{key: float(value / weights.sum()) for key, value in terms.items()},
        "uncertainty": float(overall * (1 - overall)),
    }


def calibration(truth, scores, weights):
    total, positive, score = bin_sums(truth, scores, np.linspace(0, 1, BIN_COUNT + 1), weights)
    held = total > 0
    rows = zip(total[held], (score[held] / total[held]), (positive[held] / total[held]))
    return [dict(zip(("count", "predicted", "observed"), map(float, row))) for row in rows]


def delong(truth, scores):
    """The m by n table of comparisons of DeLong, DeLong and Clarke-Pearson (1988)."""
    ahead, behind = scores[truth == 1], scores[truth == 0]
    if len(ahead) < 2 or len(behind) < 2:
        return None
    table = (ahead[:, None] > behind[None, :]) + 0.5 * (ahead[:, None] == behind[None, :])
    variance = table.mean(axis=1).var(ddof=1) / len(ahead) + table.mean(axis=0).var(ddof=1) / len(behind)
    return {"value": float(table.mean()), "variance": float(variance)}


def roc_corners(truth, scores, weights):
    """All points of the curve, so that area and corners can be compared."""
    if not 0 < truth.sum() < len(truth):
        return None
    across, up, _ = metrics.roc_curve(truth, scores, sample_weight=weights, drop_intermediate=False)
    return {"falsePositiveRate": across.tolist(), "truePositiveRate": up.tolist()}


def bootstrap_cases():
    """Small samples, so that resamples without a class come up and are drawn anew."""
    generator = np.random.default_rng(3)
    count = 24
    labels = np.where(np.arange(count) % 12 == 0, 1, 0)
    scores = (1 / (1 + np.exp(-generator.normal(size=count) - labels))).round(2)
    clusters = generator.integers(0, 6, size=count) * 10 - 5
    yield {"name": "rows", "labels": labels, "scores": scores, "clusters": None}
    yield {"name": "clusters", "labels": labels, "scores": scores, "clusters": clusters}


def bootstrap(name, labels, scores, clusters, resamples=40, seed=99):
    """Percentile intervals of every metric the slow way: each resample's rows are put together and scored anew."""
    if clusters is None:
        units = [[row] for row in sorted(range(len(labels)), key=lambda row: (-scores[row], labels[row], row))]
    else:
        units = [np.flatnonzero(clusters == number).tolist() for number in np.unique(clusters)]
    drawn, redraws = [], 0
    for index in range(resamples):
        generator = SeededGenerator(seed).child("bootstrap", index)
        while True:
            rows = [row for _ in units for row in units[generator.below(len(units))]]
            if 0 < labels[rows].sum() < len(rows):
                break
            redraws += 1
        case = figures("", labels[rows], np.column_stack([1 - scores[rows], scores[rows]]))
        drawn.append(case["metrics"])
    return {
        "name": name,
        "labels": labels.tolist(),
        "scores": scores.tolist(),
        "clusters": None if clusters is None else clusters.tolist(),
        "seed": seed,
        "resamples": resamples,
        "redraws": redraws,
        "intervals": {
            key: np.percentile([values[key] for values in drawn], [2.5, 97.5]).tolist() for key in drawn[0]
        },
    }


def finite(value):
    return None if value is None or not np.isfinite(value) else float(value)


def splits():
    generator = np.random.default_rng(11)
    label_sets = {
        "binary": generator.integers(0, 2, size=53),
        "first label last": np.array([2, 2, 0, 1, 2, 0, 0, 2, 1, 1, 0, 2, 2, 2, 0, 1, 0, 2, 1, 0, 2, 2]),
        "rare class": np.concatenate([np.zeros(40, int), np.ones(3, int), np.zeros(17, int), np.full(12, 2)]),
        "five classes": generator.choice(5, size=101, p=[0.5, 0.2, 0.15, 0.1, 0.05]),
    }
    names = np.array(["RUS", "Армения", "Հայաստան", "USA", "aze", "é", "e\u0301", "Z", "中国", "\U0001d49c", "\ufb01", "10", "9"])
    group_sets = {
        "names": names[generator.integers(0, len(names), size=120)],
        "all of one size": np.tile(names, 4),
        "few": np.array(list("bbacabccabacbbdd")),
    }
    dates = {
        "even": np.arange(24),
        "uneven": np.sort(generator.integers(0, 15, size=60)),
    }
    return {
        "stratified": [
            {"name": name, "labels": labels.tolist(), "folds": count, "fold": fold_numbers(
                StratifiedKFold(count).split(labels, labels), len(labels))}
            for name, labels in label_sets.items() for count in (2, 3, 5, 7) if count <= np.bincount(labels).max()
        ],
        "grouped": [
            {"name": name, "groups": groups.tolist(), "folds": count, "fold": fold_numbers(
                GroupKFold(count).split(groups, groups=groups), len(groups))}
            for name, groups in group_sets.items() for count in (2, 3, 4)
        ],
        "leaveOneGroupOut": [
            {"name": name, "groups": groups.tolist(), "fold": fold_numbers(
                LeaveOneGroupOut().split(groups, groups=groups), len(groups))}
            for name, groups in group_sets.items()
        ],
        "forward": [
            {"name": name, "days": days.tolist(), "folds": count, **forward(days, count)}
            for name, days in dates.items() for count in (2, 3, 5)
        ],
    }


def fold_numbers(folds, count):
    """The fold in which each row is tested."""
    numbers = np.full(count, -1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, (_, test) in enumerate(folds):
            numbers[test] = number
    return numbers.tolist()


def forward(days, count):
    """TimeSeriesSplit over the distinct days, brought back to rows."""
    distinct = np.unique(days)
    parts = list(TimeSeriesSplit(count).split(distinct))
    return {
        "training": [np.flatnonzero(np.isin(days, distinct[training])).tolist() for training, _ in parts],
        "test": [np.flatnonzero(np.isin(days, distinct[test])).tolist() for _, test in parts],
    }
