"""Text that knows where it was written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file: lines and columns count from 1, columns and length in characters."""

    path: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A value together with the place it was read from. Equality ignores the place."""

    value: str
    span: Span

    def __str__(self) -> str:
        return self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One statement in Chinese and in English."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The statement in `en` or `zh`; raises `KeyError` for any other language."""
        return {"en": self.en, "zh": self.zh}[language]
