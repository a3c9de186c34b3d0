"""T406: Latin strings, quoted words and titles on both sides."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.rule import Finding, Pair

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_ACRONYM = re.compile(r"\b(?=[A-Za-z0-9]*[A-Z][a-z]?[A-Z])[A-Za-z0-9]+\b")
_QUOTED = re.compile(r"“([^”]*)”")
_TITLE = re.compile(r"《([^》]*)》")
_TITLE_WORDS = re.compile(r"(?:[A-Z][\w’–-]+[ ,]+(?:(?:of|the|and|on|for|in|to|with) )*){3,}")
_INTERNET_PLUS = ("互联网+", "Internet Plus")


def same_latin(pair: Pair) -> Iterator[Finding]:
    """Latin strings of the Chinese stand in the English, acronyms of the English in the Chinese or glossary."""
    for words in _LATIN.findall(pair.zh):
        if not re.search(rf"\b{re.escape(words)}\b", pair.en):
            yield _only("Chinese", "中文", words, 0)
    known = " ".join(r for found in pair.finder.occurrences(pair.zh) for r in found.term.renderings)
    known += " ".join(agency.name.abbr for agency in pair.project.agencies if agency.short in pair.zh)
    for match in _ACRONYM.finditer(pair.en):
        if match[0] not in pair.zh and match[0] not in known:
            yield _only("English", "英文", match[0], match.start())


def same_quotations(pair: Pair) -> Iterator[Finding]:
    """As many quoted phrases on both sides.

    Glossary terms are left out, for T403 sees to them, and “互联网+”, which English quotes only in headings.
    """
    terms = [(found.start, found.end) for found in pair.finder.occurrences(pair.zh)]
    renderings = [r for found in pair.finder.occurrences(pair.zh) for r in found.term.renderings]
    chinese = [
        each[1]
        for each in _QUOTED.finditer(pair.zh)
        if each[1] != _INTERNET_PLUS[0] and not any(a < each.end() and each.start() < b for a, b in terms)
    ]
    english = [
        each
        for each in _QUOTED.finditer(pair.en)
        if each[1] != _INTERNET_PLUS[1] and not any(each[1].rstrip(",.") in rendering for rendering in renderings)
    ]
    for words in chinese[len(english) :]:
        yield _only("Chinese", "中文", words, 0)
    for match in english[len(chinese) :]:
        yield _only("English", "英文", match[1], match.start())


def same_titles(pair: Pair) -> Iterator[Finding]:
    """A title in 《》 is rendered as a title, in capitals."""
    titles = _TITLE.findall(pair.zh)
    for words in titles[len(_TITLE_WORDS.findall(pair.en)) :]:
        yield _only("Chinese", "中文", words, 0)


def _only(side: str, side_zh: str, words: str, start: int) -> Finding:
    return Finding("T406", words, start, len(words), {"words": words, "side": side, "side_zh": side_zh})
