"""The index as scripts. Each hands plain values to the engine; columns of like things compress best."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from build_tools.emit.output import OutputFile
from build_tools.model.concordance import Use
from build_tools.model.edition import Edition
from build_tools.model.locale import LOCALES, Locale
from build_tools.model.search import Row

FOLDER = "assets/search"
ENGINE = f"{FOLDER}/engine.js"
# A reader's browser may still have an older engine; one that does not know the format says so and stops.
FORMAT = 1

_WORDS = ("search.", "note.", "state.", "unit.", "preamble.title")
_PRIVATE = 0xE000
# The last character that UTF-8 writes with two bytes.
_LAST = "\u07ff"
# The texts of one edition in every script.
_REMEMBERED = 8_192
JSON = dict[str, Any]
Sounds = dict[str, str]
Groups = Mapping[str, tuple[Row, ...]]
Table = Mapping[int, str]


def search_files(edition: Edition, scripts: Path) -> Iterator[OutputFile]:
    """The engine, joined from the scripts in a folder, and for each locale the first and the later part.

    The first part is enough to search the text, the terms and the agencies; the engine loads both.
    """
    parts = [path.read_bytes() for path in sorted(scripts.glob("*.js"))]
    yield OutputFile(ENGINE, b"".join(b"(function () {\n%s})();\n" % part for part in parts))
    shared = _shared(edition)
    for locale in LOCALES:
        writer = _Writer(edition, locale)
        yield _script(index_path(locale), "first", {**writer.first(), **shared[0]})
        yield _script(index_path(locale, "later"), "later", {**writer.later(), **shared[1]})


def index_path(locale: Locale, part: str = "") -> str:
    """Where a part of the index of a locale lies below the site's root."""
    return f"{FOLDER}/{locale.folder}{f'.{part}' if part else ''}.js"


def _script(path: str, part: str, values: JSON) -> OutputFile:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(path, f'(self.duizhaoIndex = self.duizhaoIndex || {{}}).{part} = {text};\n'.encode())


def _shared(edition: Edition) -> tuple[JSON, JSON]:
    """What both parts hold in every locale; the later knows the readings of the first."""
    index = edition.search
    table = str.maketrans(dict(index.fold))
    usual = _usual(index.first, table)
    more = {char: sound for char, sound in _usual(index.later, table).items() if char not in usual}
    first = _columns(index.first, _Reading(table, usual, usual))
    later = _columns(index.later, _Reading(table, {**usual, **more}, more))
    folding = ["".join(index.fold), "".join(index.fold.values())]
    equivalents = [[each.local, each.mainland] for each in index.equivalents]
    return {"fold": folding, "equivalents": equivalents, "units": _units(edition), **first}, later


@dataclass(frozen=True, slots=True)
class _Reading:
    """The usual reading of characters, folded by a table, and what of it is new in a part."""

    table: Table
    sounds: Sounds
    new: Sounds

    def unusual(self, row: Row) -> list[int | str]:
        """Places, in code points, and readings where a character is not read as usual."""
        pairs = enumerate(zip(row.zh.translate(self.table), row.sounds, strict=False))
        return [each for at, (char, sound) in pairs if sound != self.sounds.get(char, "") for each in (at, sound)]


def _columns(groups: Groups, reading: _Reading) -> JSON:
    rows = [row for group in groups.values() for row in group]
    return {
        "kinds": [[kind, len(group)] for kind, group in groups.items()],
        "id": [_short(row) for row in rows],
        "unit": [row.unit for row in rows],
        "uses": _sparse([[each for use in row.uses for each in _use(row, use)] for row in rows]),
        "sounds": ["".join(reading.new), " ".join(reading.new.values())],
        "unusual": _sparse([reading.unusual(row) for row in rows]),
        "silent": [at for at, row in enumerate(rows) if not row.sounds],
    }


def _short(row: Row) -> str:
    """The id of a row, with a sign for its unit where it begins with it."""
    return row.id.replace(row.unit, "~", 1) if row.unit and row.id.startswith(row.unit) else row.id


def _units(edition: Edition) -> list[list[Any]]:
    """Each clause with the numbers of its agencies and what became of it."""
    number = {agency.id: at for at, agency in enumerate(edition.project.agencies)}
    accounts, outcomes = edition.accountability, edition.outcomes
    found: list[list[Any]] = []
    for unit in dict.fromkeys([*accounts, *outcomes]):
        duties = accounts[unit].duties if unit in accounts else ()
        state = outcomes[unit].state if unit in outcomes else ""
        found.append([unit, [number[duty.agency.id] for duty in duties], state])
    return found


@lru_cache(len(LOCALES))
def _alphabet(texts: tuple[str, ...]) -> str:
    """The characters that are spelled with two bytes of UTF-8 instead of three, in the order of Unicode.

    Characters that have two bytes anyway must be among them; of the others the most frequent are.
    """
    counts = Counter("".join(texts))
    foreign = sorted((char for char in counts if char > "\x7f"), key=lambda char: (char > _LAST, -counts[char], char))
    return "".join(sorted(foreign[: ord(_LAST) - 0x7F]))


