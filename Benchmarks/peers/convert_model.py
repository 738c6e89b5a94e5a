"""A model of Parlance's as a scikit-learn Pipeline, so that both score with the very same weights.

docs/model-file.md describes the file.
usage: convert_model.py MODEL.safetensors MODEL.joblib
"""

import json

import joblib
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from _peer import Phases, arguments, report


def read_tensors(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    types = {"F64": numpy.float64, "F32": numpy.float32, "I64": numpy.int64, "I32": numpy.int32, "U8": numpy.uint8}
    metadata = header.pop("__metadata__")
    tensors = {
        name: numpy.frombuffer(data[slice(*entry["data_offsets"])], dtype=types[entry["dtype"]]).reshape(entry["shape"])
        for name, entry in header.items()
    }
    return metadata, tensors


def main():
    given = arguments("model", "joblib")
    metadata, tensors = read_tensors(given.model)
    block = json.loads(metadata["model"])["configuration"]["features"]["blocks"][0]
    letters, offsets = tensors["words.terms"].tobytes(), tensors["words.offsets"]
    terms = [letters[start:end].decode() for start, end in zip(offsets, offsets[1:])]
    features = TfidfVectorizer(ngram_range=(block["ngrams"]["minimum"], block["ngrams"]["maximum"]), min_df=2)
    features.vocabulary_ = {term: place for place, term in enumerate(terms)}
    features.fixed_vocabulary_ = False
    features.idf_ = tensors["words.idf"]
    classifier = LogisticRegression()
    classifier.classes_ = numpy.array([0, 1])
    classifier.coef_ = numpy.atleast_2d(tensors["coefficients"]).copy()
    classifier.intercept_ = tensors["intercepts"].copy()
    classifier.n_features_in_ = len(terms)
    joblib.dump(Pipeline([("features", features), ("model", classifier)]), given.joblib)
    report(Phases(), features=len(terms))


main()
