"""The toy project full of hostile words, built: in pages, PDFs, data and search index nothing of it is alive."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pikepdf
import pytest
from contexts import NewContext
from pdf_active import active_parts
from playwright.sync_api import Browser, Page
from project_copy import PROJECT, duizhao
from watching import Watch

from build_tools.markup.policy import is_allowed_address
from build_tools.model.locale import LOCALES
from hostile_toy import infest, read_case
from local_server import FolderServer, serving
from toy_project import copy_toy

PAYLOADS = read_case("payloads.yml")["payloads"]
WORST = " ".join(PAYLOADS["everything at once"]["append"].split())
SENTENCE = PAYLOADS["in a sentence"]["append"]
BASE = "/some/base/"
# Of a page as it was sent, what no page of this site has, and what would run something or leave the site; and
# whether anything did run in the page as it is now.
ALIVE = """async () => {
  const text = await (await fetch(location.href)).text();
  const sent = new DOMParser().parseFromString(text, "text/html");
  const foreign = (address) => new URL(address, location.href).origin !== location.origin;
  const inline = [...sent.scripts].filter((each) => !each.hasAttribute("src") && !/json$/.test(each.type));
  const found = inline.slice(1).map(() => "<script>");
  for (const each of sent.querySelectorAll("*")) {
    const name = each.localName, at = (key) => each.getAttribute(key);
    if (["iframe", "object", "embed", "base", "img", "style", "frame", "portal", "audio", "video"].includes(name))
      found.push(`<${name}>`);
    if (name === "script" && at("src") && foreign(at("src"))) found.push("<script>");
    if (name === "link" && at("rel") === "stylesheet" && foreign(at("href"))) found.push("<link>");
    if (name === "meta" && at("http-equiv") && at("http-equiv") !== "Content-Security-Policy") found.push("<meta>");
    if (name === "form" && foreign(at("action"))) found.push("<form>");
    for (const {name: key, value} of each.attributes) {
      if (key.startsWith("on") || ["style", "srcdoc", "ping"].includes(key)) found.push(`${name} ${key}`);
      if (/^\\s*(?:javascript|data|vbscript)\\s*:/i.test(value)) found.push(`${name} ${key}=${value}`);
    }
  }
  return found.concat("__ran" in window ? ["a script ran"] : []);
}"""
WORDS = "() => document.documentElement.outerHTML.includes('__ran')"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the toy project with every payload that the checks let through."""
    root = copy_toy(tmp_path_factory.mktemp("hostile") / "project")
    infest(root)
    (root / "site_overrides").symlink_to(PROJECT / "site_overrides")
    (root / "mkdocs.yml").write_text((PROJECT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    done = duizhao("build", cwd=root)
    assert done.returncode == 0, done.stderr.decode()
    return root / "site"


@pytest.fixture(scope="session")
def hostile_server(hostile: Path) -> Iterator[FolderServer]:
    """The hostile site, served."""
    with serving(hostile, BASE) as server:
        yield server


@pytest.fixture
def site_url(hostile_server: FolderServer) -> str:
    """The address of the hostile site: nothing may be asked for anywhere else."""
    return hostile_server.url


def _names(hostile: Path) -> list[str]:
    """Every page; of the short addresses, which bear ids only, one."""
    found = sorted(path.relative_to(hostile).as_posix() for path in hostile.rglob("*.html"))
    short = [name for name in found if name.startswith("c/")]
    return [name for name in found if name not in short[1:]]


def _alive(page: Page, url: str) -> list[str]:
    page.goto(url)
    page.wait_for_load_state("load")
    found: list[str] = page.evaluate(ALIVE)
    return found


@pytest.mark.parametrize("guarded", [True, False], ids=["with the policy", "without the policy"])
def test_nothing_runs_in_any_page(new_context: NewContext, hostile: Path, site_url: str, guarded: bool) -> None:
    page = new_context(bypass_csp=not guarded).new_page()
    names = _names(hostile) if not guarded else [name for name in _names(hostile) if name.startswith("en/")]
    alive, with_words = {}, 0
    for name in names:
        if found := _alive(page, site_url + name):
            alive[name] = found
        with_words += page.evaluate(WORDS)
    assert alive == {}
    assert with_words > len(names) / 2, "the payloads are hardly anywhere"


def test_payloads_are_shown_as_they_are(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.1/")
    assert SENTENCE.strip() in " ".join(page.locator("main").inner_text().split())
    page.goto(f"{site_url}en/tracker/")
    assert WORST in " ".join(page.locator("main").inner_text().split())


def test_what_runs_is_found(browser: Browser, hostile: Path, site_url: str, tmp_path: Path) -> None:
    text = (hostile / "en/tracker/index.html").read_text("utf-8")
    raw = text.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"')
    assert raw != text
    raw = raw.replace('http-equiv="refresh"', 'http-equiv="x"')  # or the browser would leave the page
    (tmp_path / "index.html").write_text(raw, "utf-8")
    with serving(tmp_path, BASE) as server:
        watch = Watch(site_url)
        context = browser.new_context(bypass_csp=True)
        watch.begin(context)
        context.route(re.compile(r"other\.example"), lambda route: route.abort())
        found = _alive(context.new_page(), server.url)
        context.close()
    assert {"<script>", "<img>", "<iframe>", "<base>", "a script ran"} <= set(found)
    assert [fault for fault in watch.faults if "other.example" in fault]


def test_search_shows_text_only(page: Page, hostile: Path, site_url: str) -> None:
    assert (hostile / "en/search/index.html").is_file()
    for query in ("<script>", "onerror", "img src=x"):
        page.goto(f"{site_url}en/search/")
        page.locator("main input[type=search]").fill(query)
        page.locator("main a[href*='#']").first.wait_for()
        assert page.evaluate(ALIVE) == [], query


def test_search_index_is_data(page: Page, hostile: Path, site_url: str) -> None:
    files = sorted(path.relative_to(hostile).as_posix() for path in hostile.glob("assets/search/**/*.js"))
    with_words = [name for name in files if "__ran" in (hostile / name).read_text("utf-8")]
    assert with_words
    page.goto(f"{site_url}en/2.1/")
    for name in files:
        page.evaluate("""(src) => new Promise((done) => { const script = document.createElement("script");
          script.src = src; script.onload = done; document.head.append(script); })""", site_url + name)
    assert page.evaluate("() => '__ran' in window") is False


def test_nothing_is_active_in_the_pdfs(hostile: Path) -> None:
    pdfs = sorted(hostile.glob("downloads/*.pdf"))
    assert pdfs
    taken = PAYLOADS["address with an entity"]["replace"]
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            assert active_parts(pdf, {taken, *_page_links(pdf)}) == [], path.name


def _page_links(pdf: pikepdf.Pdf) -> set[str]:
    """The web addresses a PDF links to that a note may link to as well."""
    found = {str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", []) if "/URI" in each.get("/A", {})}
    return {address for address in found if is_allowed_address(address) and "other.example" not in address}


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _strings(each)


def test_the_data_hold_the_words(hostile: Path) -> None:
    (path,) = (each for each in hostile.glob("downloads/*.json") if not each.name.endswith(".schema.json"))
    found = [" ".join(each.split()) for each in _strings(json.loads(path.read_text("utf-8")))]
    assert sum(WORST in each for each in found) > 50
    addresses = [each for each in found if urlsplit(each).scheme in {"javascript", "data"}]
    assert addresses == []


def test_metadata_of_pages_are_data(page: Page, site_url: str) -> None:
    for locale in LOCALES:
        page.goto(f"{site_url}{locale.folder}/2.1/")
        for each in page.locator('script[type="application/ld+json"]').all():
            text = each.text_content() or ""
            assert "</" not in text
            json.loads(text)
