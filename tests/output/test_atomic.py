"""A site is replaced whole or not at all."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from built_site import Site
from project_copy import break_content, copy_project, duizhao, repair_content, set_string, start

from build_tools.emit.output import OutputFile
from build_tools.emit.writer import replacing, write_files

KEY, WORDS = "home.start", "Words of the second build"
HOME = "en/index.html"
PATIENCE = 120.0

Listing = dict[str, tuple[int, bytes]]


def listing(folder: Path) -> Listing:
    """Every file below a folder with its inode and bytes."""
    found = {
        str(path.relative_to(folder)): (path.stat().st_ino, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found
    return found


def leftovers(site: Path) -> list[str]:
    """What a build has left beside the site."""
    return [path.name for path in site.parent.glob(f".{site.name}-*") if not path.name.endswith("-lock")]


def staging_holds(name: str) -> Callable[[Path], bool]:
    """Whether a folder in preparation holds a file with such a name."""
    return lambda root: any(path.is_file() for path in root.glob(f".site-staging-*/{name}"))


@contextmanager
def building(root: Path, until: Callable[[Path], bool]) -> Iterator[subprocess.Popen[bytes]]:
    """A build under way, stopped at the moment `until` names; ended when the block ends."""
    child = start("build", cwd=root, log=root / "log")
    try:
        deadline = time.monotonic() + PATIENCE
        while not until(root):
            assert child.poll() is None, (root / "log").read_text("utf-8")
            assert time.monotonic() < deadline
            time.sleep(0.001)
        child.send_signal(signal.SIGSTOP)
        yield child
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()


@pytest.fixture(scope="module")
def built(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a project of its own with a site in it, for all tests of this file in turn."""
    root = copy_project(tmp_path_factory.mktemp("atomic"), site.root)
    assert duizhao("build", "--no-print", cwd=root).returncode == 0
    return root


def _character_in_an_agency(root: Path) -> str:
    _insert(root / "source/registers/agencies.yml", r"(?m)^ +name: \{zh: ")
    return "P801"


def _character_in_the_interface(root: Path) -> str:
    _insert(root / "source/interface/zh-Hans.yml", r"(?m)^status\.line: \"?")
    return "P801"


def _insert(path: Path, after: str) -> None:
    """Put a character that no font of ours has behind the first place of a pattern."""
    text = path.read_text("utf-8")
    changed = re.sub(after, "\\g<0>\U00012000", text, count=1)
    assert changed != text
    path.write_text(changed, "utf-8")


FAULTS = [break_content, _character_in_an_agency, _character_in_the_interface]


@pytest.mark.corpus
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_leaves_the_site_as_it_was(built: Path, fault: Callable[[Path], str]) -> None:
    before = listing(built / "site")
    sources = {path: path.read_bytes() for path in (built / "source").rglob("*.yml")}
    code = fault(built)
    try:
        done = duizhao("build", cwd=built)
    finally:
        for path, content in sources.items():
            path.write_bytes(content)
    assert done.returncode == 1
    assert f"[{code}]" in done.stderr.decode()
    assert listing(built / "site") == before
    assert leftovers(built / "site") == []


@pytest.mark.corpus
@pytest.mark.parametrize("moment", ["*", "downloads/*.pdf"])
def test_a_killed_build_leaves_the_site_as_it_was(built: Path, moment: str) -> None:
    before = listing(built / "site")
    with building(built, until=staging_holds(moment)) as child:
        child.kill()
        assert child.wait() == -signal.SIGKILL
    assert listing(built / "site") == before
    assert leftovers(built / "site")
    set_string(built, KEY, f"{WORDS} after {moment}")
    assert duizhao("build", "--no-print", cwd=built).returncode == 0
    assert f"{WORDS} after {moment}" in (built / "site" / HOME).read_text("utf-8")
    assert leftovers(built / "site") == []


@pytest.mark.corpus
def test_a_second_build_at_the_same_time_is_refused(built: Path) -> None:
    before = listing(built / "site")
    set_string(built, KEY, WORDS)
    with building(built, until=staging_holds("*")) as first:
        second = duizhao("build", "--no-print", cwd=built)
        assert second.returncode == 69
        assert "another build" in second.stderr.decode()
        assert listing(built / "site") == before
        first.send_signal(signal.SIGCONT)
        assert first.wait(PATIENCE) == 0
    assert WORDS in (built / "site" / HOME).read_text("utf-8")
    assert (built / "site" / HOME).stat().st_ino != before[HOME][0]
    assert leftovers(built / "site") == []


