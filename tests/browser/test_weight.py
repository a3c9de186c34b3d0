"""What a first visit to a section costs: at most 80 KB, compressed, in at most six requests."""

import gzip
from dataclasses import dataclass

import pytest
from built_site import Site, file_of
from contexts import NewContext

pytestmark = pytest.mark.corpus

BYTES_AT_MOST = 80_000
REQUESTS_AT_MOST = 6
QUIET = 500
SIZES = "() => performance.getEntriesByType('resource').map((each) => [each.name, each.transferSize])"


@dataclass(frozen=True)
class Visit:
    """What was sent for a page, by address: bytes of compressed content."""

    sent: dict[str, int]

    @property
    def size(self) -> int:
        return sum(self.sent.values())


def _heaviest(site: Site) -> str:
    sections = [file_of(page) for page in site.pages if page.section]
    return max(sections, key=lambda name: len(gzip.compress((site.folder / name).read_bytes())))


def _visit(new_context: NewContext, url: str) -> Visit:
    """Load a page as if never before, and wait for what it loads by itself."""
    sent: dict[str, int] = {}
    page = new_context().new_page()
    page.on("requestfinished", lambda request: sent.update({request.url: request.sizes()["responseBodySize"]}))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(QUIET)
    return Visit(sent)


def test_a_section_is_light(site: Site, site_url: str, new_context: NewContext) -> None:
    name = _heaviest(site)
    visit = _visit(new_context, site_url + name)
    own = visit.sent[site_url + name]
    assert len(visit.sent) > 1
    assert 0 < own < (site.folder / name).stat().st_size, "the page was not sent compressed"
    assert visit.size <= BYTES_AT_MOST, visit
    assert len(visit.sent) <= REQUESTS_AT_MOST, visit


def test_later_pages_send_little_but_themselves(site: Site, site_url: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(site_url + _heaviest(site))
    page.wait_for_load_state("networkidle")
    page.goto(f"{site_url}en/2.8/")
    page.wait_for_load_state("networkidle")
    sizes: dict[str, int] = dict(page.evaluate(SIZES))
    assert sizes
    assert {url: size for url, size in sizes.items() if size} == {}
