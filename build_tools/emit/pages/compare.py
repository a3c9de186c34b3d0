"""What templates show when texts are compared: given text with edition, simplified with traditional characters."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.collation import CollatedLine, Variant
from build_tools.model.emendation import Emendation
from build_tools.model.locale import LOCALES, Locale

_SIGNS = {ord(" "): "␣", ord("\n"): "⏎"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one text in the script of the locale; `emendation` is why the other differs, if it does."""

    text: str
    emendation: Emendation | None

    @property
    def signs_only(self) -> bool:
        """Whether nothing but spaces and breaks differs here."""
        return not self.text.strip("".join(_SIGNS.values()))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the document in both texts, cut at the same places; `page` is where it stands on the site."""

    unit: str
    page: str
    agrees: bool
    given: tuple[Piece, ...]
    adopted: tuple[Piece, ...]


def collation(words: Words) -> Iterator[Row]:
    """Every line of the document, the given text beside the edition. Spaces and breaks that differ are signs."""
    for line in words.edition.collated:
        given = tuple(_pieces(line, words.zh(line.given), [each.given for each in line.variants]))
        adopted = tuple(_pieces(line, words.zh(line.adopted), [each.adopted for each in line.variants]))
        yield Row(line.unit, words.page_of(line.unit) or "full", line.agrees, given, adopted)


def _pieces(line: CollatedLine, converted: str, parts: list[str]) -> Iterator[Piece]:
    """A line is converted whole, because words decide its characters, and then cut at the same offsets."""
    position = 0
    for variant, part in zip(line.variants, parts, strict=True):
        text = converted[position : position + len(part)]
        position += len(part)
        yield Piece(_shown(text, variant), variant.emendation)


def _shown(text: str, variant: Variant) -> str:
    return text.translate(_SIGNS) if variant.emendation else text.rstrip("\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A segment and how often a word stands in it."""

    segment: str
    page: str
    anchor: str


def places(words: Words, segments: tuple[str, ...]) -> Iterator[Place]:
    """Where the occurrences of a word stand, each segment once."""
    for segment in dict.fromkeys(segments):
        yield Place(segment, words.home_of(segment), words.anchor_of(segment))


def traditional() -> tuple[Locale, ...]:
    """The locales whose script is converted."""
    return tuple(locale for locale in LOCALES if locale.chinese not in ("zh-Hans",))


def anchor(character: str) -> str:
    """The anchor of a character's entry: its code point in hexadecimal, such as u7f51."""
    return f"u{ord(character):x}"


def unit_label(words: Words, unit: str) -> str:
    """A line's name: the label of a numbered unit, or what the line is."""
    numbered = ids.is_clause(unit) or ids.is_section(unit) or ids.is_part(unit)
    return words.label(unit) if numbered else words.t(f"unit.{unit}")
