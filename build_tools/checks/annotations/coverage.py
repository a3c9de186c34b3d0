"""A712–A715: once a document calls itself annotated, no clause, section or emendation is left out."""

from collections.abc import Iterator

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.model import ids
from build_tools.model.annotation import Annotation
from build_tools.model.document import Clause
from build_tools.model.project import Project
from build_tools.model.text import Span
from build_tools.text.targets import Targets


def coverage(project: Project) -> Iterator[Diagnostic]:
    """Every clause has its note and state, every section its investor note, every record its text note."""
    if not project.document.meta.annotated:
        return
    targets = Targets(project.document)
    notes = [note for note in project.annotations if note.target.value in targets]
    noted = {(targets.unit(note.target.value), note.kind) for note in notes}
    tracked = {outcome.clause.value for outcome in project.tracker}
    for section in project.document.sections:
        yield from _clauses(section.clauses, noted, tracked)
        if section.id != ids.PREAMBLE and not any((c.id, "investor") in noted for c in section.clauses):
            yield fault("A714", Span(section.path, 1, 1), section=section.id)
    yield from _emendations(project)


def _clauses(clauses: tuple[Clause, ...], noted: set[tuple[str, str]], tracked: set[str]) -> Iterator[Diagnostic]:
    for clause in clauses:
        if ids.is_paragraph(clause.id):
            continue
        if not {(clause.id, "follow-up"), (clause.id, "context")} & noted:
            yield fault("A712", clause.span, clause=clause.id)
        if clause.id not in tracked:
            yield fault("A713", clause.span, clause=clause.id)


def _emendations(project: Project) -> Iterator[Diagnostic]:
    notes = [note for note in project.annotations if note.kind == "text"]
    for record in project.emendations:
        if not any(_names(note, record.id) for note in notes):
            yield fault("A715", record.span, id=record.id)


def _names(note: Annotation, record: str) -> bool:
    pieces = note.id.replace(".", "-").split("-")
    return record.lower() in pieces or f"{record} " in f"{note.body.en} "