@lru_cache(8 * len(LOCALES))
def _spelled(texts: tuple[str, ...], titles: tuple[str, ...], alphabet: str) -> tuple[str, ...]:
    """Texts with a private character for each long title, in the characters that stand for those of the alphabet."""
    table = {ord(char): chr(0x80 + at) for at, char in enumerate(alphabet)}
    return tuple(_shortened(text, titles).translate(table) for text in texts)


class _Writer:
    """Writes what a reader of one locale sees."""

    def __init__(self, edition: Edition, locale: Locale) -> None:
        self._edition = edition
        self._locale = locale
        self._texts = edition.texts[locale.chinese]
        parts = (edition.search.first, edition.search.later)
        self._chinese_of, self._english_of = zip(*(self._columns(part) for part in parts), strict=True)
        self._alphabet = _alphabet(tuple(text for part in (*self._chinese_of, *self._english_of) for text in part))

    def _columns(self, groups: Groups) -> tuple[tuple[str, ...], tuple[str, ...]]:
        rows = [(kind, row) for kind, group in groups.items() for row in group]
        return tuple(self._row(*each) for each in rows), tuple(row.en for _, row in rows)

    def first(self) -> JSON:
        """The interface strings the results need, what agencies are called, and the texts of the first part."""
        strings = self._edition.project.interface[self._locale.tag]
        return {
            "format": FORMAT,
            "locale": self._locale.tag,
            "chinese": self._locale.chinese,
            "alphabet": self._alphabet,
            "words": {key: text.value for key, text in strings.items() if key.startswith(_WORDS)},
            "agencies": self._agencies(),
            **self._texts_of(0, self._edition.search.first),
        }

    def later(self) -> JSON:
        """The texts of the later part."""
        return {"format": FORMAT, **self._texts_of(1, self._edition.search.later)}

    def _agencies(self) -> list[str]:
        """What each agency of the index is called, in its order."""
        english = self._locale.is_english
        every = self._edition.project.agencies
        return [(each.name.abbr or each.name.en) if english else self._chinese(each.short) for each in every]

    def _texts_of(self, part: int, groups: Groups) -> JSON:
        """The texts in columns."""
        chinese, english = self._chinese_of[part], self._english_of[part]
        titles = (*_titles(chinese, 10), *_titles(english, 25))
        names = [self._names(kind, row) for kind, group in groups.items() for row in group]
        return {
            "titles": _spelled(titles, (), self._alphabet),
            "zh": _spelled(chinese, titles, self._alphabet),
            "en": _spelled(english, titles, self._alphabet),
            "names": _sparse(names),
        }

    def _row(self, kind: str, row: Row) -> str:
        return self._texts[row.id] if kind == "text" else self._chinese(row.zh)

    def _names(self, kind: str, row: Row) -> list[str]:
        """Other words as they stand; the words of Taiwan and Hong Kong are not converted."""
        return [each if kind == "term" or not _is_chinese(each) else self._chinese(each) for each in row.names]

    def _chinese(self, simplified: str) -> str:
        return self._edition.convert(simplified, self._locale.chinese)


@lru_cache(_REMEMBERED)
def _titles(texts: tuple[str, ...], length: int) -> tuple[str, ...]:
    """The rows that are so long at least and stand in another row as well, the longest first."""
    everything = "\n".join(texts)
    short = {text for text in texts if length <= len(text) <= 8 * length and "\n" not in text}
    again = (text for text in short if everything.count(text) > 1)
    return tuple(sorted(again, key=lambda text: (-len(text), text)))


@lru_cache(_REMEMBERED)
def _shortened(text: str, titles: tuple[str, ...]) -> str:
    """Source files hold no private characters, so that those here stand for nothing else."""
    for at, title in enumerate(titles):
        text = text.replace(title, chr(_PRIVATE + at))
    return text


def _is_chinese(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)


def _sparse(column: Sequence[Sequence[Any]]) -> JSON:
    """A column of lists most of which are empty: the others by the number of their row."""
    return {str(at): each for at, each in enumerate(column) if each}


def _usual(groups: Groups, table: Table) -> Sounds:
    """The most frequent reading of each folded character, in the order of the characters."""
    rows = (row for group in groups.values() for row in group)
    counts = Counter(pair for row in rows for pair in zip(row.zh.translate(table), row.sounds, strict=False))
    ordered = sorted(counts, key=lambda pair: (pair[0], counts[pair], pair[1]))
    return {char: sound for char, sound in ordered if sound}


def _use(row: Row, use: Use) -> tuple[int, int, int, int]:
    """The start and length of a term and of its rendering, in the units of 16 bits in which browsers count."""
    chinese = _place(row.zh, use.start, use.end)
    return (*chinese, *_place(row.en, *use.english))


def _place(text: str, start: int, end: int) -> tuple[int, int]:
    return _length(text[:start]), _length(text[start:end])


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
