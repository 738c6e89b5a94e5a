"""Runs one process and measures it from outside: wall time, and the peak of its memory as the kernel counted it.

A process starts with the memory peak of the one that started it, so that figures below this driver's own (some 20 MB) cannot
be told; of several processes the largest one's peak is told, not their sum.
"""

import dataclasses
import json
import os
import subprocess
import tempfile
import time

# Settings of OpenBLAS that somebody may have made for one program; peers run as a user would run them.
NOT_FOR_PEERS = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
THREAD_SETTINGS = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "POLARS_MAX_THREADS",
)


class ProcessFailed(Exception):
    """A process ended with another status than 0."""


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What one process took and said."""

    seconds: float
    memory: int
    text: str

    def last_object(self):
        """The JSON object on the last line."""
        return json.loads(self.text.strip().rsplit("\n", 1)[-1])


def peer_environment(threads):
    """The environment for a peer that may use `threads` threads."""
    environment = {name: value for name, value in os.environ.items() if name not in NOT_FOR_PEERS}
    environment.update({name: str(threads) for name in THREAD_SETTINGS})
    # Peers sit in an environment of their own, whose modules must not be looked for elsewhere.
    environment.pop("PYTHONPATH", None)
    return environment


def run(command, environment=None, stdin=None):
    """Runs `command` to its end. Its standard output is kept, and so is what it says on its standard error if it fails."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], env=environment, stdin=stdin or subprocess.DEVNULL, stdout=output,
            stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        # Popen must not wait for it once more.
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
        if process.returncode != 0:
            errors.seek(0)
            last = errors.read().decode(errors="replace").strip().split("\n")[-8:]
            raise ProcessFailed(f"{' '.join(map(str, command))[:300]}\nended with {process.returncode}:\n" + "\n".join(last))
        return Outcome(seconds, usage.ru_maxrss * 1024, text)
