"""What is compared: contenders that do a job, and the ratios that are asked of them."""

import dataclasses
import statistics
from collections.abc import Callable

from .processes import Outcome

# Reads a process's outcome into phases (seconds by name) and answers.
Reader = Callable[[Outcome], tuple[dict, dict]]


def read_line(outcome):
    """The phases and answers that our stages and the peers' scripts print."""
    printed = outcome.last_object()
    return printed["phases"], printed["answers"]


@dataclasses.dataclass
class Contender:
    """One way of doing a job."""

    name: str
    command: list
    is_ours: bool = False
    threads: int = 1
    #: The phases that are timed; empty for the whole process, from its start to its end.
    counted: tuple = ()
    read: Reader = read_line
    stdin: str | None = None
    #: How often it is run, where that differs from the job's.
    repeats: int | None = None
    #: Called once after the last run, off the clock: further answers.
    afterwards: Callable[[], dict] | None = None


@dataclasses.dataclass
class Requirement:
    """How many times better `ours` has to be than the best of `peers`."""

    ours: str
    peers: tuple
    needed: float | None = None
    aim: float | None = None
    quantity: str = "time"


@dataclasses.dataclass
class Answer:
    """A figure that both sides give, and by how much it may differ: relative to the peer's, or in itself."""

    key: str
    label: str
    relative: float = 0.0
    absolute: float = 0.0
    #: Whether the table shows it; it is judged and recorded all the same.
    is_shown: bool = True

    def difference(self, ours, theirs):
        """How far apart two values are, on the scale that they are judged on, and whether that is agreement."""
        distance = abs(ours - theirs)
        if self.absolute:
            return distance, distance <= self.absolute
        relative = distance / max(abs(theirs), 1e-300) if distance else 0.0
        return relative, relative <= self.relative


@dataclasses.dataclass
class Job:
    """What is to be done, by whom, and how the results are judged."""

    name: str
    title: str
    contenders: list
    requirements: list
    answers: list
    #: A peer whose answers cannot be compared, because it is another kind of model: name to reason.
    other_kinds: dict = dataclasses.field(default_factory=dict)
    #: How many times the usual number of repeats.
    multiple: int = 1
    #: What a run must fulfil to count, as a gap that has to be reached: answers to a complaint or None.
    check: Callable[[dict], str | None] | None = None


@dataclasses.dataclass
class Measured:
    """The runs of one contender."""

    contender: Contender
    runs: list = dataclasses.field(default_factory=list)
    answers: dict = dataclasses.field(default_factory=dict)
    failure: str | None = None

    def add(self, outcome):
        phases, answers = self.contender.read(outcome)
        counted = sum(phases[name] for name in self.contender.counted) if self.contender.counted else outcome.seconds
        self.runs.append(
            {"seconds": counted, "whole": outcome.seconds, "memory": outcome.memory, "phases": phases})
        self.answers.update(answers)

    @property
    def seconds(self):
        return statistics.median(run["seconds"] for run in self.runs)

    @property
    def memory(self):
        return statistics.median(run["memory"] for run in self.runs)

    def quantity(self, name):
        return self.seconds if name == "time" else self.memory
