"""Checks of notebooks-data/statements.csv that look at the table alone.

    python3 scripts/corpus/statements.py STATEMENTS > FOLDS

prints folds that leave out whole moves of the English statements.
"""

import collections
import csv
import pathlib
import re
import statistics
import sys
from random import Random

COLUMNS = ["id", "text", "label", "move", "actor", "role", "target", "date", "crisis", "lang", "split", "part"]
MOVES = {
    "escalatory": "threat polite-threat conditional-threat ultimatum accusation warning mobilisation retaliation refusal "
                  "rupture mockery".split(),
    "deescalatory": "downplaying denial reassurance offer-of-talks acceptance mediation concession appeal-for-restraint "
                    "condolence confidence-building".split(),
    "neutral": "announcement procedure report condition-of-fact".split(),
}
CRISES = {
    "border": ("2031-03-04", "2031-12-05"), "gas": ("2031-10-12", "2032-12-15"), "dam": ("2032-02-10", "2033-11-12"),
    "fishing": ("2032-03-01", "2033-06-30"), "minority": ("2031-09-01", "2032-11-30"),
    "airspace": ("2032-05-01", "2033-09-30"), "trade": ("2031-06-01", "2032-10-31"),
    "prisoners": ("2033-01-01", "2034-02-28"),
    "enclave": ("2032-06-01", "2033-09-30"), "exiles": ("2033-02-01", "2034-01-31"),
    "shelling": ("2034-03-01", "2034-12-31"), "strait": ("2034-05-01", "2035-02-28"),
    "refugees": ("2034-08-01", "2035-05-31"), "inspections": ("2035-01-01", "2035-12-31"),
    "island": ("2035-03-01", "2036-02-29"), "cyber": ("2036-01-01", "2036-11-30"), "truce": ("2036-04-01", "2037-03-31"),
    "quarantine": ("2036-09-01", "2037-08-31"), "base": ("2037-01-01", "2037-12-31"),
    "pilgrims": ("2037-03-01", "2038-02-28"), "treaty": ("2038-01-01", "2038-12-31"),
    "corridor": ("2039-01-01", "2039-12-31"), "accord": ("2039-03-01", "2040-02-29"),
    "garrison": ("2040-01-01", "2040-12-31"), "airlift": ("2040-05-01", "2041-04-30"),
}
CROSSED_CRISES = ("border", "gas", "dam", "fishing", "minority", "airspace", "trade", "prisoners")
TEST_CRISES = ("airspace", "prisoners", "cyber", "truce")
LEAST = {"en": 2400, "ru": 300, "hy": 300}

# Beginnings of words. What they name is violence or coercion, peace or courtesy, whichever way the sentence turns it.
VIOLENCE = {
    "en": "shot shoot fire firing gun weapon war attack kill dead death die blood bomb clash force troop soldier violen "
          "threat ultimatum sanction blockad hostil strike arm shell missile drone casualt funeral drown burn escalat "
          "retaliat aggress invad invasion conflict collision beat grave execut sentence curfew riot stone closure "
          "closed expel tariff embargo seiz warship patrol alert intercept battl wound injur provoc",
    "ru": "выстрел стрел огн огонь оружи войн воен атак напад уби гиб погиб смерт мёртв кров бомб взрыв столкнов сил "
          "солдат насил угроз угрож ультиматум санкци блокад враг враж удар обстрел снаряд ракет беспилотник жертв "
          "похорон тону утон жечь сожг эскалац агресс вторж конфликт таран пыт избит казн приговор комендантск камн "
          "закры высыл пошлин эмбарго захват корабл перехват бой ранен провокац арест",
    "hy": "կրակ զենք պատերազմ հարձակ սպան զոհ մահ արյուն ռումբ պայթ բախ զինվոր զորք բռն սպառն վերջնագիր պատժամիջոց "
          "շրջափակ թշնամ հարված արկ հրթիռ անօդաչու հուղարկավոր խեղդ այր ագրես ներխուժ հակամարտ ծեծ գերեզման մահապատ "
          "դատավճ պարետ քար փակ արտաքս մաքսատուրք էմբարգո գրավ նավ մարտ վիրավոր սադր ուժ ձերբակալ գնդակ",
}
PEACE = {
    "en": "peace talk patien friend dialog hope trust welcome restrain agree calm negotiat neighbour cooperat goodwill "
          "partner respect understanding settle reconcil truce ceasefire mediat invit kind generous courte gratitude "
          "grateful thank please gladly mercy accord charter handshake brother regret condol",
    "ru": "мир перегов терпен дружб друг друз диалог надежд надея довер привет сдержан соглас договор спокой сосед "
          "сотрудни партнёр уваж поним урегул примир перемир посредн приглаш добр щедр вежлив благодар пожалуйст рад "
          "милосерд братск сожал соболезн",
    "hy": "խաղաղ բանակց համբեր բարեկամ ընկեր երկխոս հույս հուս վստահ ողջուն զուսպ զսպ համաձայն պայմանագ հանգիստ հանդարտ "
          "հարևան համագործ գործընկեր հարգ հասկա կարգավոր հաշտ զինադադար միջնորդ հրավ բարի մեծահոգ քաղաքավար շնորհակալ "
          "խնդր ուրախ գթ եղբայր ցավ",
}


def read(path):
    raw = path.read_bytes()
    assert b"\r" not in raw, f"{path}: line ends are not LF"
    rows = list(csv.DictReader(raw.decode("utf-8").splitlines(True)))
    assert list(rows[0]) == COLUMNS, f"{path}: the columns are {list(rows[0])}"
    return rows


