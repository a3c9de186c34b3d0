"""Cite and share in Chromium: what is copied, cited and reported, with the keyboard, on a phone, without scripts."""

import json
import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from built_site import Site
from contexts import NewContext
from playwright.sync_api import Browser, Page, expect
from project_copy import PROJECT, REPOSITORY, SITE_URL
from ruamel.yaml import YAML
from test_axe import RUN, TAGS, axe
from watching import Watch

from build_tools.model import ids
from build_tools.model.locale import LOCALES, Locale
from build_tools.text.citation import STYLES, WORKS, citation

pytestmark = pytest.mark.corpus
__all__ = ["axe"]

each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
CLIPBOARD = ["clipboard-read", "clipboard-write"]
FOCUSED = "(({ id, className, tagName }) => id || className || tagName)(document.activeElement)"
ALL_CITATIONS = """async () => {
  const found = {}, work = document.getElementById("cite-work"), style = document.getElementById("cite-style");
  for (const link of document.querySelectorAll("a.dz-here, a.dz-no[href^='#']")) {
    link.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (const what of work.options) for (const how of style.options) {
      work.value = what.value;
      style.value = how.value;
      style.dispatchEvent(new Event("change"));
      found[[link.hash.slice(1), what.value, how.value]] = document.querySelector(".dz-cite__text").textContent;
    }
    document.getElementById("cite").close();
  }
  return found;
}"""


def today(page: Page) -> date:
    """The day the browser thinks it is."""
    return date(*page.evaluate("() => [new Date()].flatMap((d) => [d.getFullYear(), d.getMonth() + 1, d.getDate()])"))


def address(place: str) -> str:
    """The permanent address of a place."""
    return f"{SITE_URL}c/{place}/"


def open_dialog(page: Page, place: str) -> None:
    """Open the dialog of a clause or sentence with the keyboard."""
    link = page.locator(f"a[href='#{place}'][aria-haspopup]").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#cite")).to_be_visible()
    expect(page.locator(".dz-cite__text[lang]")).to_be_visible()


def copied(page: Page, what: str) -> str:
    """What a button of the dialog puts on the clipboard."""
    page.locator(f"[data-copy='{what}']").click()
    expect(page.locator(".dz-cite__said")).not_to_be_empty()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_script_cites_every_place_as_the_build_does(page: Page, site: Site, site_url: str) -> None:
    document = site.edition.project.document
    places = set()
    for section in document.sections:
        page.goto(f"{site_url}en/{section.id}/")
        page.locator("a.dz-here").first.click(force=True)
        expect(page.locator(".dz-cite__text[lang]")).to_be_visible()
        page.evaluate("document.getElementById('cite').close()")
        day = today(page)
        for key, text in page.evaluate(ALL_CITATIONS).items():
            place, work, style = key.split(",")
            assert text == citation(document, place, work, style, address=address(place), accessed=day), key
            places.add((place, work, style))
    units = {clause.id for clause in document.clauses()}
    units |= {sentence.id for clause in document.clauses() for sentence in clause.sentences}
    assert places >= {(unit, work, style) for unit in units for work in WORKS for style in STYLES}


@each_locale
def test_what_is_copied(new_context: NewContext, site: Site, site_url: str, locale: Locale) -> None:
    page = new_context(permissions=CLIPBOARD).new_page()
    page.goto(f"{site_url}{locale.folder}/2.8/?view=both")
    document = site.edition.project.document
    clause = next(each for each in document.clauses() if each.id == "2.8.3")
    texts = site.edition.texts[locale.chinese]
    for place, zh, en in [
        (
            "2.8.3",
            texts["2.8.3.h"] + "\n" + "".join(texts[s.id] for s in clause.sentences),
            f"{clause.heading.en.value}\n{' '.join(s.en.value for s in clause.sentences)}",  # type: ignore[union-attr]
        ),
        ("2.8.3.s2", texts["2.8.3.s2"], clause.sentences[1].en.value),  # type: ignore[union-attr]
    ]:
        open_dialog(page, place)
        assert copied(page, "link") == address(place)
        assert copied(page, "zh").startswith(f"{zh}\n\n——《{texts['title']}》")
        assert copied(page, "en").startswith(f"{en}\n\n— Guiding Opinions")
        both = copied(page, "both")
        assert both.startswith(f"{zh}\n\n{en}\n\n——《")
        assert both.count(address(place)) == 2
        assert "Unofficial translation" in both
        assert copied(page, "citation") == page.locator(".dz-cite__text").inner_text()
        page.keyboard.press("Escape")
        expect(page.locator("#cite")).to_be_hidden()
        assert page.evaluate("document.activeElement.getAttribute('aria-haspopup')") == "dialog"


