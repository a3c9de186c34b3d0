"""W401, W402, W403: every emendation stands at one place, and no two at the same."""

from collections.abc import Iterator
from difflib import get_close_matches

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project
from build_tools.text.collation import Located, Misplaced, locate, overlaps
from build_tools.text.reading import Line, reading_lines


def emendation_places(project: Project) -> Iterator[Diagnostic]:
    """The words around every place occur exactly once in the line it names, and no two records overlap."""
    lines = reading_lines(project.document)
    located: list[Located] = []
    for found in locate(project.emendations, lines):
        if isinstance(found, Misplaced):
            yield _misplaced(found, lines)
        else:
            located.append(found)
    for first, second in overlaps(located):
        record = second.emendation
        yield fault("W403", record.span, id=record.id, other=first.emendation.id, unit=second.unit)


def _misplaced(found: Misplaced, lines: tuple[Line, ...]) -> Diagnostic:
    record, place = found.emendation, found.place
    words = (place.before + record.adopted + place.after).replace("\n", "⏎")
    if found.count:
        count = str(found.count)
        return fault("W402", place.span, id=record.id, unit=place.unit, count=count, words=words)
    close = get_close_matches(place.unit, [line.unit for line in lines], n=1)
    known = any(line.unit == place.unit for line in lines)
    nearest = "" if known or not close else f" ({close[0]}?)"
    return fault("W401", place.span, id=record.id, unit=place.unit, words=words, nearest=nearest)
