"""Text to markup: what it refers to, where it leads, and what in it is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.markup.policy import REFERENCE, REFERENCE_KINDS, REFUSED, is_allowed_address


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference such as [[agency:cac]] or [[2.8.3]] (kind `clause`), and the words that make it."""

    kind: str
    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Markup:
    """An annotation's body as written, with its references and the addresses it links to."""

    source: str
    references: tuple[Reference, ...]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a body that is not allowed: its code, the words, what it is in both languages."""

    code: str
    words: str
    what: str
    what_zh: str


# CommonMark 0.31, section 6.3: a destination in angle brackets, or one without spaces.
_LINK = re.compile(r"\[[^\]\n]*\]\(\s*(?:<(?P<angle>[^>\n]*)>|(?P<plain>[^\s)]*))")


def parse(source: str) -> Markup:
    """The markup of a body; use `refusals` to learn whether it may be published."""
    references = tuple(
        Reference(match["kind"] or "clause", match["target"], match[0]) for match in REFERENCE.finditer(source)
    )
    addresses = tuple(match["angle"] or match["plain"] or "" for match in _LINK.finditer(source))
    return Markup(source, references, addresses)


def refusals(source: str) -> Iterator[Refusal]:
    """Everything in a body that is more than the small Markdown allows."""
    for name, name_zh, pattern in REFUSED:
        for match in pattern.finditer(source):
            if not (name == "HTML" and _is_link_target(source, match.start())):
                yield Refusal("A701", match[0] or match.string[match.start() : match.start() + 1], name, name_zh)
    markup = parse(source)
    for address in markup.addresses:
        if not is_allowed_address(address):
            yield Refusal("A702", address or "()", "", "")
    for reference in markup.references:
        if reference.kind not in REFERENCE_KINDS:
            yield Refusal("A703", reference.words, "", "")


def _is_link_target(source: str, start: int) -> bool:
    return source[max(0, start - 2) : start].endswith("(")
