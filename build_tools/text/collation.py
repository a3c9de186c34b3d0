"""Emendations at their places in the edition, and the way back to the given text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.model.emendation import Emendation, Place
from build_tools.text.reading import Line


@dataclass(frozen=True, slots=True)
class Located:
    """An emendation found in a line: the adopted words stand at [start, end) of the line's text."""

    emendation: Emendation
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A place that does not occur exactly once in its line; `count` says how often it does."""

    emendation: Emendation
    place: Place
    count: int


def locate(emendations: Iterable[Emendation], lines: Sequence[Line]) -> Iterator[Located | Misplaced]:
    """Every place of every record, found or not."""
    texts = {line.unit: line.text for line in lines}
    for emendation in emendations:
        for place in emendation.places:
            yield _locate(emendation, place, texts.get(place.unit, ""))


def _locate(emendation: Emendation, place: Place, text: str) -> Located | Misplaced:
    words = place.before + emendation.adopted + place.after
    starts = list(_occurrences(words, text))
    if len(starts) != 1:
        return Misplaced(emendation, place, len(starts))
    start = starts[0] + len(place.before)
    return Located(emendation, place.unit, start, start + len(emendation.adopted))


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words and text else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def overlaps(located: Sequence[Located]) -> Iterator[tuple[Located, Located]]:
    """Pairs of departures that claim the same characters of a line."""
    ordered = _in_order(each for each in located if each.emendation.departs)
    for first, second in pairwise(ordered):
        if first.unit == second.unit and second.start < first.end:
            yield first, second


def _in_order(located: Iterable[Located]) -> list[Located]:
    """By place; records at one place keep the order of the file, because sorting is stable."""
    return sorted(located, key=lambda each: (each.unit, each.start))


@dataclass(frozen=True, slots=True)
class Undone:
    """A line as the given text has it, in pieces: [start, end) of the edition's line and the given words there."""

    line: Line
    pieces: tuple[tuple[int, int, str], ...]

    @property
    def text(self) -> str:
        """The line as the given text has it."""
        return "".join(given for _, _, given in self.pieces)


def undo(lines: Sequence[Line], located: Iterable[Located]) -> tuple[Undone, ...]:
    """Every line with its emendations taken back; the texts joined must be the given text."""
    by_unit: dict[str, list[Located]] = {}
    for each in _in_order(each for each in located if each.emendation.departs):
        by_unit.setdefault(each.unit, []).append(each)
    return tuple(Undone(line, tuple(_pieces(line, by_unit.get(line.unit, [])))) for line in lines)


def _pieces(line: Line, departures: Iterable[Located]) -> Iterator[tuple[int, int, str]]:
    position = 0
    for each in departures:
        yield position, each.start, line.text[position : each.start]
        yield each.start, each.end, each.emendation.given
        position = each.end
    yield position, len(line.text), line.text[position:]
