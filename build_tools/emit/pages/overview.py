"""What templates show across the whole document: the matrix, the timeline, the guide, the figures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from build_tools.emit.pages.words import Words
from build_tools.model.agency import Agency
from build_tools.model.annotation import Annotation
from build_tools.model.document import Section
from build_tools.model.edition import Role
from build_tools.model.instrument import Instrument
from build_tools.model.text import Bilingual

_STRONGEST = (Role.LEAD, Role.JOINT_LEAD, Role.PARTICIPANT)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An agency with its strongest role in each section, empty where it has none."""

    agency: Agency
    roles: tuple[str, ...]


def matrix_sections(words: Words) -> tuple[Section, ...]:
    """The sections in which anybody is named."""
    document = words.edition.project.document
    named = {account.clause.rsplit(".", 1)[0] for account in words.edition.accountability.values()}
    return tuple(section for section in document.sections if section.id in named)


def matrix(words: Words) -> Iterator[MatrixRow]:
    """One row for each agency, those named most often first."""
    sections = [section.id for section in matrix_sections(words)]
    by_agency = words.edition.clauses_of_agency
    for agency in sorted(words.edition.project.agencies, key=lambda a: (-len(by_agency.get(a.id, ())), a.id)):
        yield MatrixRow(agency, tuple(_role(words, agency.id, section) for section in sections))


def _role(words: Words, agency: str, section: str) -> str:
    found = {
        duty.role
        for account in words.edition.clauses_of_agency.get(agency, ())
        if account.clause.rsplit(".", 1)[0] == section
        for duty in account.duties
        if duty.agency.id == agency
    }
    return next((role.value for role in _STRONGEST if role in found), "")


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the timeline with its instruments in order of date."""

    year: str
    instruments: tuple[Instrument, ...]


def timeline(words: Words) -> tuple[Year, ...]:
    """The instruments by year from the earliest; the undated are left out."""
    dated = [each for each in words.edition.project.instruments if each.first_date]
    years: dict[str, list[Instrument]] = {}
    for instrument in sorted(dated, key=lambda each: each.first_date):
        years.setdefault(instrument.first_date[:4], []).append(instrument)
    return tuple(Year(year, tuple(each)) for year, each in years.items())


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the guide with its notes."""

    question: Bilingual
    notes: tuple[Annotation, ...]


def guide(words: Words) -> Iterator[Answer]:
    """The questions an investor comes with."""
    by_id = {note.id: note for note in words.edition.project.annotations}
    for each in words.edition.project.guide:
        yield Answer(each.question, tuple(by_id[text.value] for text in each.notes))


def sectors(words: Words) -> Iterator[tuple[Section, tuple[Annotation, ...]]]:
    """The sections with the investor notes on them and their clauses."""
    for section in words.edition.project.document.sections:
        notes = [
            placed.note
            for clause in section.clauses
            for placed in words.edition.notes.get(clause.id, ())
            if placed.note.kind == "investor"
        ]
        if notes:
            yield section, tuple(notes)


def figures(words: Words) -> dict[str, Counter[str]]:
    """How far the notes, sources and instruments are confirmed, by what is counted."""
    project = words.edition.project
    return {
        "certainty": Counter(note.certainty for note in project.annotations),
        "status": Counter(note.status for note in project.annotations),
        "verified": Counter(each.verified for each in project.instruments),
        "state": Counter(each.state for each in project.tracker),
    }


def resting_on_unconfirmed(words: Words) -> tuple[int, int]:
    """The citations of instruments that are not fully verified, and all citations of instruments."""
    verified = {each.id: each.verified for each in words.edition.project.instruments}
    cited = [c.instrument for note in words.edition.project.annotations for c in note.sources if c.instrument]
    return sum(verified[each] != "yes" for each in cited), len(cited)


def evidence_date(words: Words) -> date | None:
    """The latest day on which an outcome was checked or a note written."""
    project = words.edition.project
    days = [each.checked for each in project.tracker] + [note.day for note in project.annotations]
    return max(days, default=None)
