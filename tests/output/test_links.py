"""Where the addresses of the site lead."""

import re

import pytest
from built_site import STANDALONE, Link, Site, file_of
from project_copy import REPOSITORY, SITE_URL

from build_tools.emit.pages.sitemap import HOME
from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
ADDRESS_IN_CSS = re.compile(r"""@import\s+(?:url\()?["']?([^"')\s;]+)|url\(\s*["']?([^"')]+)["']?\s*\)""")


def _all_links(site: Site) -> list[Link]:
    return [link for name in site.html for link in site.links(name)]


def _in_language_menu(link: Link) -> bool:
    return any(each.has_class("dz-locales") for each in link.element.chain())


def _targets(site: Site, name: str, *, menu: bool) -> set[str]:
    """The pages a reader gets to from a page, with or without the language menu."""
    links = [each for each in site.links(name) if each.element.tag == "a" and each.is_internal]
    files = {site.file_at(each.url) for each in links if menu or not _in_language_menu(each)}
    return {each for each in files if each in site.html} - set(site.short_addresses.values())


def _reached(site: Site, first: str, *, menu: bool) -> set[str]:
    found, left = {first}, [first]
    while left:
        new = _targets(site, left.pop(), menu=menu) - found
        found |= new
        left += new
    return found


def test_internal_links_lead_somewhere(site: Site) -> None:
    internal = [link for link in _all_links(site) if link.is_internal]
    assert len(internal) > len(site.html)
    assert [str(link) for link in internal if site.file_at(link.url) is None] == []
    assert [str(link) for link in internal if not site.has_fragment(link.url)] == []


def test_the_missing_page_works_at_any_depth(site: Site) -> None:
    links = site.links("404.html")
    base = "/" + SITE_URL.split("/", 3)[3]
    relative = [link.element.attrs for link in links if not str(link.url).startswith(SITE_URL)]
    assert relative == []
    written = [link.element.attrs.get("href", link.element.attrs.get("src", "")) for link in links]
    assert [each for each in written if not each.startswith(base)] == []


def test_only_links_to_press_lead_to_other_hosts(site: Site) -> None:
    external = [link for link in _all_links(site) if not link.is_internal]
    assert external
    assert [str(link) for link in external if link.element.tag != "a"] == []
    assert [str(link) for link in external if not re.match(r"https?://[^/]+\.[^/]+/", link.url + "/")] == []


def test_style_sheets_load_nothing_from_other_hosts(site: Site) -> None:
    sheets = [name for name in site.files if name.endswith(".css")]
    assert sheets
    for name in sheets:
        text = (site.folder / name).read_text("utf-8")
        for match in ADDRESS_IN_CSS.finditer(text):
            address = match[1] or match[2]
            if not address.startswith(("data:", "#")):
                assert not re.match(r"[a-z]+:|//", address), f"{name}: {address}"
                assert (site.folder / name).parent.joinpath(address).resolve().is_file(), f"{name}: {address}"


def test_scripts_of_pages_load_nothing_from_other_hosts(site: Site) -> None:
    scripts = {site.file_at(link.url) for link in _all_links(site) if link.element.tag == "script"}
    assert scripts
    for name in scripts:
        assert name
        text = (site.folder / name).read_text("utf-8")
        assert re.findall(r"""["'`](?:https?:)?//[^"'`]*|\beval\(|new Function|\bimport\(""", text) == [], name


def test_edit_links_name_a_file(site: Site) -> None:
    edits = [link for link in _all_links(site) if link.url.startswith(f"{REPOSITORY}/edit/main/")]
    assert len(edits) >= sum(page.section is not None for page in site.pages)
    paths = {link.url.removeprefix(f"{REPOSITORY}/edit/main/") for link in edits}
    assert [path for path in paths if not (site.root / path).is_file()] == []


@each_locale
def test_home_leads_to_every_page_of_its_locale(site: Site, locale: Locale) -> None:
    own = {file_of(page) for page, _ in site.pages_of(locale)}
    assert _reached(site, f"{locale.folder}/index.html", menu=False) == own


@pytest.mark.parametrize("first", ["index.html", "404.html", "en/index.html"])
def test_the_language_menu_leads_to_every_page(site: Site, first: str) -> None:
    assert _reached(site, first, menu=True) - set(STANDALONE) == {file_of(page) for page in site.pages}


@each_locale
def test_the_language_menu_leads_to_the_same_page(site: Site, locale: Locale) -> None:
    for page, _ in site.pages_of(locale):
        menu = [link for link in site.links(file_of(page)) if _in_language_menu(link)]
        twins = {each.locale.tag: file_of(each) for each in site.pages if each.name == page.name}
        assert {link.element.attrs["hreflang"]: site.file_at(link.url) for link in menu} == twins
        here = [link.element.attrs["hreflang"] for link in menu if link.element.attrs.get("aria-current")]
        assert here == [locale.tag]


@each_locale
def test_neighbours_are_the_reading_order(site: Site, locale: Locale) -> None:
    pages = [page for page, _ in site.pages_of(locale)]
    assert pages[0].name == HOME
    for direction, others in (("prev", [None, *pages]), ("next", [*pages[1:], None])):
        for page, other in zip(pages, others, strict=False):
            links = [link for link in site.links(file_of(page)) if link.element.attrs.get("rel") == direction]
            expected = {file_of(other)} if other else set()
            assert {site.file_at(link.url) for link in links} == expected, f"{page.path} {direction}"


def test_downloads_on_the_home_pages_are_all_there_are(site: Site) -> None:
    there = {name for name in site.files if name.startswith("downloads/")}
    assert there
    for locale in LOCALES:
        linked = {site.file_at(link.url) for link in site.links(f"{locale.folder}/index.html")}
        assert {name for name in linked if name and name.startswith("downloads/")} == there
