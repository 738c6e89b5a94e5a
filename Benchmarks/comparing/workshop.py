"""What jobs need before they can be measured, made once: programs, corpora, matrices, models, settings."""

import csv
import functools
import json
import pathlib
import random
import subprocess

from . import corpora
from .processes import ProcessFailed, peer_environment, run
from .tuning import Tuner

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
PEERS = BENCHMARKS / "peers"
PYTHON = BENCHMARKS / ".venv" / "bin" / "python"
SEED = 20210524
#: The features of every job, in the words of `parlance`.
FEATURES = ("--positive", "1", "--ngrams", "1-2", "--min-df", "2")


class Workshop:
    """The folder that a comparison works in, and what is made there when a job first asks for it."""

    def __init__(self, options, folder, log):
        self.options = options
        self.folder = folder
        self.log = log
        self.results = folder / "results"
        self.results.mkdir(parents=True, exist_ok=True)

    @functools.cached_property
    def parlance(self):
        """Our program, built as users are told to build it."""
        self.log("building parlance")
        done = subprocess.run([ROOT / "scripts/build"], capture_output=True, text=True)
        if done.returncode != 0:
            raise ProcessFailed(f"parlance could not be built:\n{done.stderr[-3000:]}")
        return pathlib.Path(done.stdout.splitlines()[-1])

    @functools.cached_property
    def stages(self):
        """Our stages, built optimised."""
        return build(BENCHMARKS, "parlance-stages", self.log)

    @functools.cached_property
    def small(self):
        return corpora.prepare("small", self.options.small, self.options.positive, self.folder, ROOT)

    @functools.cached_property
    def large(self):
        """The large corpus; in a quick run the small one takes its place."""
        if self.options.quick:
            return self.small
        return corpora.prepare("large", self.options.large, self.options.positive, self.folder, ROOT)

    def peer(self, script, *arguments):
        """The command that runs a peer's script."""
        if script.endswith(".R"):
            return ["Rscript", PEERS / script, *arguments]
        return [PYTHON, PEERS / script, *arguments]

    def matrices(self, corpus):
        """The folder with a corpus's matrices and minimum, which solvers are measured on."""
        folder = corpus.train.parent / "matrices"
        if not (folder / "optimum.json").exists():
            folder.mkdir(exist_ok=True)
            self.log(f"vectorising {corpus.name} and finding the minimum, once")
            run(self.peer("prepare.py", corpus.train, corpus.test, folder), peer_environment(1))
        return folder

    def tuner(self, corpus):
        starts = json.loads((PEERS / "settings.json").read_text(encoding="utf-8"))
        return Tuner(self.matrices(corpus) / "settings.json", starts, self.log)

    def model(self, corpus, part):
        """A model of ours trained on a part of a corpus, and the same model as a scikit-learn Pipeline."""
        source = getattr(corpus, part)
        ours, theirs = source.with_suffix(".safetensors"), source.with_suffix(".joblib")
        # A program that was built since may write its models in another way.
        if not ours.exists() or ours.stat().st_mtime < self.parlance.stat().st_mtime:
            theirs.unlink(missing_ok=True)
            self.log(f"training a model on {source.name} of {corpus.name}, once")
            run([self.parlance, "train", source, *FEATURES, "--model", ours, "--force"])
        if not theirs.exists():
            run(self.peer("convert_model.py", ours, theirs), peer_environment(1))
        return ours, theirs

    def fasttext_model(self, corpus):
        """fastText's classifier of the training rows: words and pairs of words, 10 dimensions, else its defaults."""
        model = corpus.train.with_name("fasttext.bin")
        if not model.exists():
            self.log(f"training fastText on {corpus.name}, once")
            text = corpus.train.with_name("fasttext.txt")
            with corpora.open_table(corpus.train) as source, open(text, "w", encoding="utf-8") as target:
                for row in csv.DictReader(source):
                    plain = " ".join(row["text"].split())
                    target.write(f"__label__{row['label']} {plain}\n")
            run(["fasttext", "supervised", "-input", text, "-output", model.with_suffix(""), "-wordNgrams", 2,
                 "-minCount", 2, "-dim", 10, "-thread", 1, "-verbose", 0])
        return model

    @functools.cached_property
    def scores(self):
        """100,000 scored rows in 2,000 clusters whose scores hang together; one score in ten is rounded, so that some tie."""
        path = self.folder / "scores.csv"
        generator = random.Random(SEED)
        rows, clusters = (10_000, 500) if self.options.quick else (100_000, 2_000)
        shifts = [generator.gauss(0, 0.5) for _ in range(clusters)]
        with open(path, "w", encoding="ascii") as file:
            file.write("score,label,cluster\n")
            for row in range(rows):
                cluster = row if row < clusters else generator.randrange(clusters)
                label = 1 if generator.random() < 0.45 else 0
                noise = 1.4 * (2 * label - 1) + shifts[cluster] + generator.gauss(0, 1.5)
                score = min(max(0.5 + noise / 10, 0.0), 1.0)
                file.write(f"{round(score, 3) if generator.random() < 0.1 else score!r},{label},{cluster}\n")
        return path

    @functools.cached_property
    def actors(self):
        """100,000 scored statements by 50 actors in 2,000 speeches, each of one actor."""
        path = self.folder / "actors.csv"
        generator = random.Random(SEED)
        rows, speeches, count = (10_000, 500, 50) if self.options.quick else (100_000, 2_000, 50)
        tones = [generator.uniform(0.3, 0.7) for _ in range(count)]
        shifts = [generator.gauss(0, 0.08) for _ in range(speeches)]
        with open(path, "w", encoding="ascii") as file:
            file.write("id,actor,speech,probability\n")
            for row in range(rows):
                speech = row % speeches
                score = tones[speech % count] + shifts[speech] + generator.gauss(0, 0.1)
                file.write(f"s{row},actor {speech % count:02},speech {speech},{min(max(score, 0.001), 0.999):.6f}\n")
        return path

    @functools.cached_property
    def gap_options(self):
        """How `parlance train` is told to stop at a gap, where it can be told."""
        help_text = run([self.parlance, "train", "--help"]).text
        return ("--gap", "1e-6") if "--gap" in help_text else ()


def build(package, product, log):
    """The path of a product of the Swift package in `package`, built optimised."""
    command = ["swift", "build", "--package-path", package, "--configuration", "release"]
    log(f"building {product}")
    done = subprocess.run([*command, "--product", product], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise ProcessFailed(f"{product} could not be built:\n{done.stdout[-3000:]}")
    shown = subprocess.run([*command, "--show-bin-path"], stdout=subprocess.PIPE, text=True, check=True)
    return pathlib.Path(shown.stdout.strip()) / product


def require_peers():
    """Ends the program where the peers have not been set up."""
    if not PYTHON.exists():
        raise SystemExit("The peers are not set up: run Benchmarks/peers/setup first.")
