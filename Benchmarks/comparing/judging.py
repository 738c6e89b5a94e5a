"""Turns the runs of a job into rows of the table: ratios, whether they are met, and whether the answers agree."""

import dataclasses


@dataclasses.dataclass
class Row:
    """A line of the table."""

    job: str
    ours: str
    peer: str
    ratio: float | None
    needed: float | None
    aim: float | None
    met: str
    our_answers: str
    peer_answers: str
    agree: str
    note: str = ""


def rows(job, results):
    """A row for each requirement; one that names several peers is held against the best of them."""
    written, found = set(), []
    for requirement in job.requirements:
        ours = results[requirement.ours]
        peers = [results[name] for name in requirement.peers]
        fit = [peer for peer in peers if not peer.failure]
        if ours.failure or not fit:
            failed = ours if ours.failure else peers[0]
            found.append(failed_row(job, requirement, failed))
            continue
        best = min(fit, key=lambda peer: peer.quantity(requirement.quantity))
        key = (ours.contender.name, best.contender.name, requirement.quantity)
        # The best of several has its row already, with what is needed.
        if key not in written:
            written.add(key)
            found.append(row(job, requirement, ours, best))
    return found


def failed_row(job, requirement, failed):
    return Row(
        job.title, requirement.ours, ", ".join(requirement.peers), None, requirement.needed, requirement.aim, "failed", "",
        "", "", note=f"{failed.contender.name}: {failed.failure}")


def row(job, requirement, ours, peer):
    ratio = peer.quantity(requirement.quantity) / ours.quantity(requirement.quantity)
    agree, our_answers, peer_answers = agreement(job, ours, peer)
    return Row(
        job.title, described(ours, requirement.quantity), described(peer, requirement.quantity), ratio, requirement.needed,
        requirement.aim, verdict(ratio, requirement), our_answers, peer_answers, agree)


def described(measured, quantity):
    """A contender with its figure, as in "Parlance, 2 threads: 1.23 s"."""
    if quantity == "memory":
        return f"{measured.contender.name}: {measured.memory / 1e6:,.0f} MB"
    seconds = measured.seconds
    shown = f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
    count = len(measured.runs)
    return f"{measured.contender.name}: {shown}" + (" (one run)" if count == 1 else "")


def verdict(ratio, requirement):
    if requirement.needed is None:
        return ""
    if requirement.aim is not None and ratio >= requirement.aim:
        return "aim met"
    if ratio >= requirement.needed:
        return "met"
    return f"not met, {requirement.needed / ratio:.2f} times short"


def agreement(job, ours, peer):
    """AGREE or DIFFER with the largest difference, and both sides' answers."""
    other = job.other_kinds.get(peer.contender.name)
    shared = [answer for answer in job.answers if answer.key in ours.answers and answer.key in peer.answers]
    ours_shown, peer_shown = (
        "; ".join(f"{answer.label} {shown(measured.answers[answer.key])}" for answer in shared if answer.is_shown)
        for measured in (ours, peer))
    if other:
        return f"({other})", ours_shown, peer_shown
    if not shared:
        return "DIFFER: no answer in common", ours_shown, peer_shown
    judged = [(answer, *answer.difference(ours.answers[answer.key], peer.answers[answer.key])) for answer in shared]
    differing = [f"{answer.label} by {distance:.1e}" for answer, distance, is_same in judged if not is_same]
    if differing:
        return "DIFFER: " + ", ".join(differing), ours_shown, peer_shown
    largest = max(judged, key=lambda entry: entry[1])
    told = f"AGREE ({largest[0].label} differs by {largest[1]:.0e})" if largest[1] else "AGREE (equal)"
    return told, ours_shown, peer_shown


def shown(value):
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:.10g}"
