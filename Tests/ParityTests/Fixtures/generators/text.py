"""What Python and scikit-learn make of texts: tokens, n-grams, TF-IDF, hashing, normal forms, character classes.

`python text.py table` prints the entries of Sources/TextFeatures/Scanning/CompatibilityTable.swift instead.
"""

import csv
import hashlib
import pathlib
import re
import sys
import unicodedata
import warnings

TOKEN = re.compile(r"(?u)\b\w\w+\b")
DATA = pathlib.Path(__file__).resolve().parents[4].parent / "shared" / "data"


def write(folder):
    from generators._fixture import write_fixture

    write_fixture(folder, "tokens", {"cases": [tokens(text) for text in strings()], "unidata": unicodedata.unidata_version})
    write_fixture(folder, "characters", characters())
    write_fixture(folder, "forms", forms())
    write_fixture(folder, "tfidf", {"texts": corpus(), "cases": [tfidf(**case) for case in tfidf_cases()]})
    write_fixture(folder, "hashing", {"texts": corpus(), "cases": [hashed(**case) for case in hashing_cases()]})
    write_fixture(folder, "errors", {"texts": corpus(), "cases": [refusal(**case) for case in refused_cases()]})
    if DATA.exists():
        write_fixture(folder, "corpora", {"cases": [real(*case) for case in real_corpora()]})


# Tokens.

SAMPLES = {
    "Latin": "Straße façade naïve ŒUVRE ﬁn ﬂow ĲSSELMEER ǅ ǆ Ǆ þorn ĦAL ŉ ſchön Ⱥ ȺȺ ẞ ẞẞ İSTANBUL İ ıI Iı iİi Kelvin Åm",
    "Cyrillic": "Президент заявил: «мы не уступим» — Ёлка ёлка Україна ґанок Җ ҖҖ Ӏ Ӏа Ҋ҇ СССР-2",
    "Armenian": "Հայաստանի Հանրապետություն և ԵՒ եւ Արցախ՝ 2021թ․ ՈՒՂԵՐՁ՜ ինչո՞ւ և։ մ՛ի",
    "Greek": "ΟΔΥΣΣΕΥΣ ΣΑΣ Σ ΣΣ ΑΣ. Α.Σ ΑΣ' ΑΣ'Α ΑΣ\u0301 Σ\u0301Α ᾈ ᾼΣ ΆΣ\u0301\u0301 ΑΣ\u00adΑ ΑΣ\u00ad 1Σ aΣ ǅΣ ʰΣ ΑΣ:Β ΑΣ_ ΑΣ_Α",
    "Arabic": "السَّلَامُ عَلَيْكُمْ ٢٠٢١ ۲۰۲۱ كـتـاب لا‌ یک می‌خواهم ﷺ ﻻ",
    "Hebrew": "שָׁלוֹם עֲלֵיכֶם צה״ל ג׳ירפה",
    "Indic": "नमस्ते दुनिया १२३ क्षत्रिय বাংলা ভাষা ১২ தமிழ் ௧௨ ไทย ภาษา ๑๒๓ ကမ္ဘာ ខ្មែរ",
    "CJK": "安全理事会第1234次会议 日本語のテキスト、ｶﾀｶﾅ １２３ ㈱ ㍿ ① 〇 한국어 조선 한글 𠮷野家 豈",
    "Georgian": "საქართველო ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ ႠႡ ⴀⴁ",
    "Ethiopic": "ኢትዮጵያ ፩፪ ᏣᎳᎩ ꭰꭱ Ꭰ",
    "Astral": "𝐀𝐁𝐂 𝟘𝟙 𐐀𐐁𐐨 𐒰𐒱 𞤀𞤁 𝔘𝔫𝔦 𓀀𓀁 🜁🜂 𑁦𑁧 𐡘𐡙 𞋰𞋱",
    "Marks": "e\u0301 e\u0301e a\u0300b \u0301 \u0301\u0301ab ab\u0301cd n\u0303o \u20dd x\u20ddy \u093f क\u093fक",
    "Digits": "007 1,000,000 3.14 2nd a1 1a ٣٤ ४५ ½ ½½ ²² x² ⅧⅨ Ⅷ ⓵⓶ ㊀㊁ 1_000 _ __ _a",
    "Signs": "don't U.S.A. e-mail a/b x@y.z #tag $100 50% C++ 'quoted' «да» “no” … — – ‐ non‑break co\u00adop zero\u200bwidth zero\u200cjoin \ufeffbom",
    "Emoji": "ok👍 👍🏽👍 🇦🇲🇷🇺 ❤️❤️ 👩‍👩‍👧 1️⃣2️⃣ ab👍cd",
    "Space": "a\u00a0bb\u2003cc\u3000dd\u2028ee\u2029ff\x85gg\x0bhh\x0cii\x1cjj\x1dkk\x1ell\x1fmm\rnn\r\noo\tpp",
    "Controls": "nul\x00nul ab\x01cd \x7fdel\x7f \u200eltr\u200f rtl\u202eabc\u202c",
    "Letters": "ʰʱ ˀˁ ʼʼ Russiaʼs ªº µµ Ωm ℵℶ ℌℑ ⅎↄ ⒶⒷ ⓐⓑ ㋿ ﬀﬁ ŉa",
}

