"""The same sources give the same bytes."""

import time
from pathlib import Path

import pytest
from built_site import Site
from project_copy import copy_project, duizhao, environment, tree

pytestmark = pytest.mark.corpus


def test_another_place_time_and_seed_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    root, elsewhere = copy_project(tmp_path / "another folder" / "对照", site.root), tmp_path / "elsewhere"
    elsewhere.mkdir()
    # Other time stamps and the other order of names in a folder that comes with a new copy.
    time.sleep(1.1)
    for path in sorted((root / "source").rglob("*.yml"), reverse=True):
        path.touch()
    env = environment(PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C", TMPDIR=str(elsewhere))
    done = duizhao("--root", root, "build", "--site-dir", tmp_path / "out", cwd=elsewhere, env=env)
    assert done.returncode == 0, done.stderr.decode()
    first, second = tree(site.folder), tree(tmp_path / "out")
    assert any(name.endswith(".pdf") for name in first)
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_leaves_nothing_but_the_site(site: Site) -> None:
    left = {path.name for path in site.root.iterdir() if not path.name.endswith("-lock")}
    assert left <= {"source", "site_overrides", "annotations", "mkdocs.yml", "site"}
