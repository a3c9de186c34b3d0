"""Open questions of translation."""

from dataclasses import dataclass

from build_tools.model.text import Bilingual, Span


@dataclass(frozen=True, slots=True)
class Question:
    """A place that can be read in more than one way: what is open, and what the English does."""

    id: str
    segment: str
    question: Bilingual
    decision: Bilingual
    span: Span
