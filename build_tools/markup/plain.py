"""Markup to text, for print, search and data."""

import re

from build_tools.markup.html import Resolve
from build_tools.markup.parse import Markup
from build_tools.markup.policy import REFERENCE

_LINK = re.compile(r"\[([^\]\n]*)\]\(\s*<?([^\s)>]*)>?\s*\)")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,2}|_{1,2})(?=\S)(.+?)(?<=\S)\1")
_MARK = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def paragraphs(markup: Markup, resolve: Resolve) -> tuple[str, ...]:
    """The paragraphs of a body as text: references by their labels, links as words with the address after them."""
    text = REFERENCE.sub(lambda match: _label(match, resolve), markup.source)
    text = _LINK.sub(lambda match: f"{match[1]} ({match[2]})", text)
    text = _MARK.sub("", _EMPHASIS.sub(r"\2", text))
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", _ESCAPE.sub(r"\1", text).strip())
    return tuple(" ".join(block.split()) for block in blocks if block.strip())


def _label(match: re.Match[str], resolve: Resolve) -> str:
    found = resolve(match["kind"] or "clause", match["target"])
    return found[1] if found else match[0]