def words(text):
    return re.findall(r"\w+", text.lower())


def schema(rows):
    """Rows that do not keep to the data dictionary."""
    problems = [f"{id} names {count} rows" for id, count in collections.Counter(row["id"] for row in rows).items() if count > 1]
    for row in rows:
        first, last = CRISES[row["crisis"]]
        if row["move"] not in MOVES[row["label"]]:
            problems.append(f"{row['id']}: {row['move']} is no move of {row['label']}")
        if not first <= row["date"] <= last:
            problems.append(f"{row['id']}: {row['date']} is outside {row['crisis']}")
        if row["split"] != ("test" if row["crisis"] in TEST_CRISES else "train"):
            problems.append(f"{row['id']}: {row['crisis']} is not in {row['split']}")
        if row["part"] != ("crossed" if row["crisis"] in CROSSED_CRISES else "natural"):
            problems.append(f"{row['id']}: {row['crisis']} is not in the part {row['part']}")
        if not row["id"].startswith(row["crisis"] + "-") or any(cell != cell.strip() or not cell for cell in row.values()):
            problems.append(f"{row['id']}: an empty or padded cell, or the id of another crisis")
    languages = collections.Counter(row["lang"] for row in rows)
    problems += [f"{languages[lang]} statements in {lang}" for lang, least in LEAST.items() if languages[lang] < least]
    return problems


def overlaps(rows):
    """Pairs of statements that share half of the shorter one's word 5-grams or more, and the largest share below that."""
    grams = []
    for row in rows:
        tokens = words(row["text"])
        grams.append({tuple(tokens[at:at + 5]) for at in range(len(tokens) - 4)} or {tuple(tokens)})
    where = collections.defaultdict(list)
    for number, each in enumerate(grams):
        for gram in each:
            where[gram].append(number)
    shared = collections.Counter()
    for numbers in where.values():
        shared.update((left, right) for at, left in enumerate(numbers) for right in numbers[at + 1:])
    shares = {pair: count / min(len(grams[pair[0]]), len(grams[pair[1]])) for pair, count in shared.items()}
    bad = [f"{rows[left]['id']} and {rows[right]['id']}" for (left, right), share in shares.items() if share >= 0.5]
    return bad, max((share for share in shares.values() if share < 0.5), default=0)


def predictability(rows, value, draws=200):
    """How often the most frequent label of a row's value is right, less how often it is with shuffled labels; in points.

    Where a value decides nothing, the most frequent label among its rows is still right more often than the most frequent of
    all; shuffling shows by how much.
    """
    numbers = {each: number for number, each in enumerate(dict.fromkeys(value(row) for row in rows))}
    places = [numbers[value(row)] for row in rows]
    labels = [row["label"] for row in rows]

    def right():
        table = collections.Counter(zip(places, labels))
        best = collections.Counter()
        for (place, _), count in table.items():
            best[place] = max(best[place], count)
        return sum(best.values())

    seen = right()
    random = Random(20210524)
    chance = 0
    for _ in range(draws):
        random.shuffle(labels)
        chance += right()
    return 100 * (seen - chance / draws) / len(rows)


def length_class(rows):
    """A function from a row to the fifth of its language that its number of words is in."""
    edges = {}
    for lang in {row["lang"] for row in rows}:
        edges[lang] = statistics.quantiles([len(words(row["text"])) for row in rows if row["lang"] == lang], n=5)
    return lambda row: (row["lang"], sum(len(words(row["text"])) > edge for edge in edges[row["lang"]]))


def named(rows, label, lang, beginnings):
    """The share of a label's statements in which a word begins so."""
    pattern = re.compile(r"\b(?:" + "|".join(beginnings[lang].split()) + ")")
    texts = [row["text"].lower() for row in rows if row["label"] == label and row["lang"] == lang]
    return sum(bool(pattern.search(text)) for text in texts) / len(texts)


def moves_plan(rows):
    """A file of folds that test an escalatory and a de-escalatory move together, so that both classes are there."""
    pairs = list(zip(MOVES["escalatory"], MOVES["deescalatory"]))
    fold = {move: number for number, pair in enumerate(pairs) for move in pair}
    fold[MOVES["escalatory"][-1]] = len(pairs) - 1
    lines = [f"{row['id']},{fold[row['move']]}," for row in rows if row["lang"] == "en" and row["move"] in fold]
    return "\n".join(["id,outer,inner"] + lines) + "\n"


def minimal_pairs(rows):
    """Pairs by one actor in one language, of different labels, whose words are the same but for three at most."""
    by_actor = collections.defaultdict(list)
    for row in rows:
        by_actor[row["actor"], row["lang"]].append((row, words(row["text"])))
    pairs = []
    for group in by_actor.values():
        for at, (left, first) in enumerate(group):
            for right, second in group[at + 1:]:
                if left["label"] != right["label"] and abs(len(first) - len(second)) <= 3 and close(first, second):
                    pairs.append((left["id"], right["id"]))
    return pairs


def close(first, second, most=3):
    """Whether at most `most` words have to be put in, taken out or changed."""
    previous = list(range(len(second) + 1))
    for row, word in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (word != other)))
        if min(current) > most:
            return False
        previous = current
    return previous[-1] <= most and min(len(first), len(second)) > most


if __name__ == "__main__":
    sys.stdout.write(moves_plan(read(pathlib.Path(sys.argv[1]))))
