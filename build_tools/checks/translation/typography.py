"""T408–T411: English typography and spelling."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.rule import Finding, Pair
from build_tools.text.spelling import british

_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+")
_STRAIGHT = re.compile("[\"'`]")
_SPACE = re.compile(r"^\s+|\s+$|\s{2,}|\s+[,.;:!?)”](?!\w)|[(“]\s+|[\u00a0\u2002-\u200a\u3000]")


def no_chinese(pair: Pair) -> Iterator[Finding]:
    """No Chinese characters and no full-width punctuation in the English."""
    yield from _all("T408", _CHINESE, pair.en)


def curly_quotes(pair: Pair) -> Iterator[Finding]:
    """No straight quotation marks or apostrophes."""
    yield from _all("T409", _STRAIGHT, pair.en)


def single_spaces(pair: Pair) -> Iterator[Finding]:
    """One ordinary space between words, none before punctuation, none at the ends."""
    yield from _all("T410", _SPACE, pair.en)


def american_spelling(pair: Pair) -> Iterator[Finding]:
    """American spelling."""
    for start, words, american in british(pair.en):
        yield Finding("T411", words, start, len(words), {"words": words, "american": american})


def _all(code: str, pattern: re.Pattern[str], english: str) -> Iterator[Finding]:
    for match in pattern.finditer(english):
        shown = match[0].replace(" ", "␣") if code == "T410" else match[0]
        yield Finding(code, match[0], match.start(), len(match[0]), {"words": shown})
