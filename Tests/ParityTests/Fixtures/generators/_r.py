"""What generators need to ask R, where R is there."""

import subprocess


def run_r(text):
    """What R prints for a script, or None where there is no R or the script fails."""
    try:
        # A vector of some thousand numbers is longer than R takes on its command line.
        run = subprocess.run(["Rscript", "-"], input=text, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return run.stdout if run.returncode == 0 else None


def numbers(values):
    """R's way to write a vector, every digit kept."""
    lines = []
    texts = [repr(float(value)) for value in values]
    for start in range(0, len(texts), 8):
        lines.append(", ".join(texts[start : start + 8]))
    return "c(" + ",\n".join(lines) + ")"
