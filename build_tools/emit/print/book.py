"""An edition as the data of a book: plain values, to be set by the template."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from build_tools.emit.print.typefaces import FAMILIES
from build_tools.markup.parse import parse
from build_tools.markup.plain import paragraphs
from build_tools.model import ids
from build_tools.model.annotation import Annotation, Citation
from build_tools.model.document import Clause, Part, Section, Segment
from build_tools.model.edition import Edition, Mark
from build_tools.model.emendation import Emendation, EmendationKind
from build_tools.model.locale import Locale, locale_of
from build_tools.model.text import Bilingual
from build_tools.text.visible import visible

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PrintEdition:
    """A printed edition: the name in its file, the locale of its words, and which languages its text has."""

    name: str
    locale: Locale
    chinese: bool
    english: bool


PRINT_EDITIONS = (
    PrintEdition("zh-Hans", locale_of("zh-Hans"), chinese=True, english=False),
    PrintEdition("zh-Hant-TW", locale_of("zh-Hant-TW"), chinese=True, english=False),
    PrintEdition("zh-Hant-HK", locale_of("zh-Hant-HK"), chinese=True, english=False),
    PrintEdition("en", locale_of("en"), chinese=False, english=True),
    PrintEdition("bilingual", locale_of("en"), chinese=True, english=True),
)


class Book:
    """Puts one printed edition together."""

    def __init__(self, edition: Edition, form: PrintEdition) -> None:
        self._edition = edition
        self._document = edition.project.document
        self._form = form
        self._script = form.locale.chinese
        self._strings = {key: text.value for key, text in edition.project.interface[form.locale.tag].items()}

    def data(self) -> JSON:
        """Everything the template shows."""
        meta, document = self._document.meta, self._document
        serif, sans = FAMILIES[self._script]
        parts = [{"id": "0", "title": self._preamble(), "sections": list(self._sections([ids.PREAMBLE]))}]
        parts += [self._part(part) for part in document.parts]
        front = {segment.id: self._pair(segment) for segment in document.front}
        return {
            "languages": {"zh": self._form.chinese, "en": self._form.english},
            "locale": self._form.locale.tag,
            "script": self._script,
            "region": self._form.locale.region,
            "serif": serif,
            "sans": sans,
            "title": self._own(document.front[0]),
            "short_title": self._say(meta.short_title),
            "front": front,
            "parts": parts,
            "back": [self._pair(segment) for segment in document.back],
            "emendations": list(self._appendix()),
            "agencies": list(self._agencies()),
            "notes": list(self._notes()),
            "words": self._words(),
            "facts": self._facts(),
        }

    def _t(self, key: str, **blanks: object) -> str:
        return self._strings[key].format_map(blanks)

    def _say(self, pair: Bilingual) -> str:
        return pair.en if self._form.locale.is_english else self._edition.convert(pair.zh, self._script)

    def _zh(self, segment_id: str) -> str:
        return self._edition.texts[self._script][segment_id]

    def _own(self, segment: Segment) -> str:
        english = self._form.locale.is_english and segment.en
        return segment.en.value if english and segment.en else self._zh(segment.id)

    def _preamble(self) -> JSON:
        chinese = self._edition.project.interface["zh-Hans"]["preamble.title"].value
        return {"number": "", "zh": self._edition.convert(chinese, self._script), "en": self._t("preamble.title")}

    def _part(self, part: Part) -> JSON:
        sections = list(self._sections([text.value for text in part.section_ids]))
        return {"id": part.id, "title": self._heading(part.id, part.heading), "sections": sections}

    def _heading(self, unit: str, heading: Segment) -> JSON:
        number = self._edition.convert(ids.printed_number(unit), self._script)
        english = heading.en.value if heading.en else ""
        return {"number": number, "unit": unit, "zh": self._zh(heading.id), "en": english}

    def _sections(self, section_ids: list[str]) -> Iterator[JSON]:
        for section_id in section_ids:
            section = self._document.section(section_id)
            if section:
                yield self._section(section)

    def _section(self, section: Section) -> JSON:
        title = self._heading(section.id, section.heading) if section.heading else None
        return {"id": section.id, "title": title, "clauses": [self._clause(clause) for clause in section.clauses]}

    def _clause(self, clause: Clause) -> JSON:
        note = None
        if clause.responsible:
            note = {"zh": f"（{self._zh(clause.responsible.id)}）", "en": self._edition.english_notes[clause.id]}
        return {
            "id": clause.id,
            "title": self._heading(clause.id, clause.heading) if clause.heading else None,
            "run_in": clause.run_in,
            "sentences": [self._pair(sentence) for sentence in clause.sentences],
            "note": note,
        }

    def _pair(self, segment: Segment) -> JSON:
        return {
            "id": segment.id,
            "zh": list(self._pieces(segment.id)),
            "en": segment.en.value if segment.en else "",
        }

    def _pieces(self, segment_id: str) -> Iterator[JSON]:
        """The Chinese cut after each mark, so that a note can follow the words it is about."""
        text, position = self._zh(segment_id), 0
        for mark in self._edition.marks.get(segment_id, ()):
            yield {"text": text[position : mark.end], "note": self._note(mark)}
            position = mark.end
        if position < len(text):
            yield {"text": text[position:], "note": None}

    def _note(self, mark: Mark) -> JSON:
        record = mark.emendation
        return {"id": record.id, **self._readings(record), "evidence": self._say(record.evidence)}

    def _readings(self, record: Emendation) -> JSON:
        key = f"certainty.{record.certainty}" if record.departs else f"certainty.kept.{record.certainty}"
        if not record.departs and record.other is None:
            key = "emendations.confirmed"
        return {
            "given": self._reading(record.given),
            "adopted": self._reading(record.adopted) if record.departs else None,
            "other": None if record.other is None else self._reading(record.other),
            "certainty": self._t(key),
        }

    def _reading(self, text: str) -> str:
        return self._edition.convert(visible(text), self._script) if text else self._t("emendation.nothing")

    def _appendix(self) -> Iterator[JSON]:
        for record in self._edition.project.emendations:
            places = [self._label(place.unit) for place in record.places]
            shown = places if len(places) <= _MANY else [self._t("emendations.count", count=len(places))]
            kind = EmendationKind(record.kind)
            yield {
                "id": record.id,
                "kind": self._t(f"kind.{kind}"),
                "places": self._t("list.separator").join(shown),
                **self._readings(record),
            }

    def _label(self, unit: str) -> str:
        if f"unit.{unit}" in self._strings:
            return self._t(f"unit.{unit}")
        if self._form.locale.is_english:
            return unit
        return self._edition.convert(ids.chinese_label(unit), self._script)

    def _agencies(self) -> Iterator[JSON]:
        for agency in self._edition.project.agencies:
            today = [self._say(Bilingual(each.name.zh, each.name.en)) for each in agency.today[:1]]
            yield {
                "short": self._edition.convert(agency.short, self._script),
                "name": self._say(Bilingual(agency.name.zh, agency.name.en)),
                "abbr": agency.name.abbr,
                "fate": self._t(f"fate.{agency.fate}"),
                "today": today[0] if today else "–",
            }

    def _notes(self) -> Iterator[JSON]:
        """The notes by section, in the order of the document."""
        for section in self._document.sections:
            placed = [each for clause in section.clauses for each in self._edition.notes.get(clause.id, ())]
            if placed:
                title = self._heading(section.id, section.heading) if section.heading else self._preamble()
                yield {"title": title, "notes": [self._annotation(each.note) for each in placed]}

    def _annotation(self, note: Annotation) -> JSON:
        english = self._form.locale.is_english
        body = note.body.en if english else self._edition.convert(note.body.zh, self._script)
        certainty = "" if note.certainty == "confirmed" else self._t(f"note.certainty.{note.certainty}")
        return {
            "label": self._label(note.target.value),
            "kind": self._t(f"note.{note.kind}"),
            "title": self._say(note.title) if note.title else "",
            "paragraphs": list(paragraphs(parse(body), self._reference)),
            "sources": [self._cited(each) for each in note.sources],
            "foot": certainty,
        }

    def _cited(self, citation: Citation) -> str:
        instrument = self._edition.instruments.get(citation.instrument)
        return self._say(instrument.title) if instrument else citation.title

    def _reference(self, kind: str, target: str) -> tuple[str, str]:
        """A reference in print: the name of what it refers to."""
        if kind == "agency":
            agency = self._edition.agencies[target]
            return "", self._say(Bilingual(agency.short, agency.name.abbr or agency.name.en))
        if kind == "instrument":
            return "", self._say(self._edition.instruments[target].title)
        if kind == "term":
            term = next(each.term for each in self._edition.concordances if each.term.id == target)
            return "", self._say(Bilingual(term.zh, term.en))
        return "", self._label(target)

    def _words(self) -> JSON:
        keys = (
            "emendations.title emendations.lead emendations.record emendations.kind emendations.places "
            "emendation.given emendation.adopted emendation.other emendation.emended emendation.kept "
            "agencies.title agencies.lead agencies.in2015 agencies.fate agencies.today agencies.printed "
            "status.line status.advice home.contents english.missing list.semicolon sentence.stop "
            "notes.title notes.lead agencies.sources.plain"
        )
        return {key: self._t(key) for key in keys.split()}

    def _facts(self) -> JSON:
        meta = self._document.meta
        return {
            "issuer": self._say(meta.issuer),
            "number": self._edition.convert(meta.number, self._script),
            "adopted": self._t("home.adopted", date=self._date(meta.adopted)),
            "published": self._t("home.published", date=self._date(meta.published)),
            "version": self._t("status.version", version=meta.version, date=self._date(meta.version_date)),
            "date": [meta.version_date.year, meta.version_date.month, meta.version_date.day],
            "official": meta.official_page,
        }

    def _date(self, day: date) -> str:
        return self._form.locale.date(day)


_MANY = 6
