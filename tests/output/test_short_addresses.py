"""Short addresses: small pages that name a place and lead to it in every language."""

import re
import zipfile

import pytest
from built_site import Site
from project_copy import SITE_URL

from build_tools.model import ids
from build_tools.model.locale import LOCALES

pytestmark = pytest.mark.corpus

LARGEST = 2500


def test_every_section_clause_and_sentence_has_one(site: Site) -> None:
    document = site.edition.project.document
    expected = {section.id for section in document.sections} | {clause.id for clause in document.clauses()}
    expected |= {sentence.id for clause in document.clauses() for sentence in clause.sentences}
    assert len(expected) > 350
    assert expected <= set(site.short_addresses)
    assert set(site.short_addresses.values()) <= site.files


def test_they_lead_to_the_place_in_every_language_without_scripts(site: Site) -> None:
    for place, name in site.short_addresses.items():
        links = [link for link in site.links(name) if link.element.tag == "a"]
        assert [link.element.attrs["hreflang"] for link in links] == [locale.tag for locale in LOCALES]
        for link, locale in zip(links, LOCALES, strict=True):
            assert link.url.startswith(f"{SITE_URL}{locale.folder}/"), name
            assert site.has_fragment(link.url), name
            fragment = link.url.partition("#")[2]
            assert fragment == place or ids.heading_id(fragment) == place


def test_they_are_small_and_not_for_search_engines(site: Site) -> None:
    for name in site.short_addresses.values():
        assert (site.folder / name).stat().st_size < LARGEST, name
        metas = {each.attrs.get("name"): each.attrs.get("content") for each in site.html[name].all("meta")}
        assert metas["robots"] == "noindex"
        (canonical,) = (e.attrs["href"] for e in site.html[name].all("link") if e.attrs["rel"] == "canonical")
        assert site.file_at(canonical), name


def test_they_are_not_on_the_site_map(site: Site) -> None:
    assert "/c/" not in (site.folder / "sitemap.xml").read_text("utf-8")


def test_a_copy_for_folders_cites_the_addresses_on_the_web(site: Site) -> None:
    (archive,) = (site.folder / "downloads").glob("*.zip")
    (data,) = (name for name in site.files if re.fullmatch(r"assets/cite\.[0-9a-f]+\.js", name))
    with zipfile.ZipFile(archive) as opened:
        names = {name.partition("/")[2]: name for name in opened.namelist()}
        assert opened.read(names[data]) == (site.folder / data).read_bytes()
        for place in site.short_addresses:
            assert f"c/{place}.html" in names
