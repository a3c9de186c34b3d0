"""The search engine in an empty page of Chromium, with the index of the real project."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from build_tools.emit.search.files import ENGINE, index_path, search_files
from build_tools.model.edition import Edition
from build_tools.model.locale import LOCALES
from toy_project import PROJECT

SCRIPTS = PROJECT / "site_overrides/search"
FOLDERS = {locale.folder: locale for locale in LOCALES}

_START = """folder => {
  const engine = new duizhaoSearch.Engine(indexes[folder].first);
  engine.add(indexes[folder].later);
  engines[folder] = engine;
}"""
_ASK = """([folder, queries]) => queries.map((query) => {
  const found = engines[folder].search(query);
  const kind = (row) => (row.kind.startsWith("note-") ? "note" : row.kind) + ":" + row.id;
  const places = (rows) => rows.map((row) => "place:" + row.id);
  return found && { places: places(found.places), hits: found.hits.map((hit) => kind(hit.row)) };
})"""
_MARKED = """([folder, query, id]) => {
  const { row, marks, partners } = engines[folder].search(query).hits.find((hit) => hit.row.id === id);
  const words = (columns) => columns.map((spans, at) => spans.map(([start, end]) =>
    [row.zh, row.en, ...row.names][at].slice(start, end)));
  return { found: words(marks), partners: words(partners) };
}"""


class Engines:
    """One engine for each locale, started when it is first asked."""

    def __init__(self, page: Page, edition: Edition) -> None:
        self._page = page
        self._files = {file.path: file.content.decode() for file in search_files(edition, SCRIPTS)}
        self._started: set[str] = set()
        page.evaluate("() => { self.engines = {}; self.indexes = {}; }")
        page.add_script_tag(content=self._files[ENGINE])

    def ask(self, folder: str, queries: Sequence[str]) -> list[Any]:
        """What the engine of a locale answers to each query: places and hits by kind and id."""
        self._start(folder)
        return list(self._page.evaluate(_ASK, [folder, list(queries)]))

    def marked(self, folder: str, query: str, row: str) -> dict[str, list[list[str]]]:
        """The words that a query marks in a row: found, and rendering what is found; Chinese first, then English."""
        self._start(folder)
        return dict(self._page.evaluate(_MARKED, [folder, query, row]))

    def rows(self, folder: str) -> list[dict[str, Any]]:
        """The rows of a locale as the engine has them."""
        self._start(folder)
        return list(self._page.evaluate("folder => engines[folder].rows", folder))

    def evaluate(self, expression: str) -> Any:
        """What an expression of the page gives; `engines` has those that were asked before."""
        return self._page.evaluate(expression)

    def _start(self, folder: str) -> None:
        if folder in self._started:
            return
        locale = FOLDERS[folder]
        self._page.evaluate("() => { delete self.duizhaoIndex; }")
        for part in ("", "later"):
            self._page.add_script_tag(content=self._files[index_path(locale, part)])
        self._page.evaluate("folder => { indexes[folder] = self.duizhaoIndex; }", folder)
        self._page.evaluate(_START, folder)
        self._started.add(folder)


def cases(path: Path) -> list[dict[str, str]]:
    """The lines of a table with a head, cells as they stand."""
    head, *lines = path.read_text("utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
