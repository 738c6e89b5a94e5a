"""Counts of dictionaries as a plain reading of quanteda 4's tokens_lookup gives them, with either of its nested scopes.

The rule is that of its sources (tokens_lookup.cpp): sequences of tokens from the longest length to the shortest, of each length
from front to back; a match is passed over where a token of it belongs to a match of the same key, and with
nested_scope = "dictionary" also where all of its tokens belong to matches of any key. quanteda itself is not run: its tokens
differ from ours (see docs/lexicons.md), and the machine that makes fixtures has no R packages but Debian's.
"""

import fnmatch
import platform
import random
import re

from ._fixture import write_fixture

TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
PATTERNS = (
    "good|good*|not good|*ood|g?od|b?d|bad|bad*|not bad|ba*|very *|* bad|the|w*r|war*|*war*|war talk*|peace*|"
    "peace talk*|talk*|no peace|no peace talks|в*йн*|войн*|не войн*|??|a*|don't|*n't|cease-fire|cease-*|* * *|no *|*"
).split("|")
WORDS = (
    "good goods not bad badly bed the a very war wars warm prewar talk talks peace peaceful no mood god don't can't "
    "cease-fire cease война войны не вйна , . ! : x 12"
).split()


def tokens(text):
    return [match.group().lower() for match in TOKEN.finditer(text)]


def is_word(token):
    return token[0].isalnum()


def matches(glob, token):
    """Whether a token is like one word of a pattern. Marks are like no pattern here; quanteda's `*` takes them too."""
    return is_word(token) and re.fullmatch(fnmatch.translate(glob), token) is not None


def lookup(words, dictionary, across):
    counts = {name: 0 for name in dictionary}
    taken = {name: [False] * len(words) for name in dictionary}
    covered = [False] * len(words)
    split = {name: [pattern.split() for pattern in patterns] for name, patterns in dictionary.items()}
    for span in sorted({len(p) for patterns in split.values() for p in patterns}, reverse=True):
        for start in range(len(words) - span + 1):
            places = range(start, start + span)
            if across and all(covered[place] for place in places):
                continue
            hit = False
            for name, patterns in split.items():
                fits = any(
                    len(p) == span and all(matches(glob, words[place]) for glob, place in zip(p, places)) for p in patterns
                )
                if fits and not any(taken[name][place] for place in places):
                    counts[name] += 1
                    hit = True
                    for place in places:
                        taken[name][place] = True
            if hit:
                for place in places:
                    covered[place] = True
    return list(counts.values())


def cases():
    draw = random.Random(20210524)
    for _ in range(40):
        dictionary = {name: draw.sample(PATTERNS, draw.randrange(1, 7)) for name in ["one", "two.inner", "two.other", "neg_one"]}
        texts = [" ".join(draw.choices(WORDS, k=draw.randrange(0, 24))) for _ in range(6)]
        words = [tokens(text) for text in texts]
        yield {
            "dictionary": {name: sorted(found) for name, found in dictionary.items()},
            "texts": texts,
            "key": [lookup(each, dictionary, across=False) for each in words],
            "dictionaryScope": [lookup(each, dictionary, across=True) for each in words],
        }


def write(folder):
    write_fixture(folder, "lookup", {"cases": list(cases()), "versions": {"python": platform.python_version()}})
