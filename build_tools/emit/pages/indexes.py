"""The indexes of names: terms, agencies and headings in the order of their pinyin or of their English."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.search import Row
from build_tools.text.pinyin import without_tones

_ARTICLES = ("“", "‘", "the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A name with the page and anchor it leads to; `label` is its place in the document, empty for registers."""

    zh: str
    pinyin: str
    en: str
    page: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter."""

    letter: str
    entries: tuple[IndexEntry, ...]


def by_pinyin(words: Words) -> tuple[IndexGroup, ...]:
    """Every name in the order of its pinyin, tones left out."""
    return _grouped(words, lambda entry: without_tones(entry.pinyin))


def by_english(words: Words) -> tuple[IndexGroup, ...]:
    """Every name that has English in the order of it; an article or a quotation mark at its head does not count."""
    return _grouped(words, lambda entry: _bare(entry.en.lower()))


def _grouped(words: Words, key: Callable[[IndexEntry], str]) -> tuple[IndexGroup, ...]:
    groups: dict[str, list[IndexEntry]] = {}
    entries = [entry for entry in _entries(words) if key(entry)]
    for entry in sorted(entries, key=lambda entry: (key(entry), entry.zh, entry.page, entry.anchor)):
        groups.setdefault(key(entry)[0].upper(), []).append(entry)
    return tuple(IndexGroup(letter, tuple(each)) for letter, each in groups.items())


def _bare(english: str) -> str:
    for article in _ARTICLES:
        english = english.removeprefix(article)
    return english


def _entries(words: Words) -> Iterator[IndexEntry]:
    first = words.edition.search.first
    written = {term.id: term.pinyin for term in words.edition.project.terms}
    for row in first["term"]:
        yield IndexEntry(row.zh, written[row.id], row.en, f"terms/{row.id}", "", "")
    for row in first["agency"]:
        yield IndexEntry(row.zh, _spoken(row), row.en, "agencies", row.id, "")
    for row in first["text"]:
        if row.id == ids.heading_id(row.unit):
            page, anchor = words.home_of(row.id), words.anchor_of(row.id)
            yield IndexEntry(row.zh, _spoken(row), row.en, page, anchor, words.label(row.unit))


def _spoken(row: Row) -> str:
    """The syllables of a name, letters and figures as they are and signs left out."""
    pieces = (sound or char for char, sound in zip(row.zh, row.sounds, strict=True))
    return " ".join(piece for piece in pieces if piece.isalnum())
