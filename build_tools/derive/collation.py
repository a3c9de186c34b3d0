"""The given text beside the edition, line by line."""

from collections.abc import Iterable, Iterator, Sequence

from build_tools.model.collation import CollatedLine, Variant
from build_tools.model.emendation import Emendation
from build_tools.text.collation import Located, Undone, locate, undo
from build_tools.text.reading import Line


def collate(emendations: Sequence[Emendation], lines: Sequence[Line]) -> tuple[CollatedLine, ...]:
    """Every line of the edition with the given text's; the given lines joined are the given text."""
    located = [each for each in locate(emendations, lines) if isinstance(each, Located)]
    return tuple(CollatedLine(each.line.unit, tuple(_variants(each, located))) for each in undo(lines, located))


def _variants(undone: Undone, located: Iterable[Located]) -> Iterator[Variant]:
    """The pieces of a line in order: agreement and departure take turns, agreement first."""
    here = [each for each in located if each.unit == undone.line.unit and each.emendation.departs]
    departures = iter(sorted(here, key=lambda each: each.start))
    for at, (start, end, given) in enumerate(undone.pieces):
        emendation = next(departures).emendation if at % 2 else None
        if given or start < end:
            yield Variant(given, undone.line.text[start:end], emendation)