EDGES = ["", " ", "\n", "a", "ab", "a b", "_", "__", "a_", "1", "12", "ß", "ßß", "Σ", "ΣΣ", "aΣ", "Σa", "İ", "İİ", "aİb", "a" * 300,
         "\x00", "\u0301", "é", "e\u0301", "👍", "𠮷", "𠮷𠮷", "ab" * 200 + "Σ", "." * 50 + "Σ", "A" + "." * 50 + "Σ" + "'" * 50, "A" + "'" * 50 + "Σ" + "'" * 50 + "B"]


def strings():
    """Whole samples, their words by themselves, edges, and mixtures drawn with a generator that never changes."""
    from generators._generator import SeededGenerator

    texts = list(EDGES) + list(SAMPLES.values()) + [text.upper() for text in SAMPLES.values()]
    alphabet = sorted({character for text in SAMPLES.values() for character in text})
    generator = SeededGenerator(20210524)
    for _ in range(240):
        length = 1 + generator.below(24)
        texts.append("".join(alphabet[generator.below(len(alphabet))] for _ in range(length)))
    return texts


def tokens(text):
    return {"text": text, "tokens": TOKEN.findall(text.lower()), "cased": TOKEN.findall(text)}


# Character classes, over every character there is.


def scalars():
    return (value for value in range(0x110000) if not 0xD800 <= value < 0xE000)


def ranges(values):
    """Ascending numbers as [first, last] pairs."""
    result = []
    for value in values:
        if result and result[-1][1] == value - 1:
            result[-1][1] = value
        else:
            result.append([value, value])
    return result


def characters():
    space = re.compile(r"\s")
    return {
        "unidata": unicodedata.unidata_version,
        "word": [f"{first:x}-{last:x}" for first, last in ranges(v for v in scalars() if re.match(r"\w", chr(v)))],
        "space": [f"{first:x}-{last:x}" for first, last in ranges(v for v in scalars() if space.match(chr(v)))],
        "lower": " ".join(
            f"{value:x}>{'.'.join(f'{ord(c):x}' for c in chr(value).lower())}"
            for value in scalars()
            if chr(value).lower() != chr(value)
        ),
    }


def forms():
    """Normal forms: of the samples in full, and the digest of those of every character assigned."""
    texts = strings()
    texts += ["\u1e9b\u0323", "q\u0323\u0307", "\u0344", "\u1100\u1161\u11a8", "\uac00\u11a8", "\uff76\uff9e", "Å\u030a", "ﷺ", "\u0958"]
    texts += [unicodedata.normalize("NFD", text) for text in SAMPLES.values()]
    changed = [text for text in texts if unicodedata.normalize("NFKC", text) != text]
    assigned = [chr(value) for value in scalars() if unicodedata.category(chr(value)) != "Cn"]
    result = {"cases": [{"text": t, "nfc": unicodedata.normalize("NFC", t), "nfkc": unicodedata.normalize("NFKC", t)} for t in changed]}
    for form in ("NFC", "NFKC"):
        lines = "".join(unicodedata.normalize(form, character) + "\n" for character in assigned)
        result[form.lower() + "Digest"] = hashlib.sha256(lines.encode()).hexdigest()
    result["assigned"] = [f"{first:x}-{last:x}" for first, last in ranges(ord(character) for character in assigned)]
    return result


def table():
    """Each entry of the table of compatibility decompositions."""
    plain = {}
    for value in scalars():
        decomposed = unicodedata.normalize("NFKD", chr(value))
        if decomposed != unicodedata.normalize("NFD", chr(value)):
            plain[value] = [ord(character) for character in decomposed]
    values = sorted(plain)
    index = 0
    while index < len(values):
        value, target, length = values[index], plain[values[index]], 1
        while len(target) == 1 and plain.get(value + length) == [target[0] + length]:
            length += 1
        yield f"{value:X}" + (f"+{length}" if length > 1 else "") + ">" + ".".join(f"{part:X}" for part in target)
        index += length


# TF-IDF.


