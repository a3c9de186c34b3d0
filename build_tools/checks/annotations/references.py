"""A703, A708, A709: references, sources and contributors are registered."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.markup.parse import parse
from build_tools.model.annotation import Annotation
from build_tools.model.project import Project
from build_tools.model.text import Span
from build_tools.text.targets import Targets


def references(project: Project) -> Iterator[Diagnostic]:
    """Everything a note, the guide, an outcome or an instrument names by id exists."""
    known = _known(project)
    for note in project.annotations:
        yield from _references(note, known)
        yield from _people(note, {each.id for each in project.contributors})
        for citation in note.sources:
            if citation.instrument:
                yield from _missing("A708", citation.instrument, citation.span, known["instrument"])
    yield from _guide(project, known["annotation"])
    yield from _registers(project, known)


def _guide(project: Project, known: frozenset[str]) -> Iterator[Diagnostic]:
    for text in (each for entry in project.guide for each in entry.notes):
        if text.value not in known:
            words, nearest = f"[[annotation:{text.value}]]", _nearest(text.value, known)
            yield fault("A703", text.span, words=words, nearest=nearest)


def _registers(project: Project, known: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    for outcome in project.tracker:
        yield from _missing("A707", outcome.clause.value, outcome.clause.span, known["clause"])
        for text in outcome.instruments:
            yield from _missing("A708", text.value, text.span, known["instrument"])
    for instrument in project.instruments:
        for relation in instrument.relations:
            yield from _missing("A707", relation.clause.value, relation.clause.span, known["clause"] | {"all"})


def _known(project: Project) -> Mapping[str, frozenset[str]]:
    parts = {part.id for part in project.document.parts}
    sections = {section.id for section in project.document.sections}
    return {
        "clause": frozenset(Targets(project.document).names) | parts | sections,
        "agency": frozenset(each.id for each in project.agencies),
        "term": frozenset(each.id for each in project.terms),
        "instrument": frozenset(each.id for each in project.instruments),
        "annotation": frozenset(each.id for each in project.annotations),
    }


def _references(note: Annotation, known: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    for body in (note.body.en, note.body.zh):
        for reference in parse(body).references:
            if reference.kind in known and reference.target not in known[reference.kind]:
                nearest = _nearest(reference.target, known[reference.kind])
                yield fault("A703", note.body_span, words=reference.words, nearest=nearest)


def _people(note: Annotation, known: set[str]) -> Iterator[Diagnostic]:
    for person in (note.author, *note.reviewers):
        yield from _missing("A709", person.value, person.span, frozenset(known))


def _missing(code: str, target: str, span: Span, known: frozenset[str]) -> Iterator[Diagnostic]:
    if target not in known:
        yield fault(code, span, id=target, nearest=_nearest(target, known))


def _nearest(target: str, known: frozenset[str]) -> str:
    close = get_close_matches(target, sorted(known), n=1)
    return f" ({close[0]}?)" if close else ""
