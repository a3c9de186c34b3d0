"""S202: no id stands twice."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model.project import Project
from build_tools.model.text import Span


def unique_ids(project: Project) -> Iterator[Diagnostic]:
    """Every id belongs to one part, section or clause, and every list names a thing once."""
    for things in (_units(project), _ledger(project), _questions(project), _tracker(project)):
        seen: dict[str, str] = {}
        for thing, span in things:
            if thing in seen:
                yield fault("S202", span, id=thing, first=seen[thing])
            seen.setdefault(thing, f"{span.path}:{span.line}")


def _units(project: Project) -> Iterator[tuple[str, Span]]:
    for part in project.document.parts:
        yield part.id, part.heading.zh.span
    for section in project.document.sections:
        yield section.id, Span(section.path, 1, 1)
        for clause in section.clauses:
            yield clause.id, clause.span


def _ledger(project: Project) -> Iterator[tuple[str, Span]]:
    return ((entry.segment, entry.span) for entry in project.ledger)


def _questions(project: Project) -> Iterator[tuple[str, Span]]:
    return ((question.id, question.span) for question in project.questions)


def _tracker(project: Project) -> Iterator[tuple[str, Span]]:
    return ((outcome.clause.value, outcome.clause.span) for outcome in project.tracker)
