"""The edition as one running text: every printed line of the document, and the offset of every segment in it.

A line ends with an empty line after it, the last line with a line break; so a departure in the layout of the given
text is a departure like any other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import ids
from build_tools.model.document import Clause, Document, Segment

STOP = "。"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line or paragraph: the unit it belongs to, its text with the break that ends it,
    and the offset at which each of its segments begins."""

    unit: str
    text: str
    offsets: tuple[tuple[str, int], ...]


def reading_lines(document: Document) -> tuple[Line, ...]:
    """The lines of the edition in order; their texts joined are the edition's text."""
    drafts = list(_drafts(document))
    return tuple(
        _line(unit, pieces, "\n" if at == len(drafts) - 1 else "\n\n") for at, (unit, pieces) in enumerate(drafts)
    )


Draft = tuple[str, list[tuple[str, str]]]


def _drafts(document: Document) -> Iterator[Draft]:
    yield from (_front(segment) for segment in document.front)
    yield from _section_drafts(document, ids.PREAMBLE)
    for part in document.parts:
        yield _heading(part.id, part.heading, "")
        for section_id in part.section_ids:
            yield from _section_drafts(document, section_id.value)
    yield from (_front(segment) for segment in document.back)


def _front(segment: Segment) -> Draft:
    return segment.id, [(segment.id, segment.zh.value)]


def _heading(unit: str, heading: Segment, end: str) -> Draft:
    return unit, [("", ids.printed_number(unit)), (heading.id, heading.zh.value), ("", end)]


def _section_drafts(document: Document, section_id: str) -> Iterator[Draft]:
    section = document.section(section_id)
    if section is None:
        return
    if section.heading:
        yield _heading(section.id, section.heading, STOP)
    yield from (_clause(clause) for clause in section.clauses)


def _clause(clause: Clause) -> Draft:
    unit, pieces = (
        _heading(clause.id, clause.heading, STOP) if clause.heading else (clause.id, list[tuple[str, str]]())
    )
    pieces += [(sentence.id, sentence.zh.value) for sentence in clause.sentences]
    if clause.responsible:
        pieces += [("", "（"), (clause.responsible.id, clause.responsible.zh.value), ("", "）")]
    return unit, pieces


def _line(unit: str, pieces: list[tuple[str, str]], end: str) -> Line:
    offsets, length = [], 0
    for segment_id, text in pieces:
        if segment_id:
            offsets.append((segment_id, length))
        length += len(text)
    return Line(unit, "".join(text for _, text in pieces) + end, tuple(offsets))
