"""Figures of evaluations: cross-validations, audits, agreement."""


def rounded(number):
    return f"{number:.3f}".replace("-0.000", "0.000")


def shown(value):
    if value.get("value") is None:
        return "undefined"
    text = rounded(value["value"])
    return text if value.get("low") is None else f"{text} [{rounded(value['low'])}, {rounded(value['high'])}]"


def figures(result):
    """What is shown of a result, whichever command it is of."""
    if "findings" in result:
        lines = audit(result)
    elif "alpha" in result:
        lines = [f"alpha {shown(result['alpha'])}"]
    else:
        lines = crossvalidation(result)
    return [f"- {line}" for line in lines]


def crossvalidation(result):
    metrics = result["metrics"]
    lines = [
        f"{result['rows']} rows tested in {len(result['folds'])} folds: AUC {shown(metrics['rocAUC'])}, "
        f"F1 {shown(metrics['f1'])}, log loss {shown(metrics['logLoss'])}"]
    baselines = [f"{each['name']} {shown(each['metrics']['rocAUC'])}" for each in result["baselines"]]
    lines.append("AUC without reading: " + ", ".join(baselines))
    for each in result.get("ablation", []):
        if "difference" in each:
            difference = each["difference"]["rocAUC"]
            less = shown({**difference, "value": difference["difference"]})
            lines.append(f"{each['features']}: AUC {shown(each['metrics']['rocAUC'])}, less that of the whole {less}")
    if "groups" in result:
        groups = result["groups"]
        lines.append(
            f"Spearman's correlation of predicted with annotated shares over {groups['rankedGroups']} of "
            f"{groups['column']}: {shown(groups['rankCorrelation'])}")
    return lines


def audit(result):
    lines = [f"{each['severity']}, {each['type']}: {each['message']}" for each in result["findings"]] or ["nothing found"]
    probe = result.get("shortcutProbe")
    if probe and probe.get("unseenActors"):
        unseen = probe["unseenActors"]
        lines.append(
            f"AUC on seen actors {shown(unseen['first'])}, on unseen {shown(unseen['second'])}, difference "
            f"{shown(unseen['difference'])}")
    if probe and probe.get("maskedNames"):
        lines.append(f"what names were worth: {shown(probe['maskedNames']['difference'])}")
    matrix = result.get("generalizationMatrix")
    for cell in matrix["cells"] if matrix else []:
        who = "seen" if cell["isSeenActor"] else "unseen"
        when = "from" if cell["isFuture"] else "before"
        lines.append(f"{who} actors {when} {matrix['start']}: AUC {shown(cell['rocAUC'])} ({cell['rows']} rows)")
    return lines
