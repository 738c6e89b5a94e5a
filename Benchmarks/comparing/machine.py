"""What has to be known of a machine to read a figure that was measured on it."""

import datetime
import pathlib
import platform
import re
import subprocess

from .workshop import BENCHMARKS, PYTHON, ROOT

PACKAGES = ("scikit-learn", "pandas", "polars", "snapml", "liblinear-official", "vowpalwabbit", "numpy", "scipy")


def first_line(*command):
    """The first line that a command prints, or "unknown"."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return (done.stdout or done.stderr).strip().split("\n")[0]


def described(shop):
    """The machine, the programs, and the corpora, by name."""
    processors = pathlib.Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    memory = pathlib.Path("/proc/meminfo").read_text(encoding="ascii")
    names = re.findall(r"model name\s*: (.*)", processors)
    total = int(re.search(r"MemTotal:\s*(\d+)", memory).group(1)) / 1e6
    script = "import importlib.metadata as m, sys; print(sys.version.split()[0], *(m.version(n) for n in sys.argv[1:]))"
    versions = first_line(PYTHON, "-c", script, *PACKAGES).split()
    facts = {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": first_line("git", "-C", ROOT, "describe", "--always", "--dirty", "--abbrev=12"),
        "processor": f"{names[0] if names else platform.machine()}, {len(names)} cores",
        "memory": f"{total:.1f} GB",
        "system": f"{system_name()}, Linux {platform.release()}",
        "Swift": first_line("swift", "--version"),
        "OpenBLAS": openblas(),
        "Python": versions[0] if versions else "unknown",
        "peers": ", ".join(f"{name} {version}" for name, version in zip(PACKAGES, versions[1:])),
        "R": first_line("R", "--version"),
    }
    for corpus in {shop.large, shop.small}:
        facts[f"corpus {corpus.name}"] = f"{corpus.rows:,} rows, SHA-256 {corpus.digest}"
    return facts


def system_name():
    found = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text(encoding="utf-8"))
    return found.group(1) if found else "unknown system"


def openblas():
    return first_line("dpkg-query", "--show", "--showformat=${Version}", "libopenblas0-pthread")


def run_folder():
    """Where dated results are kept."""
    folder = BENCHMARKS / "runs"
    folder.mkdir(exist_ok=True)
    return folder
