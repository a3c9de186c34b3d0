"""The archive of the site, unpacked and read from a folder, without a server."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from built_site import Site
from contexts import NewContext
from playwright.sync_api import Browser, Page
from watching import ADD_IMAGE, ADD_SCRIPT, Watch, settle

from build_tools.model.downloads import FOLDER, archive_name
from build_tools.model.locale import LOCALES

pytestmark = pytest.mark.corpus

ADDRESS = re.compile(r'(?:href|src|action)="([^"]*)"')


@pytest.fixture(scope="session")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive unpacked where a reader may unpack it: the folder's name has a blank and Chinese characters."""
    document = site.edition.project.document.meta.id
    place = tmp_path_factory.mktemp("unpacked") / "对照 site"
    with ZipFile(site.folder / FOLDER / archive_name(document)) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {document}
        archive.extractall(place)
    return place / document


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    """Nothing may be asked for but files of the folder."""
    watch = Watch(folder.as_uri())
    yield watch
    assert watch.faults == []


def _html(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.html"))
    assert found
    return found


def _kinds(site: Site) -> list[str]:
    """A file of every kind of page, of different locales."""
    kinds = sorted({page.template for page in site.pages})
    locales = {kind: LOCALES[at % len(LOCALES)] for at, kind in enumerate(kinds)}
    found = {page.template: page for page in site.pages if page.locale == locales[page.template]}
    return ["index.html", *(f"{page.locale.folder}/{page.name or 'index'}.html" for page in found.values())]


def test_every_page_is_there(site: Site, folder: Path) -> None:
    there = {str(path.relative_to(folder)) for path in _html(folder)}
    assert {f"{page.locale.folder}/{page.name or 'index'}.html" for page in site.pages} <= there
    assert not list(folder.rglob("*.pdf"))


def test_addresses_are_relative_and_name_files(folder: Path) -> None:
    wrong = []
    for path in _html(folder):
        text = path.read_text("utf-8")
        body = re.sub(r"<link rel=\"(?:canonical|alternate)\"[^>]*>", "", text)
        for address in set(ADDRESS.findall(body)):
            parts = urlsplit(address)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not parts.scheme and (parts.netloc or parts.path.startswith("/") or not target.is_file()):
                wrong.append(f"{path.relative_to(folder)}: {address}")
    assert wrong == []


def test_pages_say_where_they_are_on_the_web(site: Site, folder: Path) -> None:
    for page in site.pages:
        text = (folder / page.locale.folder / f"{page.name or 'index'}.html").read_text("utf-8")
        online = (site.folder / page.path / "index.html").read_text("utf-8")
        canonical = re.search(r'<link rel="canonical" href="([^"]+)">', text)
        assert canonical
        assert canonical[0] in online


def test_every_kind_of_page_opens(site: Site, folder: Path, page: Page, watch: Watch) -> None:
    for name in _kinds(site):
        page.goto((folder / name).as_uri())
        settle(page)
        assert page.locator("h1").first.is_visible(), name
    assert len(watch.requests) > len(_kinds(site))


def test_links_and_locales_work(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    page.locator('main a[href$="en/index.html"]').first.click()
    page.locator('main a[href*="2.8.html"]').first.click()
    page.locator('.dz-locales a[data-locale="zh-Hant-HK"]').click()
    settle(page)
    assert unquote(urlsplit(page.url).path).endswith("/zh-hant-hk/2.8.html")
    page.locator('button[data-view-switch="both"]').first.click()
    assert page.locator("main .dz-en").first.is_visible()
    assert page.locator("main .dz-zh").first.is_visible()


def test_without_scripts(folder: Path, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto((folder / "zh-hans" / "2.8.html").as_uri())
    assert page.locator("main .dz-zh").first.is_visible()


def test_the_policy_holds_here_too(browser: Browser, folder: Path) -> None:
    seen = Watch(folder.as_uri())
    context = browser.new_context()
    seen.begin(context)
    page = context.new_page()
    page.goto((folder / "en" / "2.8.html").as_uri())
    page.evaluate(ADD_SCRIPT)
    page.evaluate(ADD_IMAGE)
    assert page.evaluate("() => '__ran' in window") is False
    context.close()
    for said in ("policy: script-src-elem forbids inline", "policy: img-src forbids http://other.example"):
        assert any(said in fault for fault in seen.faults), seen.faults


QUERIES = [("en", "rural e-commerce"), ("zh-hans", "nongcun"), ("zh-hant-tw", "農村")]


@pytest.mark.parametrize(("locale", "query"), QUERIES)
def test_search_finds_and_leads_to_its_place(folder: Path, page: Page, locale: str, query: str) -> None:
    page.goto((folder / locale / "search.html").as_uri() + f"?q={query}")
    first = page.locator('main a[href*="2.8.html#2.8.1"]').first
    first.click()
    page.wait_for_url("**/2.8.html*#2.8.1*")
    assert page.locator("[id='2.8.1']").is_visible()
