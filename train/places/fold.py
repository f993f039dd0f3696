"""Names in the form under which the program compares them: FoldName of src/lexicon/fold.cc, with its own tables."""
import pathlib
import re

SOURCE = pathlib.Path(__file__).resolve().parents[2] / 'src' / 'lexicon' / 'fold.cc'


def table(name):
    found = re.search(rf'{name} =\s*((?:"[^"]*"\s*)+);', SOURCE.read_text())
    return ''.join(re.findall(r'"([^"]*)"', found.group(1)))


LATIN = table('kLatin')
LATIN_ADDITIONAL = table('kLatinAdditional')
TWO_LETTERS = {0xC6: 'ae', 0xE6: 'ae', 0xDE: 'th', 0xFE: 'th', 0x132: 'ij', 0x133: 'ij', 0x152: 'oe', 0x153: 'oe'}
APOSTROPHES = "'`´‘’" + ''.join(map(chr, range(0x2BB, 0x2C0)))


def letter(c):
    code = ord(c)
    if code < 0x80:
        return c.lower()
    base = '.'
    if 0xC0 <= code < 0xC0 + len(LATIN):
        base = LATIN[code - 0xC0]
    elif 0x1E00 <= code < 0x1E00 + len(LATIN_ADDITIONAL):
        base = LATIN_ADDITIONAL[code - 0x1E00]
    elif code == 0x259:
        base = 'a'
    return TWO_LETTERS.get(code, 'ss') if base == '?' else c if base == '.' else base


def fold(name):
    """None for a name with a character that no name has."""
    units, open_unit = [], False
    for c in name:
        code = ord(c)
        if c in APOSTROPHES or c in '.!\u00AD\u200B\u200D' or 0x300 <= code <= 0x36F:
            continue
        if c in ' ,()-/\u00A0\u202F\u2212' or 0x2010 <= code <= 0x2013:
            open_unit = False
        elif c == '&':
            units.append('and')
            open_unit = False
        elif (code < 0x80 and not c.isalnum() and c != '+') or 0x80 <= code < 0xC0 or code in (0xD7, 0xF7) or \
                0x2000 <= code <= 0x206F:
            return None
        else:
            if not open_unit:
                units.append('')
            open_unit = True
            units[-1] += letter(c)
    return ' '.join(units)
