"""Corpora of any size from one of a given size, and the figure of what they took."""

import itertools
import math

#: Pairs of letters that English words hold now and then; a copy of the corpus changes four of them.
PAIRS = [
    "ph", "gn", "ck", "ow", "ew", "ua", "ug", "ub", "oa", "ab", "af", "ag", "ak", "bi", "bo", "bu", "cy", "dg", "dr", "du",
    "ef", "ek", "ep", "ey", "fa", "fr", "fu", "gh", "gl", "go", "gu", "hu", "ib", "ip", "jo", "ju", "kn", "ks", "lf", "lt",
]
PIECE = 1 << 22


def substitutions(copy):
    """What copy number `copy` of the corpus puts in place of what; the first is left as it is."""
    if copy == 0:
        return []
    tag = "".join(chr(ord("a") + copy // 26**place % 26) for place in range(2))
    first = 4 * copy % len(PAIRS)
    return [(pair.encode(), f"{pair[0]}x{tag}{pair[1]}".encode()) for pair in PAIRS[first : first + 4]]


def write_corpus(base, target, size):
    """Writes `size` statements, one line each, made from the lines of `base` over and over."""
    with open(target, "wb") as output:
        with open(base, "rb") as source:
            output.write(source.readline())
        left = size
        for copy in itertools.count():
            changes = substitutions(copy)
            with open(base, "rb") as source:
                source.readline()
                # readlines stops after the line in which the size is passed, so that pieces end where lines do.
                while left > 0 and (lines := source.readlines(PIECE)):
                    del lines[left:]
                    left -= len(lines)
                    piece = b"".join(lines)
                    for old, new in changes:
                        piece = piece.replace(old, new)
                    output.write(piece)
            if left == 0:
                return


COLOURS = ("#1b6ca8", "#b3541e", "#3f7d3a")
WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 120, 40, 48


def draw(points, jobs, threads):
    """Microseconds per statement over the number of statements, the latter by powers of ten, as SVG."""
    shown = [point for point in points if "seconds" in point]
    sizes = [math.log10(point["statements"]) for point in shown]
    low, high = math.floor(min(sizes)), max(math.ceil(max(sizes)), math.floor(min(sizes)) + 1)
    step = nice_step(max(point["microsecondsPerStatement"] for point in shown))
    top = step * math.ceil(max(point["microsecondsPerStatement"] for point in shown) / step)

    def x(statements):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(statements) - low) / (high - low)

    def y(microseconds):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * microseconds / top

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" '
        f'font-size="12" fill="#333">',
        f"<title>Time per statement by the size of the corpus, {threads} threads</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20">microseconds per statement, {threads} threads, whole processes</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">statements</text>',
    ]
    for tick in range(round(top / step) + 1):
        height = y(tick * step)
        parts.append(f'<path d="M{LEFT} {height:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{height + 4:.1f}" text-anchor="end">{tick * step:g}</text>')
    for power in range(low, high + 1):
        parts.append(f'<text x="{x(10**power):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10**power:,}</text>')
    for colour, job in zip(COLOURS, jobs):
        parts += curve([point for point in shown if point["job"] == job], job, colour, x, y)
    return "\n".join(parts + ["</svg>", ""])


def curve(points, job, colour, x, y):
    """A line through the points of a job, with its name at the end."""
    if not points:
        return []
    places = [(x(point["statements"]), y(point["microsecondsPerStatement"])) for point in points]
    line = " ".join(f"{across:.1f},{down:.1f}" for across, down in places)
    marks = [f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3" fill="{colour}"/>' for across, down in places]
    name = f'<text x="{places[-1][0] + 10:.1f}" y="{places[-1][1] + 4:.1f}" fill="{colour}">{job}</text>'
    return [f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>', *marks, name]


def nice_step(largest):
    """A step of 1, 2 or 5 times a power of ten that cuts `largest` into about five."""
    rough = largest / 5
    power = 10 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
