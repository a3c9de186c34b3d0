"""Where a term occurs and how it was rendered there."""

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.term import Term


class Rendering(StrEnum):
    """How an occurrence was rendered: outliers come first in this order."""

    EXEMPTED = "exempted"
    FORM = "form"
    PREFERRED = "preferred"


@dataclass(frozen=True, slots=True)
class Use:
    """One occurrence: the segment, the place of the term in its Chinese and of its rendering in the English.

    `english` is empty (0, 0) where the occurrence is exempted from the glossary.
    """

    segment: str
    start: int
    end: int
    english: tuple[int, int]
    words: str
    rendering: Rendering


@dataclass(frozen=True, slots=True)
class Concordance:
    """A term with all its uses, outliers first, and how many times each wording stands."""

    term: Term
    uses: tuple[Use, ...]

    @property
    def wordings(self) -> dict[str, int]:
        """Each English wording with its number of uses, the most frequent first; case is ignored."""
        counts: dict[str, int] = {}
        for use in self.uses:
            if use.words:
                counts[use.words.lower()] = counts.get(use.words.lower(), 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class TermLink:
    """A stretch of text that leads to a term: [start, end) in code points."""

    start: int
    end: int
    term: str
