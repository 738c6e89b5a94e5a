"""Calibration maps that scikit-learn fits: Platt's (polished to the optimum by Newton steps) and isotonic ones."""

import numpy as np
from scipy.special import expit
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression

from generators._fixture import write_fixture


def write(folder):
    write_fixture(folder, "maps", {"cases": [solved(*case) for case in cases()]})


def cases():
    generator = np.random.default_rng(48)
    for name, count, slope, weighted in (
        ("calm", 400, 0.5, False), ("steep", 60, 4.0, False), ("weighted", 150, 1.0, True), ("few", 8, 1.0, False)):
        logits = generator.normal(scale=2, size=count)
        if name != "few":
            logits = np.round(logits, 1)
        labels = (generator.uniform(size=count) < expit(slope * logits - 0.4)).astype(int)
        labels[:2] = (0, 1)
        yield name, logits, labels, generator.integers(1, 4, size=count) / 2 if weighted else None
    separated = np.linspace(-3, 3, 20)
    yield "separated", separated, (separated > 0).astype(int), None


def solved(name, logits, labels, weights):
    grid = np.linspace(logits.min() - 1, logits.max() + 1, 41)
    theirs = _SigmoidCalibration().fit(logits, labels, sample_weight=weights)
    isotonic = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(logits, labels, sample_weight=weights)
    slope, intercept = polished(logits, labels, weights, theirs.a_, theirs.b_)
    assert abs(slope - theirs.a_) < 1e-3 * max(1, abs(slope)), (name, slope, theirs.a_)
    return {
        "name": name, "logits": logits.tolist(), "labels": labels.tolist(),
        "weights": None if weights is None else weights.tolist(), "slope": slope, "intercept": intercept,
        "grid": grid.tolist(), "isotonic": isotonic.predict(grid).tolist(),
    }


def polished(logits, labels, weights, slope, intercept):
    """The minimum of the cross-entropy of Platt's targets."""
    weights = np.ones_like(logits) if weights is None else weights
    positives, others = weights[labels == 1].sum(), weights[labels == 0].sum()
    targets = np.where(labels == 1, (positives + 1) / (positives + 2), 1 / (others + 2))
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    place = np.array([slope, intercept])
    for _ in range(20):
        probability = expit(-(design @ place))
        gradient = design.T @ (weights * (targets - probability))
        hessian = (design * (weights * probability * (1 - probability))[:, None]).T @ design
        place = place - np.linalg.solve(hessian, gradient)
    return place.tolist()
