"""Which characters a search takes for the same: scripts, widths, cases, quotation marks, hyphens and brackets.

Every character is folded into one character, so that a place in folded text is the same place in the text.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

# Signs that are typed in several ways; a hyphen is also typed as a space.
_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("“”「」〝〞＂«»", '"'),
        **dict.fromkeys("‘’『』＇′`´", "'"),
        **dict.fromkeys("-‐‑‒–—―−－_　\u00a0\u2009\u202f", " "),
        **dict.fromkeys("[{（〔［【｛〈《", "("),
        **dict.fromkeys("]}）〕］】｝〉》", ")"),
        **dict.fromkeys("•‧・", "·"),
        "、": ",",
        "。": ".",
        "…": ".",
    }
)
_FULL_WIDTH = {chr(point): chr(point - 0xFEE0) for point in range(0xFF01, 0xFF5F)}

# Two conversions of every passage of a document: a served site is rebuilt without comparing them again.
_REMEMBERED = 8_192

Fold = Mapping[str, str]


def fold_table(simplified: Fold, pairs: Iterable[tuple[str, str]]) -> Fold:
    """The table by which `fold` works.

    `simplified` maps traditional characters to simplified ones; `pairs` are texts in simplified characters with
    their conversions, from which those characters are learnt that the table alone would keep apart (着 and 著).
    Only characters that fold into one of the texts are kept: no other can find anything.
    """
    seen: set[str] = set()
    classes = dict(simplified)
    for source, converted in sorted(set().union(*(_aligned(*pair) for pair in pairs))):
        seen.add(source)
        _join(classes, source, converted)
    kept = {each: _last(classes, each) for each in classes if _last(classes, each) in seen}
    return MappingProxyType({**kept, **{c: f.lower() for c, f in _FULL_WIDTH.items()}, **_SIGNS})


def fold(text: str, table: Fold) -> str:
    """Text in the characters that stand for their variants, in small letters, with as many code points."""
    return "".join(table.get(char) or _small(char) for char in text)


def _small(char: str) -> str:
    """The small letter, if it is one character; a few capitals have longer ones."""
    small = char.lower()
    return small if len(small) == 1 else char


@lru_cache(_REMEMBERED)
def _aligned(source: str, converted: str) -> frozenset[tuple[str, str]]:
    """Each character with the one it became, each pair once."""
    return frozenset(zip(source, converted, strict=True))


def _join(classes: dict[str, str], source: str, converted: str) -> None:
    first, second = _last(classes, source), _last(classes, converted)
    if first != second and source not in _SIGNS:
        classes[second] = first


def _last(classes: Fold, char: str) -> str:
    """The end of the chain of a character, which stands for its class."""
    while classes.get(char, char) != char:
        char = classes[char]
    return char
