"""The interface strings: the keys that templates and emitters ask for are the keys there are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from built_site import Site
from jinja2 import Environment, nodes
from project_copy import PROJECT

from build_tools.emit.pages import pictures
from build_tools.emit.pages.citing import NAMES
from build_tools.emit.pages.sitemap import (
    AGENCIES,
    EMENDATIONS,
    FULL,
    GLOSSARY,
    HOME,
    INDEXES,
    INSTRUMENTS,
    SEARCH,
    TRACKER,
)
from build_tools.load import instruments, registers, terms
from build_tools.model import annotation, ids, instrument
from build_tools.model.concordance import Rendering
from build_tools.model.conversion import LOCALES as CONVERTED
from build_tools.model.conversion import Decider
from build_tools.model.downloads import PDF_EDITIONS, downloads
from build_tools.model.edition import Role
from build_tools.model.emendation import Certainty, EmendationKind
from build_tools.model.locale import LOCALES, Locale
from build_tools.text.citation import STYLES, WORKS

pytestmark = pytest.mark.corpus

REGISTERS = (FULL, TRACKER, AGENCIES, INSTRUMENTS, GLOSSARY, EMENDATIONS)
PLAIN_PAGES = (*REGISTERS, "investors", "matrix", "timeline", "quality", "cite", "conversion", SEARCH, *INDEXES)
SEARCH_KINDS = ["text", "term", "agency", "instrument"]
# What the tables of the quality page count: the prefix of their keys is handed to a macro.
COUNTED = {"certainty": annotation.CERTAINTIES, "verified": instruments.VERIFIED}
# What readers choose and what keys do, as _options.html lists them.
CHOICES = {
    "layout": ["side", "lines"],
    "notes": ["beside", "below", "hidden"],
    "pinyin": ["off", "on"],
    "size": ["small", "normal", "large", "larger"],
    "measure": ["narrow", "normal", "wide"],
    "scheme": ["auto", "default", "slate"],
}
KEYS = ["clauses", "sections", "views", "layout", "notes", "pinyin", "scheme", "contents", "options", "search", "help"]
# Keys put together from a value: the pattern as it is written in a template or emitter, and every value it takes.
PATTERNS = {
    "kind.*": [*EmendationKind, *registers.KINDS],
    "fate.*": registers.FATES,
    "relation.*": [*registers.RELATIONS, *instruments.RELATIONS],
    "when.*": registers._WHEN,
    "certainty.*": list(Certainty),
    "certainty.kept.*": list(Certainty),
    "download.*": [each.key for each in downloads("x", PDF_EDITIONS)],
    "witness.*": ["given", "official", "copy", "quotation", "parallel"],
    "unit.*": [*ids.FRONT, *ids.BACK],
    "source.*": terms.SOURCE_KINDS,
    "rendering.*": [each for each in Rendering if each != Rendering.PREFERRED],
    "view.*": ["zh", "both", "en"],
    "choice.*": list(CHOICES),
    "choice.*.*": [f"{key}.{value}" for key, values in CHOICES.items() for value in values],
    "keys.*": KEYS,
    "cite.*": WORKS,
    "cite.copy.*": ["link", "zh", "en", "both", "words"],
    "cite.style.*": [style for style in STYLES if style not in NAMES],
    "note.*": annotation.KINDS,
    "note.certainty.*": [each for each in annotation.CERTAINTIES if each != "confirmed"],
    "note.status.*": annotation.STATUSES,
    "instrument.*": ["issuer", "number", "adopted", "published", "in_force", "status"],
    "instrument.kind.*": instruments.KINDS,
    "instrument.status.*": instruments.STATUSES,
    "verified.*": [each for each in instruments.VERIFIED if each != "yes"],
    "verified.long.*": instruments.VERIFIED,
    "state.*": instrument.STATES,
    "role.*": list(Role),
    "conversion.by.*": list(get_args(Decider)),
    "conversion.script.*": list(CONVERTED),
    "timeline.group.*": pictures.GROUP_ORDER,
    "*": [f"quality.{what}.{value}" for what, values in COUNTED.items() for value in values],
    "search.facet.*": ["kind", "section", "agency", "state"],
    "search.how.*": ["words", "script", "pinyin", "number", "english", "phrase"],
    "*.lead": INDEXES,
    "*.title": PLAIN_PAGES,
    "*.description": PLAIN_PAGES,
}


# What the scripts of the search ask for with a value.
SCRIPT_PATTERNS = {
    "search.kind.*": SEARCH_KINDS,
    "search.group.*": ["place", "note", *SEARCH_KINDS],
    "note.*": annotation.KINDS,
    "state.*": instrument.STATES,
    "unit.*": [*ids.FRONT, *ids.BACK],
}
ALL_VALUES = {
    pattern.replace("*.*", "*").replace("*", value)
    for pattern, values in (*PATTERNS.items(), *SCRIPT_PATTERNS.items())
    for value in values
}


def _template_keys(node: nodes.Node) -> Iterator[str]:
    """What an argument of t() may be, `*` for what is put in."""
    if isinstance(node, nodes.CondExpr):
        yield from _template_keys(node.expr1)
        assert node.expr2
        yield from _template_keys(node.expr2)
    elif isinstance(node, nodes.Concat):
        joined = "".join(part.value if isinstance(part, nodes.Const) else "*" for part in node.nodes)
        yield re.sub(r"\*+", "*", joined)
    else:
        assert isinstance(node, nodes.Const), f"line {node.lineno}: t() of a name cannot be followed"
        yield node.value


def _in_templates() -> Iterator[str]:
    paths = sorted((PROJECT / "site_overrides").rglob("*.html"))
    assert paths
    for path in paths:
        for call in Environment().parse(path.read_text("utf-8")).find_all(nodes.Call):
            name = call.node.attr if isinstance(call.node, nodes.Getattr) else getattr(call.node, "name", "")
            if name == "t":
                yield from _template_keys(call.args[0])


def _python_files() -> list[Path]:
    paths = [path for name in ("emit", "site") for path in sorted((PROJECT / "build_tools" / name).rglob("*.py"))]
    assert paths
    return paths


def _in_python() -> Iterator[str]:
    """The arguments of t() and _t(), f-strings as patterns; a variable is followed to nothing."""
    for path in _python_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"t", "_t"}:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value
                elif isinstance(first, ast.JoinedStr):
                    yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in first.values)


def _in_scripts() -> Iterator[str]:
    """Strings of the search scripts that have the form of a key, values as `*`."""
    paths = sorted((PROJECT / "site_overrides/search").glob("*.js"))
    assert paths
    for path in paths:
        for words in re.findall(r"[\"`]([a-z]+\.[a-z.${}()A-Z0-9]+)[\"`]", path.read_text("utf-8")):
            yield re.sub(r"\$\{[^}]*\}", "*", words)


def _words_of_python() -> set[str]:
    """Every word of every string of the emitters: keys may be kept in lists."""
    trees = [ast.parse(path.read_text("utf-8")) for path in _python_files()]
    found = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {word for value in found if isinstance(value, str) for word in value.split()}


def test_patterns_are_listed_and_used() -> None:
    assert {key for key in [*_in_templates(), *_in_python()] if "*" in key} == set(PATTERNS)


def test_plain_pages_are_listed(site: Site) -> None:
    names = {page.name for page in site.pages if not page.section and page.name != HOME}
    assert {name for name in names if "/" not in name} <= set(PLAIN_PAGES)


def test_patterns_of_scripts_are_listed_and_used() -> None:
    assert {key for key in _in_scripts() if "*" in key} == set(SCRIPT_PATTERNS)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_every_key_asked_for_is_there(site: Site, locale: Locale) -> None:
    asked = {key for key in [*_in_templates(), *_in_python(), *_in_scripts()] if "*" not in key}
    assert asked
    assert sorted((asked | ALL_VALUES) - set(site.edition.project.interface[locale.tag])) == []


def test_every_key_there_is_asked_for(site: Site) -> None:
    asked = {*_in_templates(), *_in_python(), *_in_scripts(), *_words_of_python(), *ALL_VALUES}
    keys = {key for strings in site.edition.project.interface.values() for key in strings}
    assert keys
    assert sorted(keys - asked) == []
