"""The built site in Chromium. Where there is no Chromium, every test that needs it is skipped and says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Site
from contexts import BASE, CHROMIUM, NO_CHROMIUM, SIZES, NewContext
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from watching import Watch

from local_server import FolderServer, serving


@pytest.fixture(scope="session")
def server(site: Site) -> Iterator[FolderServer]:
    """The real site, served with compression."""
    with serving(site.folder, BASE) as server:
        yield server


@pytest.fixture(scope="session")
def site_url(server: FolderServer) -> str:
    """The address of the real site, ending with a slash."""
    return server.url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browser."""
    if not Path(CHROMIUM).is_file():
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture
def watch(site_url: str) -> Iterator[Watch]:
    """What went wrong in the pages of this test; anything at all fails it in the end."""
    watch = Watch(site_url)
    yield watch
    assert watch.faults == []


@pytest.fixture
def new_context(browser: Browser, watch: Watch) -> Iterator[NewContext]:
    """Opens watched contexts with the options of Playwright: `new_context(width=390, color_scheme="dark")`."""
    opened = []

    def new(*, width: int = 1280, **options: object) -> BrowserContext:
        size = {"width": width, "height": SIZES.get(width, 900)}
        context = browser.new_context(viewport=size, **options)  # type: ignore[arg-type]
        watch.begin(context)
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A page of 1280 × 900 without history or memory."""
    return new_context().new_page()
