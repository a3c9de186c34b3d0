"""Conversion of simplified paragraphs to Taiwan and Hong Kong traditional characters.

The only module that knows the dictionaries of OpenCC and the word counts of jieba.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import opencc

from build_tools.model.conversion import (
    SURNAME,
    TAIWAN,
    Alternative,
    Choice,
    ConversionRules,
    Decider,
    LocaleTag,
    LockedName,
    Override,
    Word,
)
from build_tools.text.refuse import require_clean
from build_tools.text.runs import closed, runs, spread_like
from build_tools.text.segmentation import Lexicon, lexicon_from_counts
from build_tools.text.typography import corner_quotes, curly_quotes, masked_spans

# The Chinese characters of the first plane (Unicode, CJK Unified Ideographs and Extension A).
_IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
# A short name is not meant where its last character begins another word: 安全部 in 安全部署.
_CONTINUED = {"部": "门署分件队位落", "委": "员托派", "办": "法理公事", "局": "面限部势", "会": "议计"}


class LengthChangedError(ValueError):
    """A conversion changed the number of code points, so offsets would no longer carry over."""


class _Piece(NamedTuple):
    """A stretch of one paragraph together with its form and what decided it."""

    source: str
    result: str
    by: Decider
    rule: str


class Converter:
    """Converts whole paragraphs to one locale; every code point keeps its place."""

    def __init__(self, rules: ConversionRules, locale: LocaleTag) -> None:
        self.locale = locale
        self._forward = opencc.OpenCC("s2tw" if locale == TAIWAN else "s2hk")
        self._backward = opencc.OpenCC("tw2s" if locale == TAIWAN else "hk2s")
        self._shapes = {ord(rule.before): rule.after for rule in rules.forms if rule.locale == locale}
        self._fixed = _fixed_forms(rules, locale)
        self._fixed_pattern = _longest_first(self._fixed)
        self._surnames = {name.source: name.forms.of(locale) for name in rules.locked if name.kind == SURNAME}
        self._words = {word.source: word.forms.of(locale) for word in rules.words if word.forms}
        self._lexicon = _base_lexicon().extended(word.source for word in rules.words)
        self._known: dict[str, str] = {}
        self._undo = self._irreversible(rules)
        self._undo_pattern = _longest_first(self._undo)
        self._choices = _several_forms(locale, self._shapes)

    def convert(self, text: str) -> str:
        """Return `text`, one whole paragraph or several, in the characters of the locale.

        Raises `RefusedCharacterError` for text that must not be published.
        """
        require_clean(text)
        result = corner_quotes("".join(piece.result for piece in self._pieces(text)))
        if len(result) != len(text):
            raise LengthChangedError(f"{len(text)} code points became {len(result)}")
        return result

    def trace(self, text: str) -> tuple[Choice, ...]:
        """Return each decision that changed a character or chose between several forms, in text order."""
        result = self.convert(text)
        choices: list[Choice] = []
        offset = 0
        for piece in self._pieces(text):
            final = result[offset : offset + len(piece.source)]
            choice = self._choice(offset, piece, final)
            if choice.source != choice.result or choice.alternatives:
                choices.append(choice)
            offset += len(piece.source)
        return tuple(choices)

    def back(self, text: str) -> str:
        """Return converted `text` in simplified characters with curly quotation marks."""
        require_clean(text)
        plain = self._convert_by(self._backward, text)
        undone = list(plain)
        for found in self._undo_pattern.finditer(text):
            undone[found.start() : found.end()] = self._undo[found.group()]
        return curly_quotes("".join(undone))

    def _pieces(self, text: str) -> Iterator[_Piece]:
        """Divide the whole text: masked spans stay, the rest is converted."""
        position = 0
        for start, end in (*masked_spans(text), (len(text), len(text))):
            yield from self._free_pieces(text, position, start)
            if end > start:
                yield _Piece(text[start:end], text[start:end], "typography", "mask")
            position = end

    def _free_pieces(self, text: str, start: int, end: int) -> Iterator[_Piece]:
        """Take out overrides and locked names, longest first, before anything is segmented."""
        position = start
        for found in self._fixed_pattern.finditer(text, start, end):
            yield from self._plain_pieces(text, position, found.start())
            form, by = self._fixed[found.group()]
            yield _Piece(found.group(), form, by, found.group())
            position = found.end()
        yield from self._plain_pieces(text, position, end)

    def _plain_pieces(self, text: str, start: int, end: int) -> Iterator[_Piece]:
        """Convert each run of Chinese characters; a spread heading counts as one run without its spaces."""
        for run in runs(text, start, end):
            if run.kind == "other":
                yield _Piece(run.text, run.text, "typography", "")
            elif run.kind == "spread":
                joined = closed(run.text)
                result = "".join(piece.result for piece in self._word_pieces(joined))
                yield _Piece(run.text, spread_like(run.text, result), "dictionary", joined)
            elif run.kind == "name":
                yield from self._name_pieces(run.text)
            else:
                yield from self._word_pieces(run.text)

    def _name_pieces(self, name: str) -> Iterator[_Piece]:
        """Give a surname its own form, unless the run begins with a longer word."""
        surname = self._lexicon.divide(name)[0]
        if surname in self._surnames:
            yield _Piece(surname, self._surnames[surname], "locked", surname)
            name = name[len(surname) :]
        yield from self._word_pieces(name)

    def _word_pieces(self, run: str) -> Iterator[_Piece]:
        for word in self._lexicon.divide(run):
            yield _Piece(word, self._word_form(word), self._decider(word), word)

    def _word_form(self, word: str) -> str:
        return self._words.get(word) or self._dictionary_form(word)

    def _dictionary_form(self, source: str) -> str:
        form = self._known.get(source)
        if form is None:
            form = self._known[source] = self._convert_by(self._forward, source).translate(self._shapes)
        return form

    def _decider(self, word: str) -> Decider:
        if word in self._words:
            return "word"
        return "character" if len(word) == 1 else "dictionary"

    def _convert_by(self, dictionary: opencc.OpenCC, text: str) -> str:
        result = str(dictionary.convert(text))
        if len(result) != len(text):
            raise LengthChangedError(f"{text!r} became {result!r}")
        return result

    def _irreversible(self, rules: ConversionRules) -> dict[str, str]:
        """Map each project form that the reverse dictionaries would not undo to its source."""
        tables: tuple[tuple[Override | LockedName | Word, ...], ...] = (
            rules.overrides,
            rules.locked,
            rules.words,
        )
        entries = [(entry.source, entry.forms) for table in tables for entry in table]
        pairs = {forms.of(self.locale): source for source, forms in entries if forms and len(source) > 1}
        return {
            form: source for form, source in pairs.items() if self._convert_by(self._backward, form) != source
        }

    def _choice(self, offset: int, piece: _Piece, final: str) -> Choice:
        alternatives = tuple(
            Alternative(offset + at, source, final[at], others)
            for at, source in enumerate(piece.source)
            if (others := tuple(form for form in self._choices.get(source, ()) if form != final[at]))
        )
        rule = piece.rule or "quotation marks"
        return Choice(
            offset, len(piece.source), piece.source, final, piece.by, rule, self._applied(piece), alternatives
        )

    def _applied(self, piece: _Piece) -> tuple[str, ...]:
        """Name the form rules that shaped a dictionary result."""
        if piece.by in ("locked", "override", "typography") or piece.source in self._words:
            return ()
        plain = self._convert_by(self._forward, piece.source)
        return tuple(
            f"{before}→{after}" for before, after in zip(plain, piece.result, strict=True) if before != after
        )


@cache
def simplified_characters() -> Mapping[str, str]:
    """Every traditional character of the first plane, with the simplified one it is written with alone."""
    characters = [chr(point) for first, last in _IDEOGRAPHS for point in range(first, last)]
    alone = str(opencc.OpenCC("t2s").convert("\n".join(characters))).split("\n")
    pairs = zip(characters, alone, strict=True)
    return MappingProxyType({before: after for before, after in pairs if before != after and len(after) == 1})


def _fixed_forms(rules: ConversionRules, locale: LocaleTag) -> dict[str, tuple[str, Decider]]:
    """Map each override and locked name to its form; a locked name has the last word."""
    fixed: dict[str, tuple[str, Decider]] = {}
    for override in rules.overrides:
        fixed[override.source] = (override.forms.of(locale), "override")
    for name in rules.locked:
        if name.kind == SURNAME:
            continue
        fixed[name.source] = (name.forms.of(locale), "locked")
    return fixed


def _longest_first(sources: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(sources, key=lambda source: (-len(source), source))
    return re.compile("|".join(map(_whole, ordered)) or r"(?!)")


def _whole(source: str) -> str:
    """Match `source` unless its last character begins a longer word."""
    continued = _CONTINUED.get(source[-1])
    return re.escape(source) + (f"(?![{continued}])" if continued else "")


@cache
def _base_lexicon() -> Lexicon:
    """Read jieba's word counts as data: importing jieba would cost more and cache in a shared directory."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the word counts of jieba are not installed")
    counts: dict[str, int] = {}
    for line in (Path(found.origin).parent / "dict.txt").read_text("utf-8").splitlines():
        word, count, *_ = line.split(" ")
        counts[word] = int(count)
    return lexicon_from_counts(counts)


def _several_forms(locale: LocaleTag, shapes: dict[int, str]) -> dict[str, tuple[str, ...]]:
    """Map each simplified character to its traditional forms where the locale has more than one."""
    candidates = "\n".join(chr(point) for point in range(0x4E00, 0xA000) if _common(chr(point)))
    simplified = str(opencc.OpenCC("t2s").convert(candidates))
    local = str(opencc.OpenCC("t2tw" if locale == TAIWAN else "t2hk").convert(candidates)).translate(shapes)
    forms: dict[str, dict[str, None]] = {}
    for source, form in zip(simplified.split("\n"), local.split("\n"), strict=True):
        forms.setdefault(source, {})[form] = None
    return {source: tuple(found) for source, found in forms.items() if len(found) > 1}


def _common(character: str) -> bool:
    """Tell whether Big5 has the character: it leaves out variants no locale writes today."""
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True
