"""What a translation was made from, who in which role made and read it, and admitted exceptions to the rules."""

from dataclasses import dataclass
from datetime import date

from build_tools.model.text import Bilingual, Span


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the work on a translation: its day and the role, never the name, of who did it."""

    day: date
    role: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The Chinese a segment's English was made from, its digest, and the steps it has been through."""

    segment: str
    digest: str
    made_from: str
    translated: Stage
    reviewed: Stage | None
    span: Span


@dataclass(frozen=True, slots=True)
class Exemption:
    """A departure from a translation rule that is right in one segment: the rule's code, the words, the reason."""

    segment: str
    code: str
    words: str
    reason: Bilingual
    span: Span
