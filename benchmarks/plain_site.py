"""The same pages for MkDocs-Material without this project's plugin: Markdown files with the same text.

`pruned.yml` makes one site of all languages that shows only the branch of the navigation a page is on; one more
configuration for each language makes a site of its own with the whole contents on every page, as this project has.
"""

import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

from limits import lift_size_limit

from build_tools import pipeline
from build_tools.diagnostics.report import Report
from build_tools.emit.pages.render import PageRenderer
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import Page, pages
from build_tools.model.edition import Edition
from build_tools.model.locale import LOCALES, Locale

_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BLOCKS = {*_HEADINGS, "p", "li", "dt", "dd", "td", "th", "summary", "div", "section", "article", "header", "nav"}
Nav: TypeAlias = "str | dict[str, Nav] | list[Nav]"
_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")


class _Blocks(HTMLParser):
    """Cuts a page into blocks of text: headings, list items and paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._prefix = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a block, unless the element is part of a line."""
        if tag in _BLOCKS:
            self._end()
            self._prefix = _HEADINGS.get(tag, "- " if tag == "li" else "")

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        """Add to the block."""
        self._text += data

    def _end(self) -> None:
        text = " ".join(self._text.split())
        if text:
            self.blocks.append(self._prefix + _SPECIAL.sub(r"\\\1", text))
        self._prefix = self._text = ""


def write_plain_site(root: Path, target: Path) -> None:
    """Write the pages of the project below `root` as Markdown, with the configurations, below `target`."""
    report = Report()
    edition = pipeline.edition(root, report)
    renderer = PageRenderer(edition, root / "site_overrides" / "bodies", Settings("/", "", directories=True))
    for page in pages(edition):
        path = target / "docs" / _path(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_markdown(renderer.body(page)), encoding="utf-8")
    by_locale = {locale: list(_nav(edition, renderer, locale)) for locale in LOCALES}
    whole: Nav = [{locale.tag: nav} for locale, nav in by_locale.items()]
    _configure(target / "pruned.yml", "docs", ["navigation.prune"], whole)
    for locale, nav in by_locale.items():
        own = _within(nav, f"{locale.folder}/")
        _configure(target / f"language-{locale.folder}.yml", f"docs/{locale.folder}", [], own)


def _configure(path: Path, docs: str, features: list[str], nav: Nav) -> None:
    theme = {"name": "material", "font": False, "features": features}
    config = {"site_name": "Plain", "docs_dir": docs, "theme": theme, "plugins": [], "nav": nav}
    # JSON is YAML.
    path.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")


def _within(nav: Nav, folder: str) -> Nav:
    """The same navigation with paths from a folder below."""
    if isinstance(nav, str):
        return nav.removeprefix(folder)
    if isinstance(nav, dict):
        return {title: _within(below, folder) for title, below in nav.items()}
    return [_within(each, folder) for each in nav]


def _path(page: Page) -> str:
    return f"{page.locale.folder}/{page.name or 'index'}.md"


def _markdown(html: str) -> str:
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    return "\n\n".join(parser.blocks) + "\n"


def _nav(edition: Edition, renderer: PageRenderer, locale: Locale) -> Iterator[Nav]:
    """What this project lists on every page: the sections in their parts, and the pages beside them."""
    of_locale = {page.name: _path(page) for page in pages(edition) if page.locale == locale}
    yield of_locale.pop("")
    for entry in renderer.words(locale).contents():
        listed: list[Nav] = [of_locale.pop(section) for section, _ in entry.sections]
        yield {entry.title: listed} if entry.title else listed[0]
    yield from (path for name, path in of_locale.items() if "/" not in name)


if __name__ == "__main__":
    lift_size_limit()
    write_plain_site(Path(sys.argv[1]), Path(sys.argv[2]))
