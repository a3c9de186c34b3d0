"""Instruments around the document, and what became of each clause."""

from dataclasses import dataclass
from datetime import date

from build_tools.model.text import Bilingual, Span, Text

STATES = ("enacted", "implemented", "partly", "superseded", "reversed", "dormant", "no-evidence")


@dataclass(frozen=True, slots=True)
class Relation:
    """How an instrument stands to a section or clause; `all` is the whole document."""

    clause: Text
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page that was read, or a remark on where the words stood."""

    url: str
    note: str
    quote: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, rule, plan or other act. Dates are ISO dates, months or years as known, empty where unknown.

    `unconfirmed` names the fields that no page read confirms.
    """

    id: str
    kind: str
    title: Bilingual
    issuer: Bilingual
    number: str
    adopted: str
    published: str
    in_force: str
    status: str
    status_note: Bilingual | None
    summary: Bilingual
    relations: tuple[Relation, ...]
    url: str
    verified: str
    unconfirmed: tuple[str, ...]
    sources: tuple[Evidence, ...]
    span: Span

    @property
    def first_date(self) -> str:
        """The date to sort by: adopted, else published, else in force."""
        return self.adopted or self.published or self.in_force


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a clause, in one sentence, with the instruments that show it and the day it was checked."""

    clause: Text
    state: str
    why: Bilingual
    instruments: tuple[Text, ...]
    checked: date
