"""Where glossary terms stand in Chinese, and where their renderings stand in English."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from build_tools.model.term import Term


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a text at [start, end), in code points."""

    term: Term
    start: int
    end: int


class TermFinder:
    """Finds terms in simplified Chinese, at every place the longest: a term inside another does not count."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_zh = {term.zh: term for term in terms}
        longest_first = sorted(self._by_zh, key=lambda zh: (-len(zh), zh))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def occurrences(self, chinese: str) -> Iterator[Occurrence]:
        """Every occurrence in order."""
        for match in self._pattern.finditer(chinese):
            yield Occurrence(self._by_zh[match[0]], match.start(), match.end())


def find_words(words: str, english: str) -> Iterator[tuple[int, int]]:
    """Where words stand in English text as whole words, whatever their capitals."""
    for match in _whole_words(words).finditer(english):
        yield match.start(), match.end()


@cache
def _whole_words(words: str) -> re.Pattern[str]:
    """Kept because there are more renderings than `re` remembers, and each is looked for again and again."""
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(words)}(?![A-Za-z0-9])", re.IGNORECASE)


def find_rendering(term: Term, english: str) -> tuple[int, int, str] | None:
    """The first accepted rendering of a term in English text: its place and which one; the longest wins."""
    for rendering in sorted(term.renderings, key=lambda each: (-len(each), each)):
        for start, end in find_words(rendering, english):
            return start, end, rendering
    return None
