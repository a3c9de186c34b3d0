"""The document: its lines in order, each cut into segments that can be aligned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from build_tools.model.text import Bilingual, Span, Text


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest aligned unit: a sentence, a heading or a line, in Chinese and, once translated, in English."""

    id: str
    zh: Text
    en: Text | None = None


@dataclass(frozen=True, slots=True)
class AgencyRef:
    """The id of an agency as written in the source, not yet looked up."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for a clause, as its note says: agencies in the printed order."""

    id: str
    zh: Text
    lead: tuple[AgencyRef, ...]
    joint_lead: tuple[AgencyRef, ...]
    participants: tuple[AgencyRef, ...]
    open_ended: bool

    @property
    def agencies(self) -> tuple[AgencyRef, ...]:
        """Every agency named, in the order of the note."""
        return self.lead + self.joint_lead + self.participants


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause, or an unnumbered paragraph (then without heading)."""

    id: str
    heading: Segment | None
    sentences: tuple[Segment, ...]
    responsible: Responsibility | None
    run_in: bool
    span: Span

    def segments(self) -> Iterator[Segment]:
        """Heading, then sentences; the responsibility note is not a segment of its own text layer."""
        if self.heading:
            yield self.heading
        yield from self.sentences


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its clauses, as kept in one file; the preamble is the section without a heading."""

    id: str
    heading: Segment | None
    clauses: tuple[Clause, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its heading and the ids of its sections in order."""

    id: str
    heading: Segment
    section_ids: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ResponsibilityRule:
    """Words in one note that govern the later ones: the first body listed takes the lead. `span` is where the
    clause is named."""

    clause: str
    words: str
    en: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitationForms:
    """The document as citation manuals in English want it written.

    `romanized` is its title in Hanyu Pinyin by words, in title case; the `_sentence` forms are the titles in
    sentence case. `issuer` is the issuer's full name, `issuer_short` its abbreviation in legal citations.
    """

    romanized: str
    romanized_sentence: str
    english_sentence: str
    issuer: str
    issuer_short: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the document as a publication; dates are calendar dates of its issuer."""

    id: str
    version: str
    version_date: date
    issuer: Bilingual
    number: str
    adopted: date
    published: date
    index_number: str
    subject: Bilingual
    official_page: str
    short_title: Bilingual
    annotated: bool
    citation: CitationForms


@dataclass(frozen=True, slots=True)
class Document:
    """The whole text in its order, and the witness it was made from, byte for byte."""

    meta: Metadata
    front: tuple[Segment, ...]
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    back: tuple[Segment, ...]
    rule: ResponsibilityRule | None
    given_text: bytes

    def clauses(self) -> Iterator[Clause]:
        """Every clause and paragraph, in the order of the files."""
        for section in self.sections:
            yield from section.clauses

    def section(self, section_id: str) -> Section | None:
        """The section with this id, if the document has it."""
        return next((each for each in self.sections if each.id == section_id), None)

    def segments(self) -> Iterator[Segment]:
        """Every aligned segment in reading order, responsibility notes left out."""
        yield from self.front
        yield from self._of_section("0")
        for part in self.parts:
            yield part.heading
            for section_id in part.section_ids:
                yield from self._of_section(section_id.value)
        yield from self.back

    def _of_section(self, section_id: str) -> Iterator[Segment]:
        section = self.section(section_id)
        if section is None:
            return
        if section.heading:
            yield section.heading
        for clause in section.clauses:
            yield from clause.segments()
