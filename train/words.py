"""Word types: normal form, shape, hashed affixes. The exact definition is in docs/model.md, section 3; C++ repeats it."""
import unicodedata

# Classes of a code point in a shape.
OTHER, UPPER, LOWER, DIGIT = 0, 1, 2, 3

# Hashed features: name, seed byte, buckets, width of the embedding.
HASHED = [("prefix1", 1, 256, 16), ("prefix3", 2, 4096, 32), ("suffix2", 3, 1024, 32),
          ("suffix3", 4, 4096, 48), ("suffix4", 5, 8192, 32), ("shape", 6, 512, 32)]

_PUNCTUATION = {
    "'": "\u2018\u2019\u201a\u201b\u02bc\u02b9\u0060\u00b4\u2032\u2039\u203a",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u3003",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d",
    "...": "\u2026",
    "*": "\u2022\u00b7\u25cf\u25aa\u2023\u2043",
    " ": "\u00a0\u2009\u200a\u202f\u2002\u2003",
    "": "\u200b\u200c\u200d\ufeff\u200e\u200f",
}


def make_fold():
    """The fold table: code point -> (class, replacement). Code points that it lacks stay as they are, with class OTHER."""
    fold = {}
    for c in range(26):
        fold[65 + c] = (UPPER, chr(97 + c))
        fold[97 + c] = (LOWER, chr(97 + c))
    for c in range(10):
        fold[48 + c] = (DIGIT, "0")
    special = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ə": "e"}
    blocks = list(range(0xC0, 0x250)) + list(range(0x370, 0x530)) + list(range(0x1E00, 0x1F00)) + [0x18F, 0x259]
    for cp in blocks:
        ch = chr(cp)
        category = unicodedata.category(ch)
        if category not in ("Lu", "Ll", "Lt"):
            continue
        low = ch.lower()
        base = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
        base = "".join(special.get(c, c) for c in base)
        fold[cp] = (LOWER if category == "Ll" else UPPER, base)
    for cp in range(0x300, 0x370):
        fold[cp] = (OTHER, "")
    for to, chars in _PUNCTUATION.items():
        for ch in chars:
            fold[ord(ch)] = (OTHER, to)
    return fold


FOLD = make_fold()


def normal(form):
    """Normal form and shape of a word."""
    out, shape = [], []
    for ch in form:
        cls, to = FOLD.get(ord(ch), (OTHER, ch))
        out.append(to)
        if cls == UPPER:
            s = "A"
        elif cls == LOWER:
            s = "a"
        elif cls == DIGIT:
            s = "0"
        elif to and ord(to[0]) < 128:
            s = to[0]
        elif to:
            s = "?"
        else:
            continue
        if len(shape) < 2 or shape[-1] != s or shape[-2] != s:
            shape.append(s)
    return "".join(out), "".join(shape)


def fnv(seed, data):
    h = 2166136261
    h = ((h ^ seed) * 16777619) & 0xFFFFFFFF
    for b in data:
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def hashed(form):
    """Bucket of each hashed feature, in the order of HASHED."""
    norm, shape = normal(form)
    b = norm.encode("utf-8")
    parts = [b[:1], b[:3], b[-2:], b[-3:], b[-4:], shape.encode("utf-8")]
    return [fnv(seed, part) % buckets for (_, seed, buckets, _), part in zip(HASHED, parts)]
