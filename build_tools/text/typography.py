"""Quotation marks of the traditional locales, and the spans no conversion may touch."""

import re

from build_tools.text.runs import HAN

_ASCII = r"A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%"
# Han may belong to an address only in a path segment that ends in more ASCII, or after the number sign.
_ADDRESS = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.\-]*://[{_ASCII}]+(?:(?<=[/=])[{HAN}]+(?=[/.?#&=])[{_ASCII}]+)*"
    rf"(?:(?<=#)[{HAN}{_ASCII}]+)?"
    rf"|(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9\-._~/]*#[{HAN}{_ASCII}]+"
)
_TO_CORNER = str.maketrans({"“": "「", "”": "」", "‘": "『"})
_TO_CURLY = str.maketrans({"「": "“", "」": "”", "『": "‘", "』": "’"})
_SINGLE = re.compile("[‘’]")


def masked_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans, in order, of addresses and their fragments, which stay as they are."""
    return tuple(found.span() for found in _ADDRESS.finditer(text))


def corner_quotes(text: str) -> str:
    """Replace curly by corner quotation marks one to one; an apostrophe in Latin text stays."""
    apostrophes = _apostrophes(text)
    marks = [
        character if at in apostrophes else "』" if character == "’" else character
        for at, character in enumerate(text)
    ]
    return "".join(marks).translate(_TO_CORNER)


def curly_quotes(text: str) -> str:
    """Undo `corner_quotes`."""
    return text.translate(_TO_CURLY)


def _apostrophes(text: str) -> frozenset[int]:
    """Find each ’ that stands between Latin letters, or after one with no ‘ open before it."""
    found: set[int] = set()
    depth = 0
    for match in _SINGLE.finditer(text):
        at = match.start()
        if match.group() == "‘":
            depth += 1
        elif _latin(text, at - 1) and (depth == 0 or _latin(text, at + 1)):
            found.add(at)
        else:
            depth = max(0, depth - 1)
    return frozenset(found)


def _latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum() and ord(text[at]) < 0x250
