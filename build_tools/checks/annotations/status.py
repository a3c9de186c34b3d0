"""A710, A711: dates lie in the past, and what calls itself sourced has a source."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project


def status(project: Project) -> Iterator[Diagnostic]:
    """No note is dated after today, no fact checked after today; sourced and reviewed notes have sources."""
    for note in project.annotations:
        if note.day > project.today:
            yield fault("A710", note.span, date=note.day.isoformat())
        if note.status != "draft" and not note.sources:
            yield fault("A711", note.span, status=note.status)
    for outcome in project.tracker:
        if outcome.checked > project.today:
            yield fault("A710", outcome.clause.span, date=outcome.checked.isoformat())
