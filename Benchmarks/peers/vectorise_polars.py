"""The same matrix by Polars, on as many threads as POLARS_MAX_THREADS says: words become numbers and pairs of words pairs of
numbers before anything is counted, so that only the columns that are kept are ever spelt out.

usage: vectorise_polars.py CSV
"""

import math

import numpy
import polars
import scipy.sparse

from _peer import Phases, arguments, report


def count_terms(texts):
    """One row for each different term of each statement: its key and how often it stands there; and the words by number."""
    # Letters and digits as Python's \\w has them; the regular expressions here would take marks for letters.
    words = (
        texts.with_row_index("row")
        .select("row", polars.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}_][\p{L}\p{N}_]+").alias("word"))
        .explode("word")
        .drop_nulls("word")
    )
    names = words["word"].unique().sort()
    numbers = polars.DataFrame({"word": names, "number": polars.Series(range(1, len(names) + 1), dtype=polars.Int64)})
    words = words.join(numbers, on="word", how="left", maintain_order="left").select("row", "number")
    singles = words.select("row", (polars.col("number") * 2**32).alias("key"))
    pairs = words.select(
        "row", (polars.col("number") * 2**32 + polars.col("number").shift(-1)).alias("key"),
        (polars.col("row") == polars.col("row").shift(-1)).alias("inside"),
    ).filter("inside").select("row", "key")
    return polars.concat([singles, pairs]).group_by("row", "key").len("count"), names


def spelt(keys, names):
    """The terms of `keys`."""
    frame = polars.DataFrame({"key": keys})
    first = names.gather((frame["key"] // 2**32 - 1).cast(polars.UInt32))
    second = frame["key"] % 2**32
    pair = names.gather((second - 1).clip(0).cast(polars.UInt32))
    return polars.DataFrame({"key": keys, "first": first, "second": second, "pair": pair}).select(
        "key",
        polars.when(polars.col("second") == 0)
        .then(polars.col("first"))
        .otherwise(polars.col("first") + " " + polars.col("pair"))
        .alias("term"),
    )


def matrix_of(texts):
    counts, names = count_terms(texts)
    frequencies = counts.group_by("key").len("documents").filter(polars.col("documents") >= 2)
    terms = spelt(frequencies["key"], names).sort("term").with_row_index("column").select("key", "column", "term")
    kept = frequencies.join(terms.select("key", "column"), on="key")
    weighted = counts.join(kept, on="key").select(
        "row", "column",
        (polars.col("count") * (((1 + len(texts)) / (1 + polars.col("documents"))).log(math.e) + 1)).alias("value"))
    lengths = weighted.group_by("row").agg((polars.col("value") ** 2).sum().sqrt().alias("length"))
    entries = weighted.join(lengths, on="row").select(
        "row", "column", polars.col("value") / polars.col("length")).sort("row", "column")
    starts = numpy.zeros(len(texts) + 1, dtype=numpy.int64)
    numpy.cumsum(numpy.bincount(entries["row"].to_numpy(), minlength=len(texts)), out=starts[1:])
    parts = (entries["value"].to_numpy(), entries["column"].to_numpy(), starts)
    return scipy.sparse.csr_matrix(parts, shape=(len(texts), len(terms)))


def main():
    given = arguments("csv")
    phases = Phases()
    with phases("read"):
        texts = polars.read_csv(given.csv, columns=["text"], schema_overrides={"text": polars.String}).fill_null("")
    with phases("vectorise"):
        matrix = matrix_of(texts)
    report(phases, rows=matrix.shape[0], features=matrix.shape[1], nonzeros=int(matrix.nnz), sum=matrix.sum())


main()
