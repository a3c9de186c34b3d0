"""Division of a paragraph into runs of Chinese characters and what stands between them."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ONE = f"[{HAN}]"
# Headings spread a word over its line: 回　避.
_RUN = re.compile(rf"(?P<spread>(?<!{_ONE}){_ONE}(?:[ \u3000]+{_ONE})+(?!{_ONE}))|{_ONE}+")
# In lists of people a full name of three characters stands between these marks.
_NAME = re.compile(rf"(?:(?<=^)|(?<=[\s、：])){_ONE}{{3}}(?=$|[\s、（])", re.MULTILINE)
_SPACES = re.compile("[ \u3000]")


class Run(NamedTuple):
    """A stretch of a paragraph: Chinese, a spread heading, perhaps a person's name, or anything else."""

    text: str
    kind: Literal["chinese", "spread", "name", "other"]


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Divide text[start:end] without loss; the text around it decides what may be a name."""
    position = start
    for found in _RUN.finditer(text, start, end):
        if found.start() > position:
            yield Run(text[position : found.start()], "other")
        position = found.end()
        if found.lastgroup == "spread":
            yield Run(found.group(), "spread")
        else:
            yield Run(found.group(), "name" if _NAME.match(text, found.start()) else "chinese")
    if position < end:
        yield Run(text[position:end], "other")


def closed(spread: str) -> str:
    """Return a spread heading without its spaces."""
    return _SPACES.sub("", spread)


def spread_like(pattern: str, characters: str) -> str:
    """Put `characters` in place of those of `pattern`, keeping its spaces."""
    rest = iter(characters)
    return "".join(mark if _SPACES.match(mark) else next(rest) for mark in pattern)
