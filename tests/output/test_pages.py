"""Every page of every locale: its markup, its head, its text and the languages it says it is in."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

import pytest
from built_site import STANDALONE, Site, file_of, url_of
from markup import Element, parse
from project_copy import SITE_URL

from build_tools.emit.pages.sitemap import FULL, Page
from build_tools.model import ids
from build_tools.model.edition import Edition
from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
HAN, LATIN = re.compile("[\u3400-\u9fff]"), re.compile("[A-Za-z]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,’-]+[A-Za-z]{2,}){3,}")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list")
# What may be written into a page's head or body beside files of ours: a policy, and data that no browser runs.
POLICY = "Content-Security-Policy"
DATA = ("application/ld+json", "application/json")
# The beginning of an address that does not depend on the page it stands on.
SITE_ROOT = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
CODE = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>a<div>b</div></p>", "<div> in <p>"),
        ("<ul><p>a</p></ul>", "<p> directly in <ul>"),
        ("<a href='x'><a href='y'>b</a></a>", "inside something that can be pressed"),
        ("<p>a</div></p>", "</div> closes <p>"),
        ("<p>a", "</body> closes <p>"),
        ("<p/>", "does not close itself"),
        ("<p id='a' id='b'></p>", "attribute twice"),
        ("<p>a & b</p>", "a bare &"),
        ("<table><tbody>a</tbody></table>", "text directly in <tbody>"),
    ],
)
def test_the_reader_of_html_is_strict(html: str, said: str) -> None:
    good = parse("<!doctype html><html><head></head><body><p>a &amp; b</p></body></html>")
    assert not good.faults
    bad = parse(f"<!doctype html><html><head></head><body>{html}</body></html>")
    assert any(said in fault for fault in bad.faults)


def test_every_page_is_built_and_nothing_else(site: Site) -> None:
    made = {file_of(page) for page in site.pages} | set(site.short_addresses.values())
    assert set(site.html) == made | set(STANDALONE)


def test_markup(site: Site) -> None:
    assert [f"{name} {fault}" for name, page in site.parsed.items() for fault in page.faults] == []


def test_ids(site: Site) -> None:
    faults = []
    for name, html in site.html.items():
        counts = Counter(element.attrs["id"] for element in html.all() if "id" in element.attrs)
        assert counts, f"{name} has no ids"
        faults += [f"{name}: {each!r} {count} times" for each, count in counts.items() if count > 1]
        faults += [f"{name}: {each!r}" for each in counts if not each or re.search(r"\s", each)]
        faults += [
            f"{name}: {attribute}={element.attrs[attribute]}"
            for element in html.all()
            for attribute in REFERENCES
            for each in element.attrs.get(attribute, "").split()
            if each not in html.ids
        ]
    assert faults == []


def test_no_code_and_no_style_in_pages(site: Site) -> None:
    faults = []
    for name, html in site.html.items():
        for element in html.all():
            inline = [key for key in element.attrs if key.startswith("on") or key in {"style", "srcdoc", "ping"}]
            inline += [value for value in element.attrs.values() if CODE.match(value)]
            leads_out = element.tag == "form" and SITE_ROOT.match(element.attrs.get("action", ""))
            if element.tag in {"style", "base", "iframe", "object", "embed"} or inline or leads_out:
                faults.append(f"{name}: <{element.tag}> {inline}")
            if element.attrs.get("http-equiv", POLICY) != POLICY:
                faults.append(f"{name}: http-equiv {element.attrs['http-equiv']}")
        faults += [f"{name}: {fault}" for fault in _scripts(html)]
    assert faults == []


def _scripts(html: Element) -> Iterator[str]:
    """Scripts that are neither files of ours, nor data, nor the one whose digest the page's policy names."""
    policies = [each.attrs["content"] for each in html.all("meta") if each.attrs.get("http-equiv") == POLICY]
    for script in html.all("script"):
        if script.attrs.get("type") in DATA:
            continue
        digest = base64.b64encode(hashlib.sha256(script.text().encode()).digest()).decode()
        named = [each for each in policies if f"'sha256-{digest}'" in each]
        if "src" in script.attrs and (script.text().strip() or SITE_ROOT.match(script.attrs["src"])):
            yield f"script {script.attrs['src']}"
        if "src" not in script.attrs and len(named) != 1:
            yield "inline script without a policy that names it"


