"""Where the quoted words of a note stand."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Finding(StrEnum):
    """The outcome of looking for a quotation (FOUND and MOVED can be shown, the others stop a build)."""

    FOUND = "found"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The outcome, and for FOUND and MOVED the segment and the place of the words in it."""

    finding: Finding
    segment: str = ""
    start: int = 0
    end: int = 0
    count: int = 0


def anchor(words: str, prefix: str, suffix: str, target: dict[str, str], elsewhere: dict[str, str]) -> Anchor:
    """Look for words in the target's segments, then in the others of the document.

    The words must stand once; a prefix and a suffix, directly before and after, tell places apart.
    """
    for segments, outcome in ((target, Finding.FOUND), (elsewhere, Finding.MOVED)):
        places = [
            (segment, start + len(prefix))
            for segment, text in segments.items()
            for start in _starts(prefix + words + suffix, text)
        ]
        if len(places) == 1:
            segment, start = places[0]
            return Anchor(outcome, segment, start, start + len(words), 1)
        if places:
            several = Finding.AMBIGUOUS if outcome is Finding.FOUND else Finding.ORPHANED
            return Anchor(several, count=len(places))
    return Anchor(Finding.ORPHANED)


def _starts(words: str, text: str) -> list[int]:
    return [at for at in range(len(text) - len(words) + 1) if text.startswith(words, at)]


def nearest_words(words: str, segments: dict[str, str]) -> tuple[str, str]:
    """The segment with the stretch most like the words, and that stretch; both empty if nothing is like it."""
    best = ("", "")
    score = 0.3
    for segment, text in segments.items():
        match = SequenceMatcher(None, text, words, autojunk=False).find_longest_match()
        if match.size / max(1, len(words)) > score:
            score = match.size / max(1, len(words))
            start = max(0, match.a - match.b)
            best = (segment, text[start : start + len(words)])
    return best
