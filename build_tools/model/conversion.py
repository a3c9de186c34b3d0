"""What decides the conversion of simplified text to one traditional locale."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

LocaleTag = Literal["zh-Hant-TW", "zh-Hant-HK"]
TAIWAN: LocaleTag = "zh-Hant-TW"
HONG_KONG: LocaleTag = "zh-Hant-HK"
SURNAME = "surname"
LOCALES: tuple[LocaleTag, ...] = (TAIWAN, HONG_KONG)

Decider = Literal["locked", "override", "word", "dictionary", "character", "typography"]


@dataclass(frozen=True, slots=True)
class Forms:
    """The written form of one source string in each traditional locale."""

    taiwan: str
    hong_kong: str

    def of(self, locale: LocaleTag) -> str:
        """Return the form for `locale`."""
        return self.taiwan if locale == TAIWAN else self.hong_kong


@dataclass(frozen=True, slots=True)
class Override:
    """A correction applied wherever `source` occurs, before any segmentation."""

    source: str
    forms: Forms
    kind: str
    reason_en: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class LockedName:
    """An official name whose form is stated per locale, even where plain conversion agrees.

    The kind `SURNAME` holds only at the head of a person's name in a list of people.
    """

    source: str
    forms: Forms
    kind: str
    reason_en: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word the segmenter must know; `forms` is None where the dictionaries already convert it rightly.

    A word competes with its neighbors: it is chosen before its own pieces, yet gives way to a better
    division of the sentence.  A word of one character decides how that character is written alone.
    """

    source: str
    forms: Forms | None
    reason_en: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class FormRule:
    """A one-character form the project prefers in one locale, applied after the dictionaries."""

    locale: LocaleTag
    before: str
    after: str
    reason_en: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class ConversionRules:
    """Every project decision about conversion; lengths are checked here, once."""

    overrides: tuple[Override, ...]
    locked: tuple[LockedName, ...]
    forms: tuple[FormRule, ...]
    words: tuple[Word, ...]

    def __post_init__(self) -> None:
        tables: tuple[tuple[Override | LockedName | Word, ...], ...] = (
            self.overrides,
            self.locked,
            self.words,
        )
        for table in tables:
            for entry in table:
                _check_lengths(entry.source, entry.forms)
            _check_unique(entry.source for entry in table)
        for rule in self.forms:
            if len(rule.before) != 1 or len(rule.after) != 1:
                raise ValueError(f"form rule {rule.before}→{rule.after} is not one character to one")
        _check_unique(rule.locale + rule.before for rule in self.forms)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One character that had several possible forms, the form chosen and the forms not chosen."""

    offset: int
    source: str
    chosen: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision of a conversion: where, from what, to what, by which rule, instead of what.

    `by` names the kind of rule and `rule` its identity (the source of an override, name or word).
    `forms` lists the form rules applied afterwards, such as "佈→布".
    """

    offset: int
    length: int
    source: str
    result: str
    by: Decider
    rule: str
    forms: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


def _check_lengths(source: str, forms: Forms | None) -> None:
    if not source:
        raise ValueError("a conversion entry has an empty source")
    for form in (forms.taiwan, forms.hong_kong) if forms else ():
        if len(form) != len(source):
            raise ValueError(f"{source}→{form} changes the number of code points")


def _check_unique(keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f"{key} is given twice")
        seen.add(key)
