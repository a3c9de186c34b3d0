"""The search files of the real site: what they weigh and that nothing of the text is missing."""

import gzip
from pathlib import PurePosixPath

import pytest
from built_site import Site

from build_tools.emit.search.files import ENGINE, index_path
from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

# A kilobyte is a thousand bytes.
FIRST, ALL, BOX = 80_000, 250_000, 20_000
LOCALE = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)


def weight(site: Site, path: str) -> int:
    return len(gzip.compress((site.folder / path).read_bytes(), 9, mtime=0))


@LOCALE
def test_text_and_terms_are_light(site: Site, locale: Locale) -> None:
    assert weight(site, index_path(locale)) <= FIRST


@LOCALE
def test_the_whole_index_is_light(site: Site, locale: Locale) -> None:
    assert weight(site, index_path(locale)) + weight(site, index_path(locale, "later")) <= ALL


def test_the_engine_is_light(site: Site) -> None:
    assert weight(site, ENGINE) <= BOX


def test_nothing_of_the_search_is_loaded_with_a_page(site: Site) -> None:
    """The index comes when the search is first used."""
    folder = PurePosixPath(ENGINE).parent.name
    for path, html in site.html.items():
        loaded = [each.attrs.get("src", "") + each.attrs.get("href", "") for each in html.all("script", "link")]
        assert not [address for address in loaded if f"assets/{folder}/" in address], path


@LOCALE
def test_the_indexes_name_every_term_agency_and_heading(site: Site, locale: Locale) -> None:
    index = site.edition.search.first
    headings = [row for row in index["text"] if row.id.endswith(".h")]
    for name in ("index-pinyin", "index-english"):
        page = site.html[f"{locale.folder}/{name}/index.html"]
        entries = [each for each in page.all("li") if each.parent and each.parent.has_class("dz-index")]
        assert len(entries) == len(index["term"]) + len(index["agency"]) + len(headings)
        assert all(row.en in {text for entry in entries for _, text in entry.texts()} for row in index["term"])