def test_marks_of_notes_are_not_copied(new_context: NewContext, site: Site, site_url: str) -> None:
    emended = next(m.segment for marks in site.edition.marks.values() for m in marks if m.segment.count(".s"))
    page = new_context(permissions=CLIPBOARD).new_page()
    page.goto(f"{site_url}zh-hans/{ids.section_of(ids.unit_of(emended))}/?view=both")
    pair = page.locator(f"[id='{emended}']")
    assert pair.locator(".dz-ref").count() > 0
    open_dialog(page, emended)
    text = site.edition.texts["zh-Hans"][emended]
    assert copied(page, "zh").startswith(f"{text}\n")
    page.keyboard.press("Escape")
    pair.evaluate("pair => getSelection().selectAllChildren(pair.querySelector('.dz-zh'))")
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()").strip() == text


def test_selected_words_can_be_reported(new_context: NewContext, site_url: str) -> None:
    page = new_context(permissions=CLIPBOARD).new_page()
    page.goto(f"{site_url}en/2.8/?view=both")
    page.locator("[id='2.8.3.s2'] .dz-en").evaluate("p => getSelection().selectAllChildren(p)")
    page.locator(".dz-quote").click()
    words = page.locator(".dz-cite__words").inner_text()
    assert words.startswith("Establish a quality traceability mechanism")
    assert copied(page, "words").startswith(f"{words}\n\n— Guiding Opinions")
    href = page.locator(".dz-cite__report").get_attribute("href") or ""
    known = {key: value[0] for key, value in parse_qs(urlsplit(href).query, keep_blank_values=True).items()}
    assert href.startswith(f"{REPOSITORY}/issues/new?")
    assert known == {
        "template": "problem.yml",
        "title": "2.8.3.s2: ",
        "clause": "2.8.3.s2",
        "words": words,
        "version": "0.1.0",
        "view": "both",
        "locale": "en",
        "page": f"{SITE_URL}en/2.8/#2.8.3.s2",
    }
    form = YAML(typ="safe", pure=True).load((PROJECT / ".github/ISSUE_TEMPLATE/problem.yml").read_text("utf-8"))
    fields = {field.get("id") for field in form["body"]}
    assert set(known) - {"template", "title"} <= fields


