"""S202: no id stands twice."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project
from build_tools.model.text import Span


def unique_ids(project: Project) -> Iterator[Diagnostic]:
    """Every section and clause id belongs to one section or clause."""
    seen: dict[str, str] = {}
    for unit_id, span in _units(project):
        if unit_id in seen:
            yield fault("S202", span, id=unit_id, first=seen[unit_id])
        seen.setdefault(unit_id, f"{span.path}:{span.line}")


def _units(project: Project) -> Iterator[tuple[str, Span]]:
    for section in project.document.sections:
        yield section.id, Span(section.path, 1, 1)
        for clause in section.clauses:
            yield clause.id, clause.span
