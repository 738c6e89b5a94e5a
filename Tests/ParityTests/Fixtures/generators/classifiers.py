"""Logistic regressions that scikit-learn fits, polished to the optimum.

scikit-learn's lbfgs at tolerance 1e-12 still stops 1e-7 to 1e-5 short of the optimum in the coefficients, because scipy's own
limits stop it; its newton-cholesky comes nearer. Either is only where Newton steps begin here; their gradient is computed in
extended precision, so that the reference is the optimum to the last digits of a 64-bit number.
"""

import pathlib
import warnings

import numpy as np
from scipy import sparse
from sklearn.datasets import load_svmlight_file
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.utils.class_weight import compute_class_weight

from generators._fixture import write_fixture

DATA = pathlib.Path(__file__).resolve().parents[5] / "shared" / "data"


def write(folder):
    for name, problems in (("dense", list(dense_problems())), ("sparse", list(sparse_problems()))):
        rows = {problem["rows"][0]: stored(**problem["rows"][1]) for problem in problems}
        write_fixture(folder, name, {"rows": rows, "problems": [solved(**problem) for problem in problems]})
    if (DATA / "a9a").is_dir():
        write_fixture(folder, "a9a", adult())
    else:
        print(f"classifiers: {DATA / 'a9a'} is not there, so a9a.json is left as it is")


# Problems


def dense_problems():
    generator = np.random.default_rng(11)

    def measures(rows, columns, classes):
        matrix = generator.normal(size=(rows, columns)) + generator.normal(size=(rows, 1))
        scores = matrix @ generator.normal(size=(columns, classes)) + generator.gumbel(size=(rows, classes))
        return {"matrix": matrix, "labels": scores.argmax(axis=1)}

    two = {"rows": ("two classes", measures(60, 5, 2))}
    weights = generator.integers(0, 4, size=60) / 2
    for strength in (0.01, 1.0, 100.0):
        yield {"name": f"two classes, C {strength}", **two, "strength": strength}
    yield {"name": "two classes without intercept", **two, "intercept": False}
    yield {"name": "two classes balanced", **two, "class_weight": "balanced", "strength": 4.0}
    yield {"name": "two classes weighted", **two, "weights": weights}
    yield {"name": "two classes weighted and balanced", **two, "weights": weights, "class_weight": "balanced"}
    three = {"rows": ("three classes", measures(80, 4, 3))}
    weights = generator.integers(0, 4, size=80) / 2
    for strength in (0.01, 1.0, 100.0):
        yield {"name": f"three classes, C {strength}", **three, "strength": strength}
    yield {"name": "three classes without intercept", **three, "intercept": False}
    yield {"name": "three classes weighted and balanced", **three, "weights": weights, "class_weight": "balanced"}
    yield {"name": "four classes", "rows": ("four classes", measures(90, 3, 4)), "strength": 10.0}
    yield {"name": "fewer rows than columns", "rows": ("wide", measures(15, 30, 2))}
    yield {"name": "one column", "rows": ("narrow", measures(30, 1, 2))}
    odd = measures(50, 3, 2)
    scaled = odd["matrix"] * [1e4, 1.0, 1e-4]
    odd["matrix"] = np.column_stack([scaled, scaled[:, 1], np.ones(50), np.zeros(50)])
    yield {"name": "scales apart, one column twice, one constant, one zero", "rows": ("odd", odd)}
    line = np.linspace(-1, 1, 20)
    separable = {"matrix": np.column_stack([line, line**2]), "labels": (line > 0).astype(int)}
    yield {"name": "separable, C 1000", "rows": ("separable", separable), "strength": 1000.0}


def sparse_problems():
    generator = np.random.default_rng(12)

    def texts(rows, columns, classes):
        """Rows of length one, their columns drawn as words are: a few often, most seldom; some rows empty."""
        counts = np.zeros((rows, columns))
        for row in range(rows):
            if row % 40 != 7:
                np.add.at(counts[row], np.minimum(generator.zipf(1.4, size=12) - 1, columns - 1), 1)
        lengths = np.linalg.norm(counts, axis=1, keepdims=True)
        matrix = counts / np.where(lengths > 0, lengths, 1)
        scores = 4 * matrix @ generator.normal(size=(columns, classes)) + generator.gumbel(size=(rows, classes))
        return {"matrix": sparse.csr_array(matrix), "labels": scores.argmax(axis=1)}

    two = {"rows": ("two classes", texts(200, 150, 2))}
    three = {"rows": ("three classes", texts(200, 120, 3))}
    four = {"rows": ("four classes", texts(160, 80, 4))}
    for strength in (0.01, 1.0, 100.0):
        yield {"name": f"texts of two classes, C {strength}", **two, "strength": strength}
        yield {"name": f"texts of three classes, C {strength}", **three, "strength": strength}
    yield {"name": "texts of two classes balanced", **two, "class_weight": "balanced", "strength": 4.0}
    weights = generator.random(200) * 3
    yield {"name": "texts of three classes weighted", **three, "weights": weights, "class_weight": "balanced"}
    yield {"name": "texts of four classes without intercept", **four, "intercept": False}


# References


def solved(name, rows, strength=1.0, intercept=True, weights=None, class_weight=None):
    matrix, labels = rows[1]["matrix"], rows[1]["labels"]
    model = fitted(matrix, labels, strength, intercept, weights, class_weight)
    classes = np.unique(labels)
    factors = compute_class_weight(class_weight, classes=classes, y=labels, sample_weight=weights)
    row_weights = factors[labels] * (np.ones(len(labels)) if weights is None else weights)
    optimum = Problem(matrix, labels, strength * row_weights, intercept).polish(model)
    return {
        "name": name,
        "rows": rows[0],
        "weights": None if weights is None else weights.tolist(),
        "C": strength,
        "fitsIntercept": intercept,
        "classWeight": "none" if class_weight is None else class_weight,
        "classWeights": factors.tolist(),
        "probabilities": model.predict_proba(matrix[:20]).ravel().tolist(),
        **optimum,
    }


