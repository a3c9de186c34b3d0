"""Emendations as marks on segments: what readers see where words differ."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from build_tools.model.document import Document
from build_tools.model.edition import Mark
from build_tools.model.emendation import Emendation, EmendationKind
from build_tools.text.collation import Located, locate
from build_tools.text.reading import Line

SHOWN = (EmendationKind.SUPPLIED, EmendationKind.DOUBLED, EmendationKind.PUNCTUATION, EmendationKind.WORDING)


def apparatus(
    document: Document, emendations: Iterable[Emendation], lines: Sequence[Line]
) -> Mapping[str, tuple[Mark, ...]]:
    """By segment id, the marks on it in order; joins, brackets and spaces are listed elsewhere and not marked."""
    by_unit = {line.unit: line for line in lines}
    lengths = {segment.id: len(segment.zh.value) for segment in document.segments()}
    marks: dict[str, list[Mark]] = {}
    for found in locate((each for each in emendations if each.kind in SHOWN), lines):
        mark = _mark(found, by_unit[found.unit], lengths) if isinstance(found, Located) else None
        if mark:
            marks.setdefault(mark.segment, []).append(mark)
    return MappingProxyType({key: tuple(sorted(each, key=lambda m: m.start)) for key, each in marks.items()})


def _mark(found: Located, line: Line, lengths: Mapping[str, int]) -> Mark | None:
    """The part of the adopted words that lies in one segment; an insertion point counts to the text before it."""
    for segment_id, start in reversed(line.offsets):
        if segment_id in lengths and start <= found.start:
            length = lengths[segment_id]
            first, last = min(found.start - start, length), min(found.end - start, length)
            return Mark(segment_id, first, last, found.emendation)
    return None