def test_head(site: Site) -> None:
    for name, html in site.html.items():
        for tag in ("head", "body", "main", "h1"):
            assert len(list(html.all(tag))) == 1, f"{name}: {tag}"
        assert len(list(next(html.all("head")).all("title"))) == 1, name
        assert all(next(html.all(tag)).text().strip() for tag in ("title", "h1")), name
        charset = [element for element in html.all("meta") if element.attrs.get("charset")]
        assert [element.attrs["charset"] for element in charset] == ["utf-8"], name
        described = [each.attrs["content"] for each in html.all("meta") if each.attrs.get("name") == "description"]
        assert len(described) == 1, name
        assert described[0].strip(), name


@each_locale
def test_language_of_pages_and_their_titles(site: Site, locale: Locale) -> None:
    titles: Counter[str] = Counter()
    for page, html in site.pages_of(locale):
        assert html.attrs["lang"] == locale.tag, page.path
        title = next(html.all("title")).text()
        assert page.title in title
        titles[title] += 1
    assert [title for title, count in titles.items() if count > 1] == []


@each_locale
def test_headings_leave_no_level_out(site: Site, locale: Locale) -> None:
    for page, html in site.pages_of(locale):
        levels = [int(each.tag[1]) for each in html.all("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [(a, b) for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
        assert jumps == [], f"{page.path}: {levels}"


@each_locale
def test_canonical_and_alternates(site: Site, locale: Locale) -> None:
    for page, html in site.pages_of(locale):
        links = [each.attrs for each in html.all("link")]
        canonical = [each["href"] for each in links if each["rel"] == "canonical"]
        assert canonical == [SITE_URL + page.path]
        alternates = {each["hreflang"]: each["href"] for each in links if each["rel"] == "alternate"}
        twins = {each.locale.tag: SITE_URL + each.path for each in site.pages if each.name == page.name}
        assert set(twins) == {each.tag for each in LOCALES}
        default = alternates.pop("x-default")
        assert alternates == twins
        assert default in {SITE_URL, twins["en"]}
        for url in [default, *twins.values()]:
            assert site.file_at(url), url


def test_sitemap_lists_every_page_with_its_alternates(site: Site) -> None:
    entries = ET.parse(site.folder / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    listed = {
        entry.findtext(f"{SITEMAP}loc"): sorted((e.attrib["hreflang"], e.attrib["href"]) for e in entry[1:])
        for entry in entries
    }
    assert len(listed) == len(entries) == len(site.pages)
    for page in site.pages:
        links = [each.attrs for each in site.html[file_of(page)].all("link") if each.attrs["rel"] == "alternate"]
        assert listed[url_of(file_of(page))] == sorted((each["hreflang"], each["href"]) for each in links)
    robots = (site.folder / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {SITE_URL}sitemap.xml" in robots


def _section_ids(page: Page) -> list[str]:
    """The ids a section's page must have, in the order of the text."""
    assert page.section
    found = [page.section.id]
    for clause in page.section.clauses:
        found += [clause.id, *(segment.id for segment in clause.segments())]
        found += [clause.responsible.id] if clause.responsible else []
    return found


def _document_ids(edition: Edition) -> list[str]:
    """The ids the page of the whole text must have, in its order; parts and sections stand for their headings."""
    document = edition.project.document
    units = {ids.heading_id(each.id): each.id for each in (*document.parts, *document.sections)}
    notes = {clause.sentences[-1].id: clause.responsible for clause in document.clauses()}
    found = []
    for segment in document.segments():
        found.append(units.get(segment.id, segment.id))
        note = notes.get(segment.id)
        found += [note.id] if note else []
    return found


def _text_pages(site: Site, locale: Locale) -> list[tuple[Page, Element]]:
    """The pages of the document's own text."""
    found = [(page, html) for page, html in site.pages_of(locale) if page.section or page.name == FULL]
    assert len(found) == len(site.edition.project.document.sections) + 1
    return found


@each_locale
def test_pages_hold_the_text_in_its_order(site: Site, locale: Locale) -> None:
    for page, html in _text_pages(site, locale):
        expected = _section_ids(page) if page.section else _document_ids(site.edition)
        wanted = set(expected)
        assert wanted
        assert [each.attrs["id"] for each in html.all() if each.attrs.get("id") in wanted] == expected, page.path


def _expected_chinese(edition: Edition, script: str, unit: str) -> str | None:
    """The Chinese of the element with this id; `None` if the id is none of the document's."""
    texts = edition.texts[script]
    if unit in texts:
        return f"（{texts[unit]}）" if unit.endswith(".r") else texts[unit]
    heading = texts.get(ids.heading_id(unit))
    return None if heading is None else edition.convert(ids.printed_number(unit), script) + heading


def _expected_english(edition: Edition, unit: str) -> str | None:
    """The English of the element with this id; `None` where there is none yet."""
    if unit.endswith(".r"):
        return edition.english_notes[ids.unit_of(unit)]
    of_segment = {segment.id: segment.en for segment in edition.project.document.segments()}
    if unit in of_segment:
        english = of_segment[unit]
        return english.value if english else None
    english = of_segment[ids.heading_id(unit)]
    return f"{unit} {english.value}" if english else None


def _passages(html: Element, name: str) -> Iterator[tuple[str, Element]]:
    """The elements of a class with the id of the unit they belong to."""
    for element in html.with_class(name):
        yield element.inherited("id"), element


@each_locale
def test_chinese_is_the_text_of_the_edition(site: Site, locale: Locale) -> None:
    for page, html in _text_pages(site, locale):
        shown = list(_passages(html, "dz-zh"))
        assert shown
        for unit, element in shown:
            expected = _expected_chinese(site.edition, locale.chinese, unit)
            assert element.text(without="dz-ref") == expected, f"{page.path}#{unit}"
            assert element.inherited("lang") == locale.chinese, f"{page.path}#{unit}"


@each_locale
def test_english_is_the_text_of_the_source(site: Site, locale: Locale) -> None:
    missing = site.edition.project.interface[locale.tag]["english.missing"].value
    checked = 0
    for page, html in _text_pages(site, locale):
        for unit, element in _passages(html, "dz-en"):
            expected = _expected_english(site.edition, unit)
            assert element.text(without="dz-ref") == (expected or missing), f"{page.path}#{unit}"
            assert element.inherited("lang") == ("en" if expected else locale.tag), f"{page.path}#{unit}"
            checked += 1
    assert checked >= sum(1 for _ in site.edition.project.document.clauses())


@each_locale
def test_every_english_sentence_is_shown(site: Site, locale: Locale) -> None:
    for page, html in site.pages_of(locale):
        for clause in page.section.clauses if page.section else ():
            notes = [clause.responsible] if clause.responsible else []
            for each in [*clause.sentences, *notes]:
                assert len(html.ids[each.id].with_class("dz-en")) == 1, f"{page.path}#{each.id}"


@each_locale
def test_every_note_is_shown_once(site: Site, locale: Locale) -> None:
    shown = Counter(each for _, html in site.pages_of(locale) for each in html.ids if each.startswith("note-"))
    assert shown == {f"note-{each.id}": 1 for each in site.edition.project.annotations}


@each_locale
def test_the_home_page_shows_the_title(site: Site, locale: Locale) -> None:
    (html,) = (html for page, html in site.pages_of(locale) if not page.name)
    h1 = next(html.all("h1"))
    title = site.edition.project.document.front[0]
    assert [each.text() for each in h1.with_class("dz-zh")] == [site.edition.texts[locale.chinese][title.id]]
    assert [each.text() for each in h1.with_class("dz-en")] == ([title.en.value] if title.en else [])


def test_passages_say_which_language_they_are_in(site: Site) -> None:
    """A text is in the language of most of its letters; a few words of the other language may stand in it."""
    faults = set()
    for name, html in site.html.items():
        for element, text in html.texts():
            if element.tag == "script":
                continue
            lang, chinese, latin = element.inherited("lang"), len(HAN.findall(text)), len(LATIN.findall(text))
            is_chinese, is_english = chinese > 4 * latin, not chinese and ENGLISH.search(text)
            if (is_chinese and not lang.startswith("zh")) or (is_english and lang != "en"):
                faults.add(f"{name} {lang} {text.strip()[:60]!r}")
    assert sorted(faults) == []
