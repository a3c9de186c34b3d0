"""The theme's style sheet without what no page of ours can match."""

import re
from collections.abc import Iterator

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CHOICE = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|[{};]")
_PROPERTY = re.compile(r"(--[\w-]+):(?:\"[^\"]*\"|'[^']*'|\((?:\"[^\"]*\"|'[^']*'|[^)\"'])*\)|[^;{}\"'(])*;?")
_USE = re.compile(r"var\((--[\w-]+)")
_NESTED = ("@media", "@supports", "@layer", "@container")


def prune(css: str, words: frozenset[str], others: str) -> str:
    """A minified style sheet without rules that need a class which is not among `words`, and without custom
    properties that neither it nor `others`, the style sheets beside it, use.

    A rule stays if one of its selectors may match. What stands in `:not()`, `:is()`, `:where()` and `:has()` is not
    looked at. Nothing is reordered.
    """
    kept = "".join(_kept(css, words))
    while (shorter := _without_unused(kept, others)) != kept:
        kept = shorter
    return kept


def _without_unused(css: str, others: str) -> str:
    used = frozenset(_USE.findall(css + others))
    return _PROPERTY.sub(lambda found: found[0] if found[1] in used else "", css)


def _kept(css: str, words: frozenset[str]) -> Iterator[str]:
    for prelude, body in _rules(css):
        if prelude.startswith(_NESTED):
            inner = "".join(_kept(body, words))
            if inner:
                yield f"{prelude}{{{inner}}}"
        elif prelude.startswith("@"):
            yield f"{prelude}{{{body}}}"
        else:
            selectors = [each for each in _selectors(prelude) if _may_match(each, words)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each block, and the block without its braces; statements without a block are left out."""
    start, opened, depth = 0, 0, 0
    for token in _TOKEN.finditer(css):
        if token[0] == "{":
            depth += 1
            opened = token.end() if depth == 1 else opened
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start : opened - 1].strip(), css[opened : token.start()]
        if depth == 0 and token[0] in "};":
            start = token.end()


def _selectors(prelude: str) -> Iterator[str]:
    start, depth = 0, 0
    for at, character in enumerate(prelude):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            yield prelude[start:at]
            start = at + 1
    yield prelude[start:]


def _may_match(selector: str, words: frozenset[str]) -> bool:
    return words.issuperset(_CLASS.findall(_CHOICE.sub("", selector)))
