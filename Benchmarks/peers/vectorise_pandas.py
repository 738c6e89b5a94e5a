"""pandas and scikit-learn's TfidfVectorizer: a CSV file in, the TF-IDF matrix out. One thread, whatever is offered.

usage: vectorise_pandas.py CSV
"""

from _peer import Phases, arguments, read_statements, report, vectorizer


def main():
    given = arguments("csv")
    phases = Phases()
    features = vectorizer()
    with phases("read"):
        texts, _ = read_statements(given.csv)
    with phases("vectorise"):
        matrix = features.fit_transform(texts)
    report(phases, rows=matrix.shape[0], features=matrix.shape[1], nonzeros=int(matrix.nnz), sum=matrix.sum())


main()
