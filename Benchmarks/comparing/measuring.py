"""Runs the contenders of a job in turn: A B A B, so that whatever else the machine does falls on all of them alike."""

import os

from .model import Measured
from .processes import ProcessFailed, peer_environment, run


def measure(job, repeats, log):
    """All runs of a job's contenders, by name."""
    results = {contender.name: Measured(contender) for contender in job.contenders}
    for turn in range(repeats * job.multiple):
        for contender in job.contenders:
            measured = results[contender.name]
            wanted = contender.repeats or repeats * job.multiple
            if turn >= wanted or measured.failure:
                continue
            run_once(job, measured)
            told = measured.failure or f"{measured.runs[-1]['seconds']:.3f} s"
            log(f"{job.name}: {contender.name}, run {turn + 1} of {wanted}: {told}")
    for measured in results.values():
        finish(measured)
    return results


def run_once(job, measured):
    """One run of one contender; a run that does not fulfil what the job asks is a failure."""
    contender = measured.contender
    environment = os.environ.copy() if contender.is_ours else peer_environment(contender.threads)
    stdin = open(contender.stdin, "rb") if contender.stdin else None
    try:
        measured.add(run(contender.command, environment, stdin))
        measured.failure = job.check(measured.answers) if job.check else None
    except ProcessFailed as failure:
        measured.failure = str(failure)
    finally:
        if stdin:
            stdin.close()


def finish(measured):
    """Asks for what can only be said after the last run."""
    if measured.contender.afterwards and not measured.failure:
        try:
            measured.answers.update(measured.contender.afterwards())
        except (ProcessFailed, OSError, KeyError) as failure:
            measured.failure = str(failure)
