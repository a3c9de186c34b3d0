"""The words of one locale: interface strings, the document's text, names and dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from build_tools.emit.pages.links import Links
from build_tools.model import ids
from build_tools.model.agency import AgencyName
from build_tools.model.concordance import TermLink
from build_tools.model.document import Part, Section, Segment
from build_tools.model.edition import Edition, Mark
from build_tools.model.locale import Locale
from build_tools.model.notes import NoteMark
from build_tools.model.text import Bilingual
from build_tools.text.visible import visible


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `term` or `note` is what it leads to, empty for neither; `mark` is the emendation that
    ends with it, if any."""

    text: str
    term: str
    note: str
    emended: bool
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A group of the contents: its title, empty for none, and its sections by id and title."""

    title: str
    sections: tuple[tuple[str, str], ...]


class Words:
    """What templates ask for words. Everything returned is plain text, to be escaped where it is printed."""

    def __init__(self, edition: Edition, locale: Locale) -> None:
        self.edition = edition
        self.locale = locale
        self._strings: Mapping[str, str] = {
            key: text.value for key, text in edition.project.interface[locale.tag].items()
        }
        self._texts = edition.texts[locale.chinese]
        self._note_units = {each.note.id: each.unit for notes in edition.notes.values() for each in notes}
        self._english = {each.id: each.en.value for each in edition.project.document.segments() if each.en}

    def t(self, key: str, **blanks: object) -> str:
        """An interface string with its blanks filled; raises `KeyError` for a key or blank that is not there."""
        return self._strings[key].format_map(blanks) if blanks else self._strings[key]

    def zh(self, simplified: str) -> str:
        """Chinese of ours in the script of this locale."""
        return self.edition.convert(simplified, self.locale.chinese)

    def say(self, pair: Bilingual) -> str:
        """A bilingual statement in the language of this locale."""
        return pair.en if self.locale.is_english else self.zh(pair.zh)

    def reading(self, text: str) -> str:
        """A reading of the Chinese in the script of this locale, with spaces and breaks made visible."""
        return self.zh(visible(text))

    def chinese(self, segment_id: str) -> str:
        """The Chinese of a segment or responsibility note in the script of this locale."""
        return self._texts[segment_id]

    def own(self, segment: Segment) -> str:
        """A segment in the language of this locale; Chinese where English is not there yet."""
        if self.locale.is_english and segment.en:
            return segment.en.value
        return self.chinese(segment.id)

    def pieces(self, segment_id: str) -> Iterator[Piece]:
        """The Chinese of a segment cut at its marks and at its links to the glossary."""
        marks = self.edition.marks.get(segment_id, ())
        links = self.edition.chinese_links.get(segment_id, ())
        notes = self.edition.note_marks["zh"].get(segment_id, ())
        return cut(self.chinese(segment_id), links, marks, notes)

    def english_pieces(self, segment: Segment) -> Iterator[Piece]:
        """The English of a segment cut at its links to the glossary; nothing where there is none."""
        english = segment.en.value if segment.en else ""
        notes = self.edition.note_marks["en"].get(segment.id, ())
        return cut(english, self.edition.english_links.get(segment.id, ()), (), notes)

    def label(self, any_id: str) -> str:
        """An id as readers of this locale cite it."""
        return any_id if self.locale.is_english else self.zh(ids.chinese_label(any_id))

    def numbered(self, heading: Segment, unit_id: str) -> str:
        """A heading with its number, as in a table of contents."""
        number = unit_id if self.locale.is_english else self.zh(ids.printed_number(unit_id))
        space = " " if self.locale.is_english or number.endswith(".") else ""
        return f"{number}{space}{self.own(heading)}"

    def section_title(self, section: Section) -> str:
        """The title of a section's page."""
        if section.heading is None:
            return self.t("preamble.title")
        return self.numbered(section.heading, section.id)

    @property
    def document_title(self) -> str:
        """The full title of the document."""
        front = {segment.id: segment for segment in self.edition.project.document.front}
        return self.own(front["title"])

    @property
    def short_title(self) -> str:
        """The short title of the document."""
        return self.say(self.edition.project.document.meta.short_title)

    def date(self, day: date) -> str:
        """A calendar date in full."""
        return self.locale.date(day)

    def language(self, text: str) -> str:
        """The language of foreign words, such as a quotation or a title: Chinese where its letters mostly are."""
        chinese = sum("\u3400" <= char <= "\u9fff" for char in text)
        latin = sum(char.isascii() and char.isalpha() for char in text)
        return "zh" if chinese * 4 > latin else "en"

    def when(self, text: str) -> str:
        """A date of a register, an ISO date in full and anything else as it stands."""
        try:
            return self.date(date.fromisoformat(text))
        except ValueError:
            return self.locale.month(text)

    def contents(self) -> tuple[Entry, ...]:
        """The contents of the document for the drawer: parts with their sections, the preamble first."""
        document = self.edition.project.document
        preamble = document.section(ids.PREAMBLE)
        first = (Entry("", ((preamble.id, self.section_title(preamble)),)),) if preamble else ()
        return first + tuple(
            Entry(
                self.numbered(part.heading, part.id),
                tuple(
                    (section.id, self.section_title(section))
                    for text in part.section_ids
                    if (section := document.section(text.value))
                ),
            )
            for part in document.parts
        )

    def part_of(self, section_id: str) -> Part | None:
        """The part that lists a section; the preamble belongs to none."""
        parts = self.edition.project.document.parts
        return next((part for part in parts if section_id in {text.value for text in part.section_ids}), None)

    def page_of(self, unit_id: str) -> str:
        """The name of the page on which a unit stands; empty for the lines outside the sections."""
        if ids.is_clause(unit_id):
            return ids.section_of(unit_id)
        if ids.is_section(unit_id):
            return unit_id
        return "full" if ids.is_part(unit_id) else ""

    def note_link(self, links: Links, note: str) -> str:
        """The permanent address of a note, on the page of the unit it stands beside."""
        page = self.page_of(self._note_units[note]) or "full"
        return f"#note-{note}" if links.name == page else links.page(page, f"note-{note}")

    def home_of(self, segment_id: str) -> str:
        """The name of the page on which a segment stands; lines outside the sections stand on the full text."""
        return self.page_of(ids.unit_of(segment_id)) or "full"

    def anchor_of(self, segment_id: str) -> str:
        """The id a segment has on its page: the heading of a part or section goes by the unit's own id."""
        unit = ids.unit_of(segment_id)
        return unit if segment_id == ids.heading_id(unit) and not ids.is_clause(unit) else segment_id

    def english(self, segment_id: str) -> str:
        """The English of a segment, empty where there is none."""
        return self._english.get(segment_id, "")

    def responsibility(self, clause_id: str) -> str:
        """The responsibility note of a clause in English."""
        return self.edition.english_notes[clause_id]

    def agency(self, name: AgencyName) -> str:
        """A body's full name in the language of this locale."""
        return name.en if self.locale.is_english else self.zh(name.zh)

    def agency_short(self, name: AgencyName, short: str = "") -> str:
        """A body's abbreviation in English, its short form in Chinese."""
        if self.locale.is_english:
            return name.abbr or name.en
        return self.zh(short or name.zh)


def cut(
    text: str, links: Sequence[TermLink], marks: Sequence[Mark], notes: Sequence[NoteMark]
) -> Iterator[Piece]:
    """Text in pieces at every border of a link, a mark or a note; an empty piece carries a mark on nothing.

    Where a note and a glossary link meet, the note is what the words lead to.
    """
    spans = [(mark.start, mark.end) for mark in marks] + [(note.start, note.end) for note in notes]
    ends = {at for link in links for at in (link.start, link.end)}
    ends -= {at for at in ends for note in notes if note.start < at < note.end}
    ordered = sorted({0, len(text)}.union(ends, *spans))
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        for mark in (each for each in marks if each.start == each.end == start):
            yield Piece("", "", "", emended=False, mark=mark)
        if end > start:
            term = next((link.term for link in links if link.start <= start < link.end), "")
            note = next((each.note for each in notes if each.start <= start < each.end), "")
            emended = any(mark.start <= start < mark.end for mark in marks)
            ending = next((mark for mark in marks if mark.end == end and mark.start < end), None)
            yield Piece(text[start:end], "" if note else term, note, emended, ending)
