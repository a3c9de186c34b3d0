"""Departures of the edition from the given text, and the witnesses they rest on."""

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.text import Bilingual, Span


class EmendationKind(StrEnum):
    """What sort of departure a record describes."""

    SUPPLIED = "supplied"
    DOUBLED = "doubled"
    PUNCTUATION = "punctuation"
    BRACKET = "bracket"
    SPACING = "spacing"
    LAYOUT = "layout"
    PAGE_BREAK = "page-break"
    LINE_END = "line-end"
    WORDING = "wording"


class Certainty(StrEnum):
    """How sure it is that the given reading is wrong and the other right.

    certain: read in an official witness, or the given reading is impossible; probable: strong parallel or internal
    evidence; possible: a suspicion, the given reading is kept.
    """

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one line of the edition: the adopted words between `before` and `after`, together unique."""

    unit: str
    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True)
class Emendation:
    """A record: what the given text reads, what the edition reads, and why.

    `other` is a reading that was considered and not adopted; `None` where there is none.
    """

    id: str
    kind: EmendationKind
    places: tuple[Place, ...]
    given: str
    adopted: str
    other: str | None
    certainty: Certainty
    witnesses: tuple[str, ...]
    evidence: Bilingual
    span: Span

    @property
    def departs(self) -> bool:
        """Whether the edition reads otherwise than the given text here."""
        return self.given != self.adopted


@dataclass(frozen=True, slots=True)
class Witness:
    """A text that was compared; `url` is empty where no public address is known."""

    id: str
    kind: str
    name: Bilingual
    about: Bilingual
    url: str
