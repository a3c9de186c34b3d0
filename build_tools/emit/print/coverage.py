"""P801: every character of a printed edition is in its fonts, so that typesetting cannot fail on content."""

from collections.abc import Iterator
from unicodedata import name as unicode_name

from build_tools.diagnostics.report import Diagnostic, fault
from build_tools.emit.print.typefaces import characters
from build_tools.model.edition import Edition
from build_tools.model.locale import SCRIPTS
from build_tools.model.text import Span, Text


def uncovered(edition: Edition) -> Iterator[Diagnostic]:
    """One diagnostic for every character that some edition cannot show, at its first place."""
    for script in SCRIPTS:
        known = characters(script)
        seen: set[str] = set()
        for text in _texts(edition, script):
            converted = edition.convert(text.value, script)
            for at, char in enumerate(converted):
                if ord(char) not in known and not char.isspace() and char not in seen:
                    seen.add(char)
                    yield _fault(text, at, char, script)


def _fault(text: Text, at: int, char: str, script: str) -> Diagnostic:
    span = text.span
    place = Span(span.path, span.line, span.column + at, 1)
    name = unicode_name(char, "no name")
    return fault("P801", place, char=f"U+{ord(char):04X}", name=name, edition=script)


def _texts(edition: Edition, script: str) -> Iterator[Text]:
    """Every text that is printed, with a place to point at."""
    project = edition.project
    for segment in project.document.segments():
        yield segment.zh
        if segment.en:
            yield segment.en
    for clause in project.document.clauses():
        if clause.responsible:
            yield clause.responsible.zh
    yield from _apparatus(edition)
    for note in project.annotations:
        yield Text(note.body.zh + note.body.en + "".join(each.title for each in note.sources), note.body_span)
    for instrument in project.instruments:
        yield Text(instrument.title.zh + instrument.title.en, instrument.span)
    for tag in (script, "en"):
        yield from project.interface[tag].values()
    meta, start = project.document.meta, Span(project.document.front[0].zh.span.path, 1, 1)
    for words in (meta.issuer.zh, meta.issuer.en, meta.short_title.zh, meta.short_title.en, meta.number):
        yield Text(words, start)


def _apparatus(edition: Edition) -> Iterator[Text]:
    """The texts of the footnotes and the appendices."""
    project = edition.project
    for record in project.emendations:
        for words in (record.evidence.zh, record.evidence.en, record.given, record.other or ""):
            yield Text(words, record.span)
    for agency in project.agencies:
        for name in (agency.name, *(each.name for each in agency.today)):
            for words in (name.zh, name.en, name.abbr):
                yield Text(words, agency.span)
