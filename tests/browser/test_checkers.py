"""Public checkers on the whole site: the Nu HTML checker, lychee for links and fragments, Lighthouse."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from built_site import Site
from contexts import BASE, CHROMIUM, NO_CHROMIUM
from page_types import samples

from build_tools.model.locale import LOCALES

pytestmark = pytest.mark.corpus

TOOLS = Path(__file__).parent / "node_modules"
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = TOOLS / "lighthouse" / "cli" / "index.js"
LYCHEE = Path(sys.executable).with_name("lychee")
CATEGORIES = ("accessibility", "best-practices", "seo")
AUDITED = ("home.html", "section.html", "tracker.html")


def _needed(tool: Path, runtime: str) -> str:
    """The path of what runs a tool; skips the test if either is missing."""
    found = shutil.which(runtime)
    if not found or not tool.is_file():
        pytest.skip(f"{tool.name} or {runtime} is missing: sh scripts/browser.sh installs them")
    return found


def _html_errors(folder: Path) -> list[str]:
    """What the Nu HTML checker calls an error in any HTML file below a folder."""
    java = _needed(VNU, "java")
    command = [java, "-jar", str(VNU), "--skip-non-html", "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    return [f"{each.get('url', '')}:{each.get('lastLine', '')}: {each['message']}" for each in messages]


def _broken_links(folder: Path, root: Path) -> tuple[int, list[str]]:
    """How many links and fragments lychee followed below a folder, and those that lead nowhere."""
    command = [str(LYCHEE), "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
    command += ["--root-dir", str(root), "--format", "json", f"{folder}/**/*.html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240, cwd=root)
    found: dict[str, Any] = json.loads(done.stdout)
    broken = [f"{page}: {each['url']}" for page, links in found["error_map"].items() for each in links]
    return found["successful"], broken


@pytest.fixture
def at_base(site: Site, tmp_path: Path) -> Path:
    """A root below which the site stands at its base, so that absolute paths lead somewhere."""
    place = tmp_path / BASE.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site.folder)
    return tmp_path


def test_no_page_has_an_error_of_html(site: Site) -> None:
    assert _html_errors(site.folder) == []


def test_errors_of_html_are_found(site: Site, tmp_path: Path) -> None:
    text = (site.folder / samples(site, LOCALES[0])["section.html"]).read_text("utf-8")
    (tmp_path / "planted.html").write_text(text.replace("</main>", "<p><td id='text'></main>", 1), "utf-8")
    assert _html_errors(tmp_path) != []


def test_links_and_fragments_lead_somewhere(site: Site, at_base: Path) -> None:
    followed, broken = _broken_links(at_base / BASE.strip("/"), at_base)
    assert followed > len(site.pages)
    assert broken == []


def test_broken_links_are_found(tmp_path: Path) -> None:
    links = '<a href="page.html#there">1</a><a href="page.html#gone">2</a><a href="gone.html">3</a>'
    (tmp_path / "index.html").write_text(links, "utf-8")
    (tmp_path / "page.html").write_text('<p id="there">here</p>', "utf-8")
    followed, broken = _broken_links(tmp_path, tmp_path)
    assert followed == 1
    assert [each.rpartition("/")[2] for each in sorted(broken)] == ["gone.html", "page.html#gone"]


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Chromium as Lighthouse starts it: without its sandbox, which needs rights that tests may not have."""
    if not Path(CHROMIUM).is_file():
        pytest.skip(NO_CHROMIUM)
    script = tmp_path_factory.mktemp("chrome") / "chromium"
    script.write_text(f'#!/bin/sh\nexec "{CHROMIUM}" --no-sandbox "$@"\n', "utf-8")
    script.chmod(0o755)
    return script


def _audit(chrome: Path, url: str, report: Path) -> dict[str, Any]:
    """Lighthouse's report on a page as a phone sees it."""
    node = _needed(LIGHTHOUSE, "node")
    command = [node, str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--chrome-flags=--headless=new", f"--only-categories={','.join(CATEGORIES)}"]
    env = {**os.environ, "CHROME_PATH": str(chrome)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=env)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


@pytest.mark.parametrize("kind", AUDITED)
def test_lighthouse_gives_full_marks(site: Site, site_url: str, chrome: Path, tmp_path: Path, kind: str) -> None:
    url = site_url + samples(site, LOCALES[AUDITED.index(kind)])[kind]
    found = _audit(chrome, url, tmp_path / "report.json")
    lost = [f"{key}: {each['title']}" for key, each in found["audits"].items() if each["score"] not in {None, 1}]
    scores = {name: found["categories"][name]["score"] for name in CATEGORIES}
    assert scores == dict.fromkeys(CATEGORIES, 1), lost
