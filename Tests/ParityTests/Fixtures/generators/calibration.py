"""What scikit-learn makes of scores that are to become probabilities: Platt's sigmoid and isotonic regression.

scikit-learn's sigmoid stops where scipy's limits stop it, some 1e-6 short of the optimum; a few Newton steps from there give the
reference to its last digits. Its own numbers stand beside it.
"""

import numpy as np
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression

from generators._fixture import write_fixture


def write(folder):
    write_fixture(folder, "calibration", {"cases": [calibrated(**case) for case in cases()]})


def cases():
    generator = np.random.default_rng(48)

    def drawn(name, count, slope=1.0, shift=0.0, digits=None, weights=None):
        scores = generator.normal(size=count) * 2
        labels = (generator.random(count) < 1 / (1 + np.exp(-(slope * scores + shift)))).astype(int)
        if digits is not None:
            scores = scores.round(digits)
        return {"name": name, "scores": scores, "labels": labels, "weights": weights}

    yield drawn("well calibrated", 300)
    yield drawn("too bold", 250, slope=0.3)
    yield drawn("too shy and shifted", 200, slope=4.0, shift=-2.0)
    yield drawn("ties", 220, digits=0)
    yield drawn("turned round", 150, slope=-0.5)
    yield drawn("weighted", 180, slope=0.7, weights=generator.gamma(1.0, size=180))
    yield drawn("whole weights, some zero", 160, weights=generator.integers(0, 4, size=160).astype(float))
    yield {"name": "separated", "scores": np.arange(-6.0, 6.0), "labels": (np.arange(12) > 5).astype(int), "weights": None}
    yield {"name": "two rows", "scores": np.array([1.5, -0.5]), "labels": np.array([1, 0]), "weights": None}
    yield {"name": "rare", "scores": np.linspace(-3, 3, 90), "labels": (np.arange(90) % 30 == 29).astype(int), "weights": None}


def calibrated(name, scores, labels, weights):
    sigmoid = _SigmoidCalibration().fit(scores, labels, sample_weight=weights)
    slope, intercept = polished(scores, labels, weights, sigmoid.a_, sigmoid.b_)
    grid = np.concatenate([np.linspace(-8, 8, 33), scores[:20]])
    isotonic = IsotonicRegression(out_of_bounds="clip", y_min=0, y_max=1).fit(scores, labels, sample_weight=weights)
    return {
        "name": name,
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "slope": slope,
        "intercept": intercept,
        "sigmoidSlope": float(sigmoid.a_),
        "sigmoidIntercept": float(sigmoid.b_),
        "grid": grid.tolist(),
        "isotonic": isotonic.predict(grid).tolist(),
    }


def polished(scores, labels, weights, slope, intercept):
    """The minimum of the cross-entropy with Platt's targets, from near it."""
    weights = np.ones(len(scores)) if weights is None else weights
    positives, others = weights[labels == 1].sum(), weights[labels == 0].sum()
    targets = np.where(labels == 1, (positives + 1) / (positives + 2), 1 / (others + 2))
    parameters = np.array([slope, intercept], dtype=np.longdouble)
    columns = np.column_stack([scores, np.ones(len(scores))]).astype(np.longdouble)
    for _ in range(20):
        probabilities = 1 / (1 + np.exp(columns @ parameters))
        gradient = columns.T @ (weights * (targets - probabilities))
        hessian = (columns * (weights * probabilities * (1 - probabilities))[:, None]).T @ columns
        step = np.linalg.solve(hessian.astype(float), gradient.astype(float))
        parameters -= step
    return float(parameters[0]), float(parameters[1])