@pytest.mark.corpus
@pytest.mark.parametrize("folder", [".", "..", "source", "source/new", "site_overrides"])
def test_a_site_does_not_take_the_place_of_the_sources(site: Site, tmp_path: Path, folder: str) -> None:
    root = copy_project(tmp_path / "above" / "project", site.root)
    before = listing(tmp_path)
    done = duizhao("build", "--no-print", "--site-dir", folder, cwd=root)
    assert done.returncode == 64, done.stderr.decode()
    assert listing(tmp_path) == before


@pytest.mark.corpus
def test_a_folder_with_other_files_is_not_replaced(site: Site, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"mine")
    before = listing(tmp_path)
    done = duizhao("build", "--site-dir", tmp_path / "photos", cwd=site.root)
    assert done.returncode == 64
    assert "photos" in done.stderr.decode()
    assert listing(tmp_path) == before


@pytest.mark.corpus
def test_a_site_behind_a_link_is_replaced_where_it_is(site: Site, tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project", site.root)
    (tmp_path / "disk").mkdir()
    (root / "site").symlink_to(tmp_path / "disk")
    for _ in range(2):
        assert duizhao("build", "--no-print", cwd=root).returncode == 0
    assert (root / "site").is_symlink()
    assert (tmp_path / "disk" / HOME).is_file()
    assert leftovers(root / "site") + leftovers(tmp_path / "disk") == []


def _write(folder: Path, words: bytes) -> None:
    write_files([OutputFile("index.html", words), OutputFile("sitemap.xml", b"")], folder)


WATCH = """
import os, sys
looks = missing = 0
while not os.path.exists(sys.argv[2]):
    looks += 1
    missing += not os.path.exists(sys.argv[1])
print(looks, missing)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names in one step")
def test_the_site_is_there_at_every_moment(tmp_path: Path) -> None:
    site, end = tmp_path / "site", tmp_path / "end"
    _write(site, b"first")
    watcher = subprocess.Popen([sys.executable, "-c", WATCH, site, end], stdout=subprocess.PIPE)
    try:
        for number in range(300):
            with replacing(site) as folder:
                _write(folder, str(number).encode())
        end.touch()
        looks, missing = map(int, watcher.communicate(timeout=PATIENCE)[0].split())
    finally:
        watcher.kill()
        watcher.wait()
    assert looks > 300
    assert missing == 0


@pytest.mark.parametrize("name", ["site", "a[b]*", "网站", "-x y"])
def test_what_a_killed_build_left_is_cleared(tmp_path: Path, name: str) -> None:
    site = tmp_path / name
    with replacing(site) as folder:
        _write(folder, b"old")
    for kind in ("staging", "old"):
        (tmp_path / f".{name}-{kind}-abc").mkdir()
        (tmp_path / f".{name}-{kind}-abc" / "half").write_bytes(b"")
    with replacing(site) as folder:
        _write(folder, b"new")
    assert (site / "index.html").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, f".{name}-lock"])


def test_an_old_site_that_lost_its_name_comes_back(tmp_path: Path) -> None:
    (tmp_path / ".site-old-abc").mkdir()
    _write(tmp_path / ".site-old-abc", b"old")
    with pytest.raises(ValueError, match="stop"), replacing(tmp_path / "site"):
        raise ValueError("stop")
    assert (tmp_path / "site" / "index.html").read_bytes() == b"old"
    assert leftovers(tmp_path / "site") == []


@pytest.mark.parametrize("path", ["../x", "a/../../x", "a/..", "/etc/x", "//x", ".", ""])
def test_a_path_out_of_the_site_is_a_bug(tmp_path: Path, path: str) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError, match="not a path below the site"):
        write_files([OutputFile(path, b"")], tmp_path / "site")
    assert [each.name for each in tmp_path.rglob("*")] == ["site"]


def test_repairing_takes_the_fault_back(project: Path) -> None:
    """What the tests of serving and building rely on."""
    before = (project / "source/interface/en.yml").read_bytes()
    break_content(project)
    repair_content(project)
    assert (project / "source/interface/en.yml").read_bytes() == before