def corpus():
    return [
        "This is the first document.",
        "This document is the second document.",
        "And this is the third one.",
        "Is this the first document?",
        "We will not retreat; we will respond, and we will respond with force. Force!",
        "The  Minister\tsaid:\n\nwe are ready   to talk, ready to listen.",
        "Мы не отступим. Мы ответим — и ответим силой.",
        "Министр сказал: мы готовы  к переговорам.",
        "Մենք պատրաստ ենք բանակցել, պատրաստ ենք լսել։",
        "Η ΕΙΡΗΝΗ ΕΙΝΑΙ ΔΥΝΑΤΗ ΣΗΜΕΡΑ, ΟΧΙ ΑΥΡΙΟ",
        "السلام ممكن اليوم",
        "安全理事会 和平 安全理事会",
        "",
        "a b c",
        "peace peace peace peace peace, now! 2021 2022",
        "İstanbul ve İzmir",
    ]


def tfidf_cases():
    """Keyword arguments of TfidfVectorizer; what is not named has its default."""
    yield {}
    for orders in ((1, 2), (2, 2), (1, 3), (3, 5), (8, 9)):
        yield {"ngram_range": orders}
    for analyzer in ("char", "char_wb"):
        for orders in ((1, 1), (1, 3), (2, 4), (5, 6), (9, 10)):
            yield {"analyzer": analyzer, "ngram_range": orders, "max_df": 0.6, "min_df": 1 if orders[0] > 4 else 2}
    yield untied({"analyzer": "char_wb", "ngram_range": (2, 3), "lowercase": False}, 50)
    yield {"lowercase": False}
    yield {"stop_words": ["the", "is", "мы", "ready", "The"]}
    yield {"stop_words": ["the", "is", "this"], "ngram_range": (1, 2)}
    for low, high in ((2, 1.0), (1, 2), (0.1, 0.25), (1, 1), (3, 4), (0.125, 0.25)):
        yield {"min_df": low, "max_df": high, "ngram_range": (1, 2)}
    yield untied({}, 2)
    yield untied({"ngram_range": (1, 2), "max_df": 3}, 9)
    yield {"sublinear_tf": True}
    yield {"sublinear_tf": True, "use_idf": False, "ngram_range": (1, 2)}
    yield {"smooth_idf": False}
    yield {"smooth_idf": False, "norm": "l1", "sublinear_tf": True}
    yield {"use_idf": False, "norm": None}
    yield {"norm": "l1", "ngram_range": (1, 2)}
    yield {"norm": None, "sublinear_tf": True}
    yield {"vocabulary": ["force", "peace", "talk", "we will", "zebra", "ответим"], "ngram_range": (1, 2)}


def untied(keywords, limit):
    """With the greatest max_features up to `limit` at which ties do not decide: scikit-learn breaks them by an unstable sort."""
    from sklearn.feature_extraction.text import CountVectorizer

    counts = sorted(CountVectorizer(**keywords).fit_transform(corpus()).sum(axis=0).A1.tolist(), reverse=True)
    best = max(place for place in range(1, limit + 1) if counts[place - 1] > counts[place])
    return {**keywords, "max_features": best}


def options_of(keywords):
    """The same options by our names."""

    def bound(value):
        return {"count": value} if isinstance(value, int) else {"proportion": value}

    low, high = keywords.get("ngram_range", (1, 1))
    idf = "none" if not keywords.get("use_idf", True) else "smooth" if keywords.get("smooth_idf", True) else "unsmoothed"
    norm = keywords.get("norm", "l2")
    block = {
        "name": "block",
        "analyzer": keywords.get("analyzer", "word"),
        "ngrams": {"minimum": low, "maximum": high},
        "stopWords": keywords.get("stop_words", []),
        "minimumDocuments": bound(keywords.get("min_df", 1)),
        "maximumDocuments": bound(keywords.get("max_df", 1.0)),
        "sublinearTF": keywords.get("sublinear_tf", False),
        "idf": idf,
        "norm": norm or "none",
    }
    for ours, theirs in (("maximumFeatures", "max_features"), ("vocabulary", "vocabulary")):
        if theirs in keywords:
            block[ours] = keywords[theirs]
    return {"lowercase": keywords.get("lowercase", True), "normalForm": "none", "masks": [], "blocks": [block]}


def rows_of(matrix):
    """A line a row: column:value, columns ascending."""
    matrix = matrix.tocsr()
    matrix.sort_indices()
    bounds = zip(matrix.indptr, matrix.indptr[1:])
    return [" ".join(f"{matrix.indices[k]}:{float(matrix.data[k])!r}" for k in range(start, end)) for start, end in bounds]


def tfidf(**keywords):
    from sklearn.feature_extraction.text import TfidfVectorizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        vectorizer = TfidfVectorizer(**keywords)
        fitted = vectorizer.fit_transform(corpus())
        # The first half fits, the second is only transformed.
        half = TfidfVectorizer(**{**keywords, "min_df": 1, "max_df": 1.0, "max_features": None})
        half.fit(corpus()[::2])
        unseen = half.transform(corpus()[1::2])
    return {
        "configuration": options_of(keywords),
        "terms": list(vectorizer.get_feature_names_out()),
        "rows": rows_of(fitted),
        "unseen": {"columnCount": len(half.get_feature_names_out()), "rows": rows_of(unseen)},
    }


