"""Figures of scores, of comparisons of actors, and of series in time; what they do not know is an evaluation's."""

import evaluations
import tables
from evaluations import rounded, shown


def figures(result):
    """What is shown of a result, whichever command it is of."""
    if isinstance(result, list):
        return predictions(result)
    if "exchange" in result:
        return series(result)
    if "contrasts" in result:
        return comparison(result)
    if "objective" in result:
        return [f"- learnt from {result['rows']:,} rows, {result['features']:,} features"]
    return [*evaluations.figures(result), *groups(result.get("groups"))]


def ranged(value, low, high, digits=3):
    if value is None:
        return "–"
    text = f"{value:.{digits}f}"
    return text if low is None else f"{text} [{low:.{digits}f}, {high:.{digits}f}]"


def signed(value, low, high):
    if value is None:
        return "–"
    return f"{value:+.3f}" if low is None else f"{value:+.3f} [{low:+.3f}, {high:+.3f}]"


def probability(p):
    return "–" if p is None else f"{p:.3f}" if p >= 0.001 else "< .001"


def groups(found):
    """Annotated and estimated shares, where a cross-validation told them by group."""
    if not found:
        return []
    ranked = [each for each in found["groups"] if each["rows"] >= found["minimumRows"]]
    rows = [
        [each["name"], str(each["rows"]), rounded(each["observed"]), rounded(each["predicted"]), difference(each["difference"])]
        for each in sorted(ranked, key=lambda each: -each["observed"])]
    return tables.written([found["column"], "sentences", "annotated", "estimated", "estimated less annotated"], rows)


def difference(value):
    return signed(value["value"], value["low"], value["high"])


def predictions(rows):
    """Each row's score, whoever is known to speak before what is said."""
    return tables.written(
        ["who", "statement", "score"],
        [[speaker(row), row["text"], f"{row['probability']:.2f}"] for row in rows], words=2)


def speaker(row):
    return next((row[name] for name in ("actor", "speaker", "country_year") if row.get(name)), "–")


def comparison(result):
    """Estimates of the actors that are compared (of all, where all pairs are), and the contrasts."""
    contrasts = result["contrasts"]
    compared = {name for each in contrasts for name in (each["a"], each["b"])}
    actors = [each for each in result["actors"] if each["actor"] in compared]
    heads = [result["by"], "statements", "clusters", "mean score"]
    rows = [
        [each["actor"], f"{each['n']:,}", str(each["clusters"]), ranged(each["estimate"], each["low"], each["high"])]
        for each in actors]
    if any(each["shrunken"] is not None for each in actors):
        heads.append("partially pooled")
        for row, each in zip(rows, actors):
            row.append(ranged(each["shrunken"], each["shrunkenLow"], each["shrunkenHigh"]))
    contrasted = [
        [f"{each['a']} - {each['b']}", signed(each["difference"], each["low"], each["high"]), probability(each["p"]),
         probability(each["pAdjusted"])] for each in contrasts]
    return tables.written(heads, rows) + tables.written(["difference", "of mean scores", "p", "Holm's p"], contrasted)


def series(result):
    """A row a date and a column an actor, then why values or intervals are missing, what changed when, and who followed whom."""
    actors = result["actors"]
    values = [{point["date"]: point for point in actor["points"]} for actor in actors]
    rows = [
        [date, *(point(each.get(date)) for each in values)] for date in sorted({date for each in values for date in each})]
    lines = tables.written(["date", *(actor["actor"] for actor in actors)], rows) + [""]
    notes = sorted({point["note"] for actor in actors for point in actor["points"] if point.get("note")})
    lines += [f"- without a value or an interval: {note}" for note in notes]
    for actor in actors:
        found = "; ".join(changed(change) for change in actor["changes"]) or "no change of the mean"
        lines.append(f"- {actor['actor']}: {found} (p of no change {probability(actor.get('pNoChange'))})")
    return lines + exchange(result["exchange"])


def point(found):
    return "–" if found is None else ranged(found["value"], found.get("low"), found.get("high"), digits=2)


def changed(change):
    by = signed(change["difference"], change.get("differenceLow"), change.get("differenceHigh"))
    return (
        f"{change['before']:.2f} → {change['after']:.2f} from {change['date']} [{change['low']}, {change['high']}] on, by {by}")


def exchange(found):
    """The correlations at lags that remain when all are allowed for, or that none does."""
    remaining = [each for each in found if each.get("pAdjusted") is not None and each["pAdjusted"] < 0.05]
    if found and not remaining:
        return [f"- of {len(found)} correlations at lags none has an adjusted p below .05"]
    return [
        f"- {each['follower']} follows {each['leader']} at lag {each['lag']}: correlation "
        f"{signed(each['correlation'], each.get('low'), each.get('high'))}, adjusted p {probability(each['pAdjusted'])}"
        for each in remaining]
