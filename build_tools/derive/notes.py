"""Notes by unit, their marks on the words they are about, and who cites what."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from build_tools.markup.parse import parse
from build_tools.model.annotation import KINDS, Quote
from build_tools.model.notes import NoteMark, PlacedNote
from build_tools.model.project import Project
from build_tools.text.anchor import Finding, anchor
from build_tools.text.targets import Targets

Marks = Mapping[str, tuple[NoteMark, ...]]


def placed_notes(project: Project) -> Mapping[str, tuple[PlacedNote, ...]]:
    """By unit, its notes in the order of kinds (investor first), then of names."""
    targets = Targets(project.document)
    found: dict[str, list[PlacedNote]] = {}
    for note in sorted(project.annotations, key=lambda each: (KINDS.index(each.kind), each.id)):
        unit = targets.unit(note.target.value)
        found.setdefault(unit, []).append(PlacedNote(note, unit))
    return MappingProxyType({unit: tuple(notes) for unit, notes in found.items()})


def note_marks(project: Project, language: str) -> Marks:
    """By segment, the words that notes are about, in `zh` or `en`; where two overlap the first stays."""
    targets = Targets(project.document)
    found: dict[str, list[NoteMark]] = {}
    for note in project.annotations:
        quote = note.chinese if language == "zh" else note.english
        if quote:
            _add(found, quote, note.id, targets.texts(note.target.value, language), targets.all(language))
    return MappingProxyType({segment: _disjoint(marks) for segment, marks in found.items()})


def _add(
    found: dict[str, list[NoteMark]], quote: Quote, note: str, target: dict[str, str], everywhere: dict[str, str]
) -> None:
    elsewhere = {segment: text for segment, text in everywhere.items() if segment not in target}
    place = anchor(quote.words.value, quote.prefix, quote.suffix, target, elsewhere)
    if place.finding in (Finding.FOUND, Finding.MOVED):
        found.setdefault(place.segment, []).append(NoteMark(place.start, place.end, note))


def _disjoint(marks: Iterable[NoteMark]) -> tuple[NoteMark, ...]:
    kept: list[NoteMark] = []
    for mark in sorted(marks, key=lambda each: (each.start, each.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def cited_by(project: Project) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """By (kind, id) of an agency, term, instrument or clause, the notes that refer to it or rest on it."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for note in project.annotations:
        bodies = (parse(note.body.en), parse(note.body.zh))
        named = [(each.kind, each.target) for body in bodies for each in body.references]
        named += [("instrument", each.instrument) for each in note.sources if each.instrument]
        for key in named:
            found.setdefault(key, {})[note.id] = None
    return MappingProxyType({key: tuple(notes) for key, notes in found.items()})
