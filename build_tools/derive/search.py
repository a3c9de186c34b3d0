"""What can be found: the text, the registers and the notes as rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from build_tools.markup.html import Resolve
from build_tools.markup.parse import parse
from build_tools.markup.plain import paragraphs
from build_tools.model import ids
from build_tools.model.agency import Agency, AgencyName
from build_tools.model.annotation import KINDS, Annotation
from build_tools.model.concordance import Concordance, Use
from build_tools.model.document import Segment
from build_tools.model.edition import Convert, Texts
from build_tools.model.instrument import Instrument
from build_tools.model.locale import SCRIPTS
from build_tools.model.project import Project
from build_tools.model.search import Row, SearchIndex
from build_tools.model.term import Term
from build_tools.text.folding import Fold, fold, fold_table
from build_tools.text.pinyin import readings
from build_tools.text.targets import Targets
from build_tools.text.variants import simplified_characters

_CONVERTED = SCRIPTS[1:]
_ADDRESS = re.compile(r" \((?:https|mailto):[^\s()]*\)")


def search_index(
    project: Project,
    texts: Mapping[str, Texts],
    convert: Convert,
    concordances: tuple[Concordance, ...],
    english_notes: Mapping[str, str],
) -> SearchIndex:
    """The index of a project; `texts`, `concordances` and `english_notes` are layers of the edition."""
    first = {
        "text": tuple(_text(project, concordances, english_notes)),
        "term": tuple(map(_term, project.terms)),
        "agency": tuple(map(_agency, project.agencies)),
    }
    later = {"instrument": tuple(map(_instrument, project.instruments)), **_notes(project)}
    table = fold_table(simplified_characters(), _pairs({**first, **later}, texts, convert))
    first["term"] = tuple(_with_other_words(row, table) for row in first["term"])
    return SearchIndex(MappingProxyType(first), MappingProxyType(later), table, project.equivalents)


def _text(
    project: Project, concordances: tuple[Concordance, ...], english_notes: Mapping[str, str]
) -> Iterator[Row]:
    """Every line, heading and sentence in reading order, each note of responsibility after its clause."""
    uses = _uses(concordances)
    notes = {each.id: each.responsible for each in project.document.clauses() if each.responsible}
    segments = tuple(project.document.segments())
    for segment, following in zip(segments, (*segments[1:], None), strict=True):
        yield _segment(segment, uses.get(segment.id, ()))
        unit = ids.unit_of(segment.id)
        if unit in notes and (following is None or ids.unit_of(following.id) != unit):
            note = notes[unit]
            yield Row(note.id, unit, note.zh.value, english_notes[unit], (), readings(note.zh.value))


def _segment(segment: Segment, uses: tuple[Use, ...]) -> Row:
    chinese, english = segment.zh.value, segment.en.value if segment.en else ""
    return Row(segment.id, ids.unit_of(segment.id), chinese, english, (), readings(chinese), uses)


def _uses(concordances: tuple[Concordance, ...]) -> Mapping[str, tuple[Use, ...]]:
    """By segment, the rendered occurrences of terms in order."""
    found: dict[str, list[Use]] = {}
    for use in (use for each in concordances for use in each.uses if use.words):
        found.setdefault(use.segment, []).append(use)
    return {segment: tuple(sorted(each, key=lambda use: (use.start, use.end))) for segment, each in found.items()}


def _term(term: Term) -> Row:
    local = tuple(word for word in (term.taiwan, term.hong_kong) if word)
    names = dict.fromkeys((*local, *term.forms, *filter(None, [term.gloss]), *term.discouraged))
    return Row(term.id, "", term.zh, term.en, tuple(names), readings(term.zh))


def _agency(agency: Agency) -> Row:
    today = [name for each in agency.today for name in _names(each.name)]
    names = dict.fromkeys((agency.short, *filter(None, [agency.name.abbr]), *today))
    kept = tuple(name for name in names if name not in (agency.name.zh, agency.name.en))
    return Row(agency.id, "", agency.name.zh, agency.name.en, kept, readings(agency.name.zh))


def _names(name: AgencyName) -> tuple[str, ...]:
    return tuple(filter(None, (name.zh, name.en, name.abbr)))


def _instrument(instrument: Instrument) -> Row:
    number = (instrument.number,) if instrument.number and "number" not in instrument.unconfirmed else ()
    return Row(instrument.id, "", instrument.title.zh, instrument.title.en, number, readings(instrument.title.zh))


def _notes(project: Project) -> dict[str, tuple[Row, ...]]:
    """The notes of each kind, in the order of kinds and of the document."""
    units = Targets(project.document)
    labels = _Labels(project)
    found: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    ordered = sorted(project.annotations, key=lambda each: (ids.sort_key(each.target.value), each.id))
    for note in ordered:
        found[note.kind].append(_note(note, units.unit(note.target.value), labels))
    return {f"note-{kind}": tuple(rows) for kind, rows in found.items() if rows}


def _note(note: Annotation, unit: str, labels: "_Labels") -> Row:
    """A note with its title, if it has one, as its first paragraph."""
    title = (note.title.zh, note.title.en) if note.title else ("", "")
    bodies = (_plain(note.body.zh, labels.chinese), _plain(note.body.en, labels.english))
    chinese, english = ("\n".join(filter(None, pair)) for pair in zip(title, bodies, strict=True))
    return Row(note.id, unit, chinese, english)


def _plain(source: str, resolve: Resolve) -> str:
    return _ADDRESS.sub("", "\n".join(paragraphs(parse(source), resolve)))


class _Labels:
    """What references in notes are called, in each language; the address they lead to is not searched."""

    def __init__(self, project: Project) -> None:
        self._names: dict[tuple[str, str], tuple[str, str]] = {}
        for term in project.terms:
            self._names["term", term.id] = (term.zh, term.en)
        for agency in project.agencies:
            self._names["agency", agency.id] = (agency.short, agency.name.abbr or agency.name.en)
        for instrument in project.instruments:
            self._names["instrument", instrument.id] = (instrument.title.zh, instrument.title.en)

    def chinese(self, kind: str, target: str) -> tuple[str, str]:
        label = ids.chinese_label(target) if kind == "clause" else target
        return "", self._names.get((kind, target), (label, ""))[0]

    def english(self, kind: str, target: str) -> tuple[str, str]:
        return "", self._names.get((kind, target), ("", target))[1]


def _pairs(
    groups: Mapping[str, tuple[Row, ...]], texts: Mapping[str, Texts], convert: Convert
) -> Iterator[tuple[str, str]]:
    """The Chinese of every row with its conversions, segments as they were converted in their lines."""
    for kind, rows in groups.items():
        for row in rows:
            for script in _CONVERTED:
                yield row.zh, texts[script][row.id] if kind == "text" else convert(row.zh, script)


def _with_other_words(row: Row, table: Fold) -> Row:
    """A row without those names that are found by its Chinese or English already."""
    own = "\n".join(fold(text, table) for text in (row.zh, row.en))
    return replace(row, names=tuple(name for name in row.names if fold(name, table) not in own))
