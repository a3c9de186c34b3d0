"""The glossary: one rendering for each term, and where it was seen."""

from dataclasses import dataclass

from build_tools.model.text import Bilingual, Span


@dataclass(frozen=True, slots=True)
class TermSource:
    """Where the English of a term was seen; `url` and `words` are empty for general knowledge."""

    kind: str
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry: `forms` are other grammatical forms of the preferred English, `gloss` an explanation in brackets.

    `taiwan` and `hong_kong` are the words used there for the same thing, not a change of script.
    """

    id: str
    category: str
    zh: str
    taiwan: str
    hong_kong: str
    pinyin: str
    en: str
    gloss: str
    forms: tuple[str, ...]
    discouraged: tuple[str, ...]
    definition: Bilingual
    investor: Bilingual | None
    translation: Bilingual | None
    source: TermSource
    confirmed: bool
    span: Span

    @property
    def renderings(self) -> tuple[str, ...]:
        """Every English form that counts as this term, the preferred one first."""
        return (self.en, *self.forms)