def hashing_cases():
    yield {}
    yield {"n_features": 16}
    yield {"n_features": 16, "alternate_sign": False, "ngram_range": (1, 2)}
    yield {"n_features": 1000, "ngram_range": (1, 2), "norm": "l1"}
    yield {"n_features": 64, "norm": None}
    yield {"n_features": 64, "analyzer": "char_wb", "ngram_range": (2, 4)}
    yield {"n_features": 32, "analyzer": "char", "ngram_range": (1, 2), "norm": None}
    yield {"n_features": 64, "weighted": True}
    yield {"n_features": 1 << 20, "weighted": True, "ngram_range": (1, 2)}
    yield {"n_features": 128, "alternate_sign": False, "weighted": True, "sublinear_tf": True}


def hashed(weighted=False, sublinear_tf=False, **keywords):
    """HashingVectorizer, and with `weighted` a TfidfTransformer over its raw counts."""
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

    if weighted:
        counts = HashingVectorizer(**{**keywords, "norm": None}).transform(corpus())
        matrix = TfidfTransformer(norm=keywords.get("norm", "l2"), sublinear_tf=sublinear_tf).fit_transform(counts)
    else:
        matrix = HashingVectorizer(**keywords).transform(corpus())
    configuration = options_of({**keywords, "use_idf": weighted, "sublinear_tf": sublinear_tf})
    configuration["blocks"][0]["hashing"] = {
        "columnCount": keywords.get("n_features", 1 << 20),
        "alternatesSign": keywords.get("alternate_sign", True),
        "namesPerColumn": 3,
    }
    return {"configuration": configuration, "rows": rows_of(matrix)}


def refused_cases():
    """Where scikit-learn refuses to fit."""
    yield {"min_df": 15}
    yield {"min_df": 3, "max_df": 2}
    yield {"ngram_range": (16, 16)}
    yield {"stop_words": sorted({token for text in corpus() for token in TOKEN.findall(text.lower())})}
    yield {"max_df": 0.01}


def refusal(**keywords):
    from sklearn.feature_extraction.text import TfidfVectorizer

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            TfidfVectorizer(**keywords).fit(corpus())
    except ValueError as error:
        return {"configuration": options_of(keywords), "message": str(error)}
    raise AssertionError(f"scikit-learn accepts {keywords}")


# Real corpora, of which only digests and sums are kept.


def real_corpora():
    yield "un_quadclass/sentences_dev.csv", "en"
    yield "un_quadclass/sentences_dev.csv", "ru"
    yield "unscon/sentences.csv", "text"
    yield "kremlin/officials_1999_2020.csv", "text"
    yield "ungdc/speeches_2005_2024.csv", "text"
    yield "armenian/sentences.txt", None


def real(name, column):
    from sklearn.feature_extraction.text import TfidfVectorizer

    with open(DATA / name, encoding="utf-8", newline="") as file:
        if column is None:
            texts = file.read().split("\n")[:-1]
        else:
            csv.field_size_limit(1 << 30)
            texts = [row[column] for row in csv.DictReader(file)]
    result = {"path": name, "column": column, "texts": len(texts)}
    result["textsDigest"] = digest(texts)
    result["tokensDigest"] = digest(" ".join(TOKEN.findall(text.lower())) for text in texts)
    result["matrices"] = []
    for keywords in (
        {"ngram_range": (1, 2), "min_df": 2, "sublinear_tf": True},
        {"ngram_range": (1, 3), "max_df": 0.5, "lowercase": False},
        {"analyzer": "char_wb", "ngram_range": (2, 4), "min_df": 3},
        {"analyzer": "char", "ngram_range": (3, 3)},
    ):
        vectorizer = TfidfVectorizer(**keywords)
        matrix = vectorizer.fit_transform(texts).tocoo()
        weights = (matrix.row % 97 + 1.0) * (matrix.col % 89 + 1.0)
        result["matrices"].append(
            {
                "configuration": options_of(keywords),
                "columns": matrix.shape[1],
                "nonzeros": int(matrix.nnz),
                "termsDigest": digest(vectorizer.get_feature_names_out()),
                "checksum": float((matrix.data * weights).sum()),
            }
        )
    return result


def digest(lines):
    hasher = hashlib.sha256()
    for line in lines:
        hasher.update((line + "\n").encode())
    return hasher.hexdigest()


if __name__ == "__main__" and sys.argv[1:] == ["table"]:
    print(" ".join(table()))
