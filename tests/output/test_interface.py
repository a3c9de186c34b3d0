"""The interface strings: the keys that templates and emitters ask for are the keys there are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Site
from jinja2 import Environment, nodes
from project_copy import PROJECT

from build_tools.emit.pages.sitemap import HOME
from build_tools.load import registers, terms
from build_tools.model import ids
from build_tools.model.concordance import Rendering
from build_tools.model.downloads import PDF_EDITIONS, downloads
from build_tools.model.emendation import Certainty, EmendationKind
from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

# Keys put together from a value: the pattern as it is written in a template or emitter, and every value it takes.
PATTERNS = {
    "kind.*": [*EmendationKind, *registers.KINDS],
    "fate.*": registers.FATES,
    "relation.*": registers.RELATIONS,
    "when.*": registers._WHEN,
    "certainty.*": list(Certainty),
    "certainty.kept.*": list(Certainty),
    "download.*": [each.key for each in downloads("x", PDF_EDITIONS)],
    "witness.*": ["given", "official", "copy", "quotation", "parallel"],
    "unit.*": [*ids.FRONT, *ids.BACK],
    "source.*": terms.SOURCE_KINDS,
    "rendering.*": [each for each in Rendering if each != Rendering.PREFERRED],
    "view.*": ["zh", "both", "en"],
    "*.title": None,
    "*.description": None,
}


def _patterns(site: Site) -> dict[str, list[str]]:
    names = {page.name for page in site.pages if not page.section and page.name != HOME}
    plain = sorted(name for name in names if "/" not in name)
    assert plain
    return {pattern: plain if values is None else list(values) for pattern, values in PATTERNS.items()}


def _template_keys(node: nodes.Node) -> Iterator[str]:
    """What an argument of t() may be, `*` for what is put in."""
    if isinstance(node, nodes.CondExpr):
        yield from _template_keys(node.expr1)
        assert node.expr2
        yield from _template_keys(node.expr2)
    elif isinstance(node, nodes.Concat):
        yield "".join(part.value if isinstance(part, nodes.Const) else "*" for part in node.nodes)
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


def _words_of_python() -> set[str]:
    """Every word of every string of the emitters: keys may be kept in lists."""
    trees = [ast.parse(path.read_text("utf-8")) for path in _python_files()]
    found = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {word for value in found if isinstance(value, str) for word in value.split()}


def test_patterns_are_listed_and_used(site: Site) -> None:
    used = {key for key in [*_in_templates(), *_in_python()] if "*" in key}
    assert used == set(_patterns(site))


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_every_key_asked_for_is_there(site: Site, locale: Locale) -> None:
    asked = {key for key in [*_in_templates(), *_in_python()] if "*" not in key}
    asked |= {pattern.replace("*", value) for pattern, values in _patterns(site).items() for value in values}
    assert asked
    assert asked - set(site.edition.project.interface[locale.tag]) == set()


def test_every_key_there_is_asked_for(site: Site) -> None:
    asked = {*_in_templates(), *_in_python(), *_words_of_python()}
    asked |= {pattern.replace("*", value) for pattern, values in _patterns(site).items() for value in values}
    keys = {key for strings in site.edition.project.interface.values() for key in strings}
    assert keys
    assert keys - asked == set()