def test_the_choice_of_style_is_remembered(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    open_dialog(page, "2.8.3")
    page.locator("#cite-style").select_option("csl")
    page.locator("#cite-work").select_option("translation")
    page.goto(f"{site_url}zh-hans/3.1/")
    open_dialog(page, "3.1.1")
    (item,) = json.loads(page.locator(".dz-cite__text").inner_text())
    assert item["URL"] == address("3.1.1")


def test_on_a_phone_marks_are_there_and_large_enough(new_context: NewContext, site_url: str) -> None:
    context = new_context(width=390, has_touch=True)
    page = context.new_page()
    page.goto(f"{site_url}en/2.8/")
    mark = page.locator("[id='2.8.3.s2'] > .dz-here")
    mark.scroll_into_view_if_needed()
    size = mark.evaluate("""mark => { const inset = getComputedStyle(mark, '::after');
      return [parseFloat(inset.width), parseFloat(inset.height)] }""")
    assert min(size) >= 24
    mark.tap()
    expect(page.locator("#cite")).to_be_visible()
    box = page.locator("#cite").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(
    ("language", "chosen", "folder"),
    [
        ("en-GB", None, "en"),
        ("zh-CN", None, "zh-hans"),
        ("zh-TW", None, "zh-hant-tw"),
        ("zh-HK", None, "zh-hant-hk"),
        ("zh-Hant", None, "zh-hant-tw"),
        ("de-DE", None, "en"),
        ("en-US", "zh-Hant-HK", "zh-hant-hk"),
    ],
)
def test_short_addresses_lead_to_the_reader_s_language(
    new_context: NewContext, site_url: str, language: str, chosen: str | None, folder: str
) -> None:
    context = new_context(locale=language)
    page = context.new_page()
    if chosen:
        page.goto(f"{site_url}404.html")
        page.evaluate("tag => localStorage.setItem('duizhao.locale', tag)", chosen)
    page.goto(f"{site_url}c/2.8.3.s2/")
    page.wait_for_url(re.compile(rf"/{folder}/2\.8/.*#2\.8\.3\.s2$"))


def test_without_scripts(new_context: NewContext, site_url: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}c/2.8.3/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/2.8/#2.8.3")
    expect(page.locator("#cite")).to_be_hidden()
    page.goto(f"{site_url}en/cite/")
    expect(page.locator(".dz-citations dd")).to_have_count(len(STYLES) * len(WORKS))
    expect(page.locator("#places ~ .dz-table tbody tr").first).to_contain_text("pmbl., para. 1")


def test_from_a_folder(browser: Browser, site: Site) -> None:
    """The data come by an element, and the browser copies where scripts may not."""
    watch = Watch("file://")
    context = browser.new_context()
    watch.begin(context)
    page = context.new_page()
    page.goto((site.folder / "en/2.8/index.html").as_uri())
    open_dialog(page, "2.8.3")
    expect(page.locator(".dz-cite__text")).to_contain_text("Guowuyuan Guanyu Jiji Tuijin")
    page.locator("[data-copy='link']").click()
    expect(page.locator(".dz-cite__said")).to_have_text("Copied.")
    context.close()
    assert watch.faults == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("selected", [False, True], ids=["sentence", "words"])
def test_the_open_dialog_is_accessible(
    new_context: NewContext, site_url: str, axe: str, width: int, scheme: str, selected: bool
) -> None:
    page = new_context(width=width, color_scheme=scheme).new_page()
    page.goto(f"{site_url}zh-hant-hk/2.8/?view=both")
    page.evaluate(axe)
    if selected:
        page.locator("[id='2.8.3.s2'] .dz-zh").evaluate("p => getSelection().selectAllChildren(p)")
        expect(page.locator(".dz-quote")).to_be_visible()
        assert page.evaluate(RUN.replace("document", "'.dz-quote'"), TAGS)[1] == []
        page.locator(".dz-quote").click()
        expect(page.locator(".dz-cite__words")).to_be_visible()
    else:
        open_dialog(page, "2.8.3.s2")
    passed, found = page.evaluate(RUN.replace("document", "'#cite'"), TAGS)
    assert passed > 10
    assert found == []


def test_the_keyboard_stays_in_the_dialog_and_comes_back(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    open_dialog(page, "2.8.3.s2")
    inside = "document.getElementById('cite').contains(document.activeElement)"
    stops = set()
    for _ in range(12):
        stops.add(page.evaluate(FOCUSED))
        page.keyboard.press("Tab")
    assert {"cite-work", "cite-style", "dz-cite__close", "dz-cite__text", "dz-cite__report"} <= stops
    page.locator("#cite-style").focus()
    assert page.evaluate(inside)
    page.locator(".dz-cite__close").press("Enter")
    expect(page.locator("#cite")).to_be_hidden()
    assert page.evaluate("document.activeElement.hash") == "#2.8.3.s2"
