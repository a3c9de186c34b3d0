"""S203: clauses stand in the order of their numbers, in the file of their section."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model import ids
from build_tools.model.document import Section
from build_tools.model.project import Project


def clause_order(project: Project) -> Iterator[Diagnostic]:
    """Paragraphs and numbered clauses each count 1, 2, 3 … within their section."""
    for section in project.document.sections:
        yield from _in_section(section)


def _in_section(section: Section) -> Iterator[Diagnostic]:
    counts = {True: 0, False: 0}
    seen: set[str] = set()
    for clause in section.clauses:
        if clause.id in seen:
            continue  # S202 reports it
        seen.add(clause.id)
        paragraph = ids.is_paragraph(clause.id)
        counts[paragraph] += 1
        expected = f"{section.id}.{'p' if paragraph else ''}{counts[paragraph]}"
        if clause.id != expected:
            yield fault("S203", clause.span, id=clause.id, expected=expected)
            counts[paragraph] = ids.ordinal(clause.id)
