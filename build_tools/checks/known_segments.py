"""X306: what is said about a segment is said about one that exists."""

from collections.abc import Iterator
from difflib import get_close_matches

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project
from build_tools.model.text import Span


def known_segments(project: Project) -> Iterator[Diagnostic]:
    """The ledger, the exemptions and the open questions name segments of the document."""
    known = [segment.id for segment in project.document.segments()]
    for segment, span in _named(project):
        if segment not in known:
            close = get_close_matches(segment, known, n=1)
            yield fault("X306", span, id=segment, nearest=f" ({close[0]}?)" if close else "")


def _named(project: Project) -> Iterator[tuple[str, Span]]:
    for entry in project.ledger:
        yield entry.segment, entry.span
    for exemption in project.exemptions:
        yield exemption.segment, exemption.span
    for question in project.questions:
        yield question.segment, question.span
