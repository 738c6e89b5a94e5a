"""Finds for each solver the setting that reaches the gap in the least time: the loosest one that still does.

Solvers stop by rules that mean different things, so that equal tolerances are no equal work. A ladder of settings is climbed
from a start that is kept in peers/settings.json; what was found for a corpus is kept beside its matrices.
"""

import json

#: The relative distance to the minimum of the objective that every fit has to reach.
GAP = 1e-6

#: Tolerances from loose to tight, eight to a power of ten.
TOLERANCES = [float(f"{10 ** (2 - step / 8):.2g}") for step in range(113)]
#: Numbers of passes from few to many: each to thirty, then an eighth more than the one before.
PASSES = [*range(4, 31), *(round(30 * 1.125**step) for step in range(1, 28))]


class Tuner:
    """The settings found for one corpus."""

    def __init__(self, path, starts, log):
        self.path = path
        self.starts = starts
        self.log = log
        self.found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def setting(self, name, ladder, measure, thorough=True):
        """The loosest setting on `ladder` with a gap of at most `GAP`.

        `measure` fits once with a setting and returns its gap. Without `thorough` the first that holds is taken, going from the
        start towards tighter ones: for solvers that take minutes and are far from the fastest.
        """
        if name in self.found:
            return self.found[name]["setting"]
        place = min(range(len(ladder)), key=lambda index: abs(ladder[index] - self.starts[name]))
        gaps = {}

        def holds(index):
            gaps[index] = measure(ladder[index])
            self.log(f"tuning {name}: setting {ladder[index]} gives a gap of {gaps[index]:.1e}")
            return gaps[index] <= GAP

        if holds(place):
            while thorough and place > 0 and holds(place - 1):
                place -= 1
        else:
            place += 1
            while not holds(place):
                place += 1
                if place == len(ladder):
                    raise LookupError(f"{name} does not reach a gap of {GAP} with any setting")
        self.found[name] = {"setting": ladder[place], "gap": gaps[place]}
        self.path.write_text(json.dumps(self.found, indent=1), encoding="utf-8")
        return ladder[place]
