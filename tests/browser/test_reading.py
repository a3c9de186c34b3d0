"""Reading in a browser: views, places, notes, keys, pinyin, small screens, paper, and no scripts at all."""

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from contexts import NewContext
from playwright.sync_api import Page

from build_tools.text.pinyin import readings

pytestmark = pytest.mark.corpus

SENTENCE = "2.8.3.s2"
# Sections with few, many and the most notes beside one clause.
NOTED = ("en/1.3/", "en/2.8/", "en/3.3/", "zh-hans/3.6/?view=both")
READ = ("en/", "en/0/", "en/2.8/", "zh-hans/3.3/", "zh-hant-tw/2.11/?view=both", "zh-hant-hk/full/?view=en", "404.html")
# Text of passages by id without what the scripts or the style sheet add.
PASSAGES = """() => Object.fromEntries([...document.querySelectorAll(".dz-pair[id] .dz-zh")]
    .map((each) => [each.parentElement.id, each.textContent]))"""
# How far each passage stands below the top of the page, in whole CSS pixels.
LINES = """() => [...document.querySelectorAll(".dz-pair")]
    .map((each) => Math.round(each.getBoundingClientRect().top + scrollY))"""
BOXES = "(chosen) => [...document.querySelectorAll(chosen)].map((each) => each.getBoundingClientRect().toJSON())"
# For each word with pinyin: its passage, its characters, the syllable above each of them.
RUBIES = """() => [...document.querySelectorAll(".dz-pair[id] .dz-zh ruby")].map((ruby) => [ruby.closest(".dz-pair").id,
    ruby.textContent, [...ruby.querySelectorAll("rt")].map((rt) => rt.dataset.reading || "")])"""
# A passage with pinyin as it would be copied, and as it reads.
SELECTED = """() => { const passage = document.querySelector(".dz-pair .dz-zh:has(ruby)");
    getSelection().selectAllChildren(passage); return [getSelection().toString(), passage.textContent]; }"""
BRING_UP = "(id) => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + scrollY - 90)"
CHOICES = ("view=zh", "view=en", "layout=lines", "notes=below", "notes=hidden", "pinyin=on", "size=larger")
PRESSED = {
    "1": ("view", "zh"),
    "3": ("view", "en"),
    "2": ("view", "both"),
    "i": ("layout", "lines"),
    "n": ("notes", "below"),
    "p": ("pinyin", "on"),
    "t": ("scheme", "slate"),
}