def fitted(matrix, labels, strength=1.0, intercept=True, weights=None, class_weight=None):
    """scikit-learn's own solution, as near as it goes. Its lbfgs gives up on columns of different scales."""
    model = LogisticRegression(
        C=strength, tol=1e-12, max_iter=100_000, solver="newton-cholesky", fit_intercept=intercept,
        class_weight=class_weight)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(matrix, labels, sample_weight=weights)


def stored(matrix, labels):
    shape = {"columnCount": matrix.shape[1], "labels": labels.tolist()}
    if not sparse.issparse(matrix):
        return {**shape, "elements": matrix.ravel().tolist()}
    return {
        **shape,
        "rowOffsets": matrix.indptr.tolist(),
        "columnIndices": matrix.indices.tolist(),
        "elements": matrix.data.tolist(),
    }


class Problem:
    """min 1/2 ||W||^2 + sum_i c_i loss_i, one weight vector for two classes and one each for more."""

    def __init__(self, matrix, labels, costs, intercept):
        dense = matrix.toarray() if sparse.issparse(matrix) else matrix
        self.intercept = intercept
        self.matrix = np.column_stack([dense, np.ones(len(dense))]) if intercept else dense
        self.long = self.matrix.astype(np.longdouble)
        self.costs = np.asarray(costs, dtype=np.longdouble)
        classes = labels.max() + 1
        self.outputs = 1 if classes == 2 else classes
        self.targets = np.eye(classes)[labels][:, -self.outputs :]
        self.penalised = np.ones(self.matrix.shape[1])
        self.penalised[-1] = 0 if intercept else 1

    def polish(self, model):
        """The optimum, from scikit-learn's solution by Newton steps."""
        constants = model.intercept_[:, None] if self.intercept else np.zeros((self.outputs, 0))
        weights = np.column_stack([model.coef_, constants]).T.astype(np.longdouble)
        value, gradient, probabilities = self.evaluate(weights)
        for _ in range(50):
            step = np.linalg.solve(self.hessian(probabilities), -gradient.ravel().astype(float))
            candidate = weights + step.reshape(weights.shape)
            new_value, new_gradient, new_probabilities = self.evaluate(candidate)
            if not np.linalg.norm(new_gradient) < np.linalg.norm(gradient):
                break
            weights, value, gradient, probabilities = candidate, new_value, new_gradient, new_probabilities
        reference = np.linalg.norm(self.evaluate(weights * 0)[1])
        relative = float(np.linalg.norm(gradient) / reference)
        assert relative < 1e-15, relative
        coefficients = weights[:-1] if self.intercept else weights
        intercepts = weights[-1] if self.intercept else np.zeros(self.outputs)
        if self.outputs > 1:
            intercepts = intercepts - intercepts.mean()
        return {
            "coefficients": coefficients.T.astype(float).ravel().tolist(),
            "intercepts": intercepts.astype(float).tolist(),
            "objective": float(value),
        }

    def evaluate(self, weights):
        margins = self.long @ weights
        if self.outputs == 1:
            signed = np.where(self.targets == 1, -margins, margins)
            losses = np.logaddexp(np.longdouble(0), signed)[:, 0]
            probabilities = 1 / (1 + np.exp(-margins))
        else:
            # scipy's own logsumexp works in 64 bits.
            top = margins.max(axis=1, keepdims=True)
            totals = top + np.log(np.exp(margins - top).sum(axis=1, keepdims=True))
            losses = totals[:, 0] - (margins * self.targets).sum(axis=1)
            probabilities = np.exp(margins - totals)
        penalty = self.penalised[:, None] * weights
        value = (penalty * weights).sum() / 2 + (self.costs * losses).sum()
        gradient = penalty + self.long.T @ (self.costs[:, None] * (probabilities - self.targets))
        return value, gradient, probabilities.astype(float)

    def hessian(self, probabilities):
        columns, outputs = self.matrix.shape[1], self.outputs
        costs = self.costs.astype(float)
        result = np.zeros((columns, outputs, columns, outputs))
        for first in range(outputs):
            for second in range(outputs):
                same = float(first == second)
                factors = probabilities[:, first] * (same - probabilities[:, second])
                result[:, first, :, second] = (self.matrix * (costs * factors)[:, None]).T @ self.matrix
                result[range(columns), first, range(columns), second] += same * self.penalised
        if self.intercept and outputs > 1:
            # The same constant on all intercepts changes nothing: hold their sum.
            result[-1, :, -1, :] += costs.sum() / outputs**2
        return result.reshape(columns * outputs, columns * outputs)


# Real data


def adult():
    """UCI Adult in libsvm format: a9a trains, a9a.t tests."""
    matrix, signs = load_svmlight_file(str(DATA / "a9a" / "a9a"), n_features=123)
    labels = (signs > 0).astype(int)
    model = fitted(matrix, labels)
    optimum = Problem(matrix, labels, np.ones(len(labels)), True).polish(model)
    test, test_signs = load_svmlight_file(str(DATA / "a9a" / "a9a.t"), n_features=123)
    scores = test @ np.array(optimum["coefficients"]) + optimum["intercepts"][0]
    return {
        "C": 1.0,
        **optimum,
        "testAccuracy": float(((scores > 0) == (test_signs > 0)).mean()),
        "testAUC": float(roc_auc_score(test_signs > 0, scores)),
    }
