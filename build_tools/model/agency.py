"""Agencies: who they were in 2015 and who they are today."""

from dataclasses import dataclass

from build_tools.model.text import Bilingual, Span


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A body's full name in Chinese and English, and its usual abbreviation, empty where there is none."""

    zh: str
    en: str
    abbr: str


@dataclass(frozen=True, slots=True)
class Source:
    """A page that was read, the words on it, and what they show."""

    url: str
    quote: str
    supports: Bilingual


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of a body's history; `sources` are numbers, from 1, into the agency's sources."""

    when: str
    text: Bilingual
    confirmed: bool
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Successor:
    """A body that carries the work today; `since` is an ISO date or year, or words where no date is known."""

    name: AgencyName
    since: str
    relation: str
    text: Bilingual | None
    confirmed: bool
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """An entry of the register: `short` is exactly what the document prints."""

    id: str
    kind: str
    fate: str
    short: str
    name: AgencyName
    brief: Bilingual
    changes: tuple[Change, ...]
    today: tuple[Successor, ...]
    sources: tuple[Source, ...]
    note: Bilingual | None
    span: Span
