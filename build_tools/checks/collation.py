"""W404: the edition with its emendations undone is the given text, byte for byte."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.document import Document
from build_tools.model.project import Project
from build_tools.model.text import Span
from build_tools.text.collation import Located, Undone, locate, overlaps, undo
from build_tools.text.reading import Line, reading_lines

_CONTEXT = 12


def collation(project: Project) -> Iterator[Diagnostic]:
    """Nothing departs from the given text without a record."""
    lines = reading_lines(project.document)
    located = list(locate(project.emendations, lines))
    found = [each for each in located if isinstance(each, Located)]
    if len(found) < len(located) or any(overlaps(found)):
        return  # W401, W402 and W403 report the places; what follows from them would only add noise
    given = project.document.given_text.decode("utf-8", "replace")
    undone = undo(lines, found)
    rebuilt = "".join(each.text for each in undone)
    if rebuilt != given:
        yield _difference(project.document, undone, rebuilt, given)


def _difference(document: Document, undone: tuple[Undone, ...], rebuilt: str, given: str) -> Diagnostic:
    """The first place where the two part, in the line of the edition it belongs to."""
    offset = _common_length(rebuilt, given)
    position, line, within = 0, undone[-1].line, 0
    for each in undone:
        if position + len(each.text) > offset:
            line, within = each.line, _offset_in_edition(each, offset - position)
            break
        position += len(each.text)
    span = _span(document, line, within)
    shown = [_excerpt(text, offset) for text in (rebuilt, given)]
    return fault("W404", span, unit=line.unit, edition=shown[0], given=shown[1])


def _common_length(first: str, second: str) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def _offset_in_edition(undone: Undone, offset: int) -> int:
    """The offset in the edition's line of a character in the line as undone."""
    position = 0
    for start, end, given in undone.pieces:
        if position + len(given) > offset:
            return min(start + offset - position, end)
        position += len(given)
    return len(undone.line.text)


def _excerpt(text: str, offset: int) -> str:
    return text[max(0, offset - _CONTEXT) : offset + _CONTEXT].replace("\n", "⏎")


def _span(document: Document, line: Line, offset: int) -> Span:
    """Where the segment at an offset of a line is written."""
    segment_id = next((each for each, start in reversed(line.offsets) if start <= offset), line.offsets[0][0])
    spans = {segment.id: segment.zh.span for segment in document.segments()}
    for clause in document.clauses():
        if clause.responsible:
            spans[clause.responsible.id] = clause.responsible.zh.span
    return spans[segment_id]