def top_of(page: Page, element_id: str) -> float:
    """How far an element begins below the upper edge of the window, in CSS pixels."""
    return float(page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", element_id))


def bring_up(page: Page, element_id: str) -> None:
    """Scroll an element to just below the header, so that it is the first passage in sight."""
    page.evaluate(BRING_UP, element_id)
    page.wait_for_timeout(150)


def state(page: Page) -> dict[str, str]:
    """What the page shows: the choices its root element states."""
    return dict(page.evaluate("({ ...document.documentElement.dataset })"))


def query(page: Page) -> dict[str, list[str]]:
    """The choices its address states."""
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("key", CHOICES)
def test_a_choice_keeps_the_place_and_is_remembered(page: Page, site_url: str, key: str) -> None:
    name, value = key.split("=")
    page.goto(f"{site_url}en/2.8/")
    bring_up(page, SENTENCE)
    before = top_of(page, SENTENCE)
    page.evaluate("([name, value]) => duizhao.choose(name, value)", [name, value])
    page.wait_for_timeout(300)
    assert state(page)[name] == value
    assert top_of(page, SENTENCE) == pytest.approx(before, abs=3)
    assert query(page).get(name) == ([value] if name != "size" else None)
    page.goto(f"{site_url}en/2.9/")
    assert state(page)[name] == value


def test_every_option_does_what_it_says(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    page.locator(".dz-options > summary").click()
    radios = page.locator(".dz-panel [data-choice] input")
    names = radios.evaluate_all("(all) => all.map((each) => [each.name, each.value])")
    assert len(names) == 17
    for name, value in names:
        page.locator(f".dz-panel input[name='{name}'][value='{value}']").check(force=True)
        assert state(page)[name] == value


@pytest.mark.parametrize(("view", "shown", "gone"), [("zh", ".dz-zh", ".dz-en"), ("en", ".dz-en", ".dz-zh")])
def test_a_view_shows_its_language_only(page: Page, site_url: str, view: str, shown: str, gone: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    page.locator(f".dz-header__inner > .dz-view [data-view-switch={view}]").click()
    passages = page.locator(".dz-text > .dz-pair")
    assert passages.count() > 10
    for each in passages.all():
        assert each.locator(shown).is_visible()
        assert not each.locator(gone).is_visible()


def test_the_address_decides(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}zh-hans/2.8/?view=both&layout=lines&notes=below")
    assert [state(page)[key] for key in ("view", "layout", "notes")] == ["both", "lines", "below"]
    page.goto(f"{site_url}zh-hans/2.8/?view=<b>&layout=none")
    assert [state(page)[key] for key in ("view", "layout", "notes")] == ["zh", "side", "beside"]


def test_links_carry_the_view_along(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/?view=en&notes=below")
    page.locator(".dz-after").click()
    page.wait_for_url("**/en/2.9/**")
    assert query(page) == {"view": ["en"], "notes": ["below"]}


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_another_language_opens_at_the_same_sentence(page: Page, site_url: str, locale: str) -> None:
    page.goto(f"{site_url}en/2.8/?view=both")
    bring_up(page, SENTENCE)
    page.locator(f".dz-locales [data-locale={locale}]").click()
    page.wait_for_url(f"**/{locale.lower()}/2.8/**")
    assert urlsplit(page.url).fragment == SENTENCE
    assert query(page) == {"view": ["both"]}
    page.wait_for_timeout(150)
    assert 50 < top_of(page, SENTENCE) < 200
    assert page.locator(f"[id='{SENTENCE}'] .dz-zh").get_attribute("lang") == locale


def test_the_place_survives_a_reload_and_is_offered_at_home(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/#2.8.1")
    bring_up(page, SENTENCE)
    before = page.evaluate("scrollY")
    page.reload()
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == pytest.approx(before, abs=3)
    page.goto(f"{site_url}zh-hant-tw/")
    page.locator(".dz-continue a").click()
    page.wait_for_url("**/zh-hant-tw/2.8/**")
    assert urlsplit(page.url).fragment == "2.8.3"


@pytest.mark.parametrize("path", NOTED)
def test_every_note_opens_at_its_address(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    notes = page.evaluate("[...document.querySelectorAll('.dz-note')].map((each) => each.id)")
    assert len(notes) > 5
    for note in notes:
        page.evaluate("(id) => { location.hash = id; }", note)
        page.wait_for_timeout(30)
        assert page.evaluate("(id) => document.getElementById(id).open", note)
        assert page.locator(".dz-note[open]").count() == 1
        assert 40 < top_of(page, note) < 900, note


@pytest.mark.parametrize("path", NOTED)
def test_notes_stand_in_order_and_never_move_the_text(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    before = page.evaluate(LINES)
    longest = page.locator(".dz-note > summary").all()[::4]
    for summary in longest:
        summary.evaluate("(each) => each.click()")
        page.wait_for_timeout(250)
        assert page.evaluate(LINES) == before
        boxes = page.evaluate(BOXES, ".dz-notes")
        assert all(above["bottom"] <= below["top"] + 1 for above, below in pairwise(boxes))
        footer = page.evaluate("document.querySelector('.dz-footer').getBoundingClientRect().top")
        assert boxes[-1]["bottom"] <= footer


def test_a_note_that_is_hidden_shows_when_it_is_addressed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/?notes=hidden")
    first = page.locator(".dz-note[data-kind=investor]").first
    note = first.get_attribute("id")
    assert not first.is_visible()
    page.goto(f"{site_url}en/2.8/?notes=hidden#{note}")
    page.reload()
    assert page.locator(f"[id='{note}'] > p").first.is_visible()
    assert page.locator(".dz-note:visible").count() == 1


def test_kinds_of_notes_can_be_hidden(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    assert page.locator(".dz-note[data-kind=investor]:visible").count() > 0
    page.locator(".dz-options > summary").click()
    page.locator("[data-note-kind=investor]").uncheck()
    page.goto(f"{site_url}en/2.7/")
    assert page.locator(".dz-note[data-kind=investor]").count() > 0
    assert page.locator(".dz-note[data-kind=investor]:visible").count() == 0
    assert page.locator(".dz-note:visible").count() > 0


def test_words_and_their_note_belong_together(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    words = page.locator(".dz-en a.dz-noted").first
    note = page.locator(f"[id='{urlsplit(words.get_attribute('href') or '').fragment}']")
    words.hover()
    assert "dz-lit" in (note.get_attribute("class") or "")
    page.mouse.move(0, 0)
    assert "dz-lit" not in (note.get_attribute("class") or "")
    words.focus()
    assert "dz-lit" in (note.get_attribute("class") or "")
    for _ in range(2):
        words.press("Enter")
        page.wait_for_timeout(50)
        assert note.get_attribute("open") is not None
        note.evaluate("(each) => { each.open = false; }")


def test_keys_alone(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    page.keyboard.press("Enter")
    for expected in ("2.8.p1", "2.8.1", "2.8.2", "2.8.3"):
        page.keyboard.press("j")
        page.wait_for_timeout(60)
        assert urlsplit(page.url).fragment == expected
        assert page.evaluate("document.activeElement.closest('.dz-clause').id") == expected
    page.keyboard.press("k")
    page.wait_for_timeout(60)
    assert urlsplit(page.url).fragment == "2.8.2"
    for key, (name, value) in PRESSED.items():
        page.keyboard.press(key)
        assert state(page)[name] == value


def test_keys_lead_from_page_to_page(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    page.keyboard.press("l")
    page.wait_for_url("**/en/2.9/**")
    page.keyboard.press("k")
    page.wait_for_url("**/en/2.8/**")


def test_keys_are_listed_and_can_be_switched_off(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}zh-hant-hk/2.8/")
    page.keyboard.press("?")
    help_panel = page.locator("dialog#keys")
    assert help_panel.is_visible()
    listed = set(help_panel.locator("kbd").all_inner_texts())
    assert listed == {"j", "k", "h", "l", "1", "2", "3", "i", "n", "p", "t", "c", "o", "/", "?"}
    page.keyboard.press("1")
    assert state(page)["view"] == "zh"
    help_panel.locator("input").uncheck()
    page.keyboard.press("Escape")
    assert not help_panel.is_visible()
    page.keyboard.press("2")
    assert state(page)["view"] == "zh"
    page.reload()
    page.keyboard.press("3")
    assert state(page)["view"] == "zh"


def test_keys_do_nothing_while_typing(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    page.evaluate("document.querySelector('.dz-main').append(document.createElement('textarea'))")
    page.locator(".dz-main > textarea").focus()
    page.keyboard.type("jkn123?")
    assert page.locator(".dz-main > textarea").input_value() == "jkn123?"
    assert (state(page)["view"], state(page)["notes"]) == ("both", "beside")


@pytest.mark.parametrize("path", ["en/2.8/", "zh-hant-tw/2.8/?view=both"])
def test_pinyin_stands_above_terms_and_is_no_part_of_the_text(page: Page, site_url: str, path: str) -> None:
    page.goto(f"{site_url}zh-hans/2.8/?pinyin=off")
    simplified = page.evaluate(PASSAGES)
    page.goto(f"{site_url}{path}{'&' if '?' in path else '?'}pinyin=off")
    plain = page.evaluate(PASSAGES)
    assert page.locator("ruby").count() == 0
    page.keyboard.press("p")
    assert page.evaluate(PASSAGES) == plain
    shown = page.evaluate(RUBIES)
    assert len(shown) > 30
    for passage, text, syllables in shown:
        starts = [found.start() for found in re.finditer(re.escape(text), plain[passage])]
        right = [list(readings(simplified[passage])[at : at + len(text)]) for at in starts]
        assert syllables in right, text
    assert page.locator(".dz-zh rt[data-reading]").first.is_visible()
    copied, read = (re.sub(r"\s|[A-Z]\d+", "", each) for each in page.evaluate(SELECTED))
    assert copied == read
    page.keyboard.press("p")
    assert page.locator(".dz-zh rt:visible").count() == 0


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", READ)
def test_small_screens_need_no_sideways_scrolling(
    new_context: NewContext, site_url: str, path: str, width: int
) -> None:
    page = new_context(width=width).new_page()
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    header = page.locator(".dz-header__inner")
    if header.count():
        assert (header.bounding_box() or {"height": 999})["height"] < 60
        page.locator(".dz-options > summary").click()
        panel = page.evaluate(BOXES, ".dz-panel")[0]
        assert 0 <= panel["left"] < panel["right"] <= width


def test_without_scripts_everything_is_there(new_context: NewContext, site_url: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}zh-hans/2.8/")
    for language in (".dz-zh", ".dz-en"):
        passages = page.locator(f".dz-text > .dz-pair > {language}")
        assert passages.count() > 10
        assert all(each.is_visible() for each in passages.all())
    notes = page.locator(".dz-note > summary")
    assert notes.count() > 10
    assert all(each.is_visible() for each in notes.all())
    notes.first.click()
    assert page.locator(".dz-note").first.locator("p").first.is_visible()
    for useless in (".dz-options", ".dz-view", ".dz-position", "#keys"):
        assert not page.locator(useless).first.is_visible()


def test_paper_has_text_and_notes_and_nothing_to_press(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    page.emulate_media(media="print")
    for gone in (".dz-header", ".dz-neighbours", ".dz-position", ".dz-here", ".dz-crumb"):
        assert not page.locator(gone).first.is_visible()
    bodies = page.locator(".dz-note > p")
    assert bodies.count() > 10
    assert all((each.bounding_box() or {"height": 0})["height"] > 8 for each in bodies.all())
    boxes = page.evaluate(BOXES, ".dz-text, .dz-notes")
    assert all(above["bottom"] <= below["top"] + 1 for above, below in pairwise(boxes))
    assert page.locator("[data-print]").inner_text().endswith("/en/2.8/")
    assert page.locator(".dz-footer").get_by_text("Only the official Chinese publication is authoritative").is_visible()
