"""A site rebuilt after an edit is the site built afresh."""

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from project_copy import PROJECT, tree
from ruamel.yaml import YAML

from build_tools.site.plugin import DuizhaoPlugin
from toy_project import TESTS, apply, copy_toy

CASES = sorted((TESTS / "cases/rebuild").glob("*.yml"))
Rebuild = Callable[[], dict[str, bytes]]


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    yield
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_toy(tmp_path / "toy")
    shutil.copytree(PROJECT / "site_overrides", root / "site_overrides")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


def server(root: Path, folder: Path) -> Rebuild:
    """What rebuilds a served site into a folder and tells every file that is there."""
    folder.mkdir()
    plugin = DuizhaoPlugin()
    plugin.load_config({"repository": ""})
    plugin.on_startup(command="serve", dirty=True)

    def rebuild() -> dict[str, bytes]:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), plugins=[])
        config.plugins["duizhao"] = plugin
        build(config, serve_url="http://localhost/", dirty=True)
        return tree(folder)

    return rebuild


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_rebuilt_site_is_a_fresh_one(case: Path, root: Path, tmp_path: Path) -> None:
    rebuild = server(root, tmp_path / "served")
    before = rebuild()
    for edit in YAML(typ="safe").load(case):
        apply(edit, root)
    after = rebuild()
    assert after == server(root, tmp_path / "fresh")()
    assert after != before


def test_without_an_edit_nothing_is_written(root: Path, tmp_path: Path) -> None:
    rebuild = server(root, tmp_path / "served")
    rebuild()
    pages = {path: path.stat().st_mtime_ns for path in (tmp_path / "served").rglob("*.html")}
    kept = {path for path in pages if path.parent != tmp_path / "served"}
    rebuild()
    assert kept
    assert {path for path in kept if path.stat().st_mtime_ns != pages[path]} == set()


def test_an_edited_sentence_writes_few_pages(root: Path, tmp_path: Path) -> None:
    rebuild = server(root, tmp_path / "served")
    before = rebuild()
    (edit,) = YAML(typ="safe").load(TESTS / "cases/rebuild/english-sentence.yml")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "served").rglob("index.html")}
    apply(edit, root)
    rebuild()
    written = [path for path, time in times.items() if path.stat().st_mtime_ns != time]
    assert 0 < len(written) < len(before) // 3
