"""What pages say of themselves to machines, read back by a parser that is not ours."""

import json
from functools import cache
from typing import Any

import extruct
import pytest
from built_site import Site, file_of, url_of
from project_copy import SITE_URL

from build_tools.emit.pages.metadata import UNOFFICIAL, is_text
from build_tools.emit.pages.sitemap import Page
from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
JSON = dict[str, Any]


@cache
def read(site: Site, name: str) -> JSON:
    """The metadata of a page as extruct reads them."""
    html = (site.folder / name).read_text("utf-8")
    return dict(extruct.extract(html, base_url=url_of(name), syntaxes=["json-ld", "dublincore"]))


def graph(site: Site, page: Page) -> dict[str, JSON]:
    """The nodes of a page's JSON-LD by their names."""
    (data,) = read(site, file_of(page))["json-ld"]
    assert data["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in data["@graph"]}
    assert len(nodes) == len(data["@graph"])
    return nodes


def sampled(site: Site, locale: Locale) -> list[Page]:
    """Every page of the text, and one of every other kind."""
    kinds = {page.template: page for page in site.pages if page.locale == locale}
    return [page for page in site.pages if page.locale == locale and (is_text(page) or kinds[page.template] is page)]


@each_locale
def test_every_page_has_linked_data_about_the_official_document(site: Site, locale: Locale) -> None:
    meta = site.edition.project.document.meta
    for page in sampled(site, locale):
        nodes = graph(site, page)
        official = nodes[meta.official_page]
        assert official["@type"] == "Legislation"
        assert official["legislationIdentifier"] == "国发〔2015〕40号"
        assert official["legislationPassedBy"]["name"] == "国务院"
        assert (official["legislationDate"], official["datePublished"]) == ("2015-07-01", "2015-07-04")
        assert official["name"] == "国务院关于积极推进“互联网+”行动的指导意见"
        assert "legislationLegalValue" not in official
        ours = nodes[url_of(file_of(page))]
        assert ours["@type"] == "WebPage"
        assert ours["about"] == {"@id": meta.official_page}
        assert ours["inLanguage"] == locale.tag
        assert ours["version"] == meta.version


@each_locale
def test_texts_of_the_edition_claim_no_legal_value(site: Site, locale: Locale) -> None:
    document = site.edition.project.document
    for page in filter(is_text, sampled(site, locale)):
        address = url_of(file_of(page))
        nodes = graph(site, page)
        chinese, english = nodes[f"{address}#text-{locale.chinese}"], nodes[f"{address}#text-en"]
        assert [each["@type"] for each in (chinese, english)] == ["LegislationObject"] * 2
        assert {each["legislationLegalValue"] for each in (chinese, english)} == {UNOFFICIAL}
        assert english["translationOfWork"] == {"@id": chinese["@id"]}
        assert {each["isBasedOn"]["@id"] for each in (chinese, english)} == {document.meta.official_page}
        assert [each["inLanguage"] for each in (chinese, english)] == [locale.chinese, "en"]
        if page.section:
            home = f"{SITE_URL}{locale.folder}/"
            assert chinese["isPartOf"] == {"@id": f"{home}#text-{locale.chinese}"}
            expected = [f"{SITE_URL}c/{c.id}/#text-en" for c in page.section.clauses if c.heading]
        else:
            assert chinese["sameAs"] == document.meta.official_page
            expected = [f"{SITE_URL}{locale.folder}/{s.id}/#text-en" for s in document.sections if s.heading]
        assert [part["@id"] for part in english.get("hasPart", [])] == expected


@each_locale
def test_dublin_core(site: Site, locale: Locale) -> None:
    for page in sampled(site, locale):
        (found,) = read(site, file_of(page))["dublincore"]
        elements = {(each["name"], each["content"]) for each in found["elements"] + found["terms"]}
        assert ("dcterms.identifier", url_of(file_of(page))) in elements
        assert ("dcterms.language", locale.tag) in elements
        creator = {content for name, content in elements if name == "dcterms.creator"}
        assert len(creator) == 1
        source = ("dcterms.source", site.edition.project.document.meta.official_page)
        assert (source in elements) == is_text(page)
        assert (creator == {"The Duizhao contributors"}) != is_text(page)


@each_locale
def test_citation_tags(site: Site, locale: Locale) -> None:
    for page in sampled(site, locale):
        tags = {
            each.attrs["name"]: each.attrs["content"]
            for each in site.html[file_of(page)].all("meta")
            if each.attrs.get("name", "").startswith("citation_")
        }
        assert tags["citation_public_url"] == url_of(file_of(page))
        assert tags["citation_language"] == locale.tag
        assert page.title in tags["citation_title"] or is_text(page)
        date = "2015/07/01" if is_text(page) else "2026/11/22"
        assert tags["citation_publication_date"] == date
        assert ("citation_technical_report_number" in tags) == is_text(page)


def test_linked_data_cannot_end_their_script(site: Site) -> None:
    pages = [file_of(page) for locale in LOCALES for page in sampled(site, locale)]
    for name in pages:
        scripts = [each for each in site.html[name].all("script") if each.attrs.get("type") == "application/ld+json"]
        (text,) = (each.text() for each in scripts)
        assert not set("<>&") & set(text), name
        assert json.loads(text) == read(site, name)["json-ld"][0]
