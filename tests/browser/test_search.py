"""The search as a reader uses it: the box of every page and the page of results."""

import re

import pytest
from built_site import Site
from contexts import NewContext
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.corpus


def typed(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(query)


@pytest.mark.parametrize(
    ("locale", "query", "leads_to"),
    [
        ("zh-hans", "众创空间", "zh-hans/terms/maker-spaces/"),
        ("zh-hant-tw", "人工智慧", "zh-hant-tw/terms/artificial-intelligence/"),
        ("zh-hant-hk", "眾創空間", "zh-hant-hk/terms/maker-spaces/"),
        ("en", "prescription drugs", "en/2.8/#2.8.3.s3"),
        ("en", "二（八）3", "en/2.8/#2.8.3.h"),
        ("en", "hù lián wǎng", "en/terms/internet-plus/"),
    ],
)
def test_the_first_suggestion_is_reached_by_keyboard(
    page: Page, site_url: str, locale: str, query: str, leads_to: str
) -> None:
    page.goto(f"{site_url}{locale}/1.1/")
    typed(page, query)
    option = page.locator("[role=option]").first
    expect(option).to_be_visible()
    expect(page.locator(".dz-search [data-status]")).to_have_text(re.compile(r"\d"))
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    active = option.get_attribute("id") or "none"
    expect(page.locator(".dz-search input")).to_have_attribute("aria-activedescendant", active)
    if "#" in leads_to and "8.3.s3" in leads_to:
        page.locator("[role=option][href*='2.8.3.s3']").click()
    else:
        page.keyboard.press("Enter")
    expect(page).to_have_url(site_url + leads_to)


def test_escape_and_the_button_close_the_box(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/")
    page.locator("[data-search-open]").click()
    expect(page.locator(".dz-search input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".dz-search")).not_to_be_visible()
    page.keyboard.press("/")
    page.locator("[data-search-close]").click()
    expect(page.locator(".dz-search")).not_to_be_visible()


def test_enter_without_a_choice_shows_all_results(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/2.8/")
    typed(page, "big data")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}en/search/?q=big+data")
    expect(page.locator("#results-text")).to_be_visible()
    marks = page.locator(".dz-results li mark:not(.dz-partner)").all_inner_texts()
    assert {mark.lower() for mark in marks} <= {"big", "data", "big data"}
    assert page.locator(".dz-results mark.dz-partner", has_text="大数据").count()


def test_facets_are_state_in_the_address(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/search/?q=互联网&kind=text&section=2.8")
    labels = page.locator(".dz-results li a")
    expect(labels.first).to_have_text(re.compile(r"^2\.8"))
    assert all(text.startswith("2.8") for text in labels.all_inner_texts())
    page.locator("select[name=section]").select_option("")
    expect(page).to_have_url(re.compile(r"kind=text$"))
    chosen = page.locator("select[name=agency] option").nth(1)
    page.locator("select[name=agency]").select_option(chosen.get_attribute("value"))
    count = int(re.search(r"\((\d+)\)", chosen.text_content() or "")[1])  # type: ignore[index]
    expect(page.locator(".dz-finder__status")).to_have_text(re.compile(rf"^{count} result"))
    page.reload()
    expect(page.locator(".dz-finder__status")).to_have_text(re.compile(rf"^{count} result"))


def test_a_result_leads_to_its_sentence(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}zh-hant-tw/search/?q=網路安全&kind=text")
    link = page.locator(".dz-results li a").first
    address = link.get_attribute("href") or ""
    link.click()
    anchor = address.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    expect(page.locator(f"[id='{anchor}']")).to_contain_text("網絡安全")


def test_nothing_found_offers_near_terms(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/search/?q=cybersecuritty")
    button = page.locator(".dz-finder__status button").first
    expect(button).to_have_text("cybersecurity")
    button.click()
    expect(page.locator("#results-term")).to_be_visible()


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "[(", "a" * 3000])
def test_hostile_words_are_words(page: Page, site_url: str, query: str) -> None:
    page.goto(f"{site_url}en/search/")
    page.locator(".dz-finder input").fill(query)
    expect(page.locator(".dz-finder__status")).not_to_be_empty()
    assert page.locator(".dz-finder img, .dz-finder script").count() == 0


def test_typing_with_an_input_method_waits(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}zh-hans/search/?q=qzxv")
    expect(page.locator(".dz-finder__status")).to_contain_text("没有")
    page.evaluate("""() => {
      const input = document.querySelector("[data-search-page] input");
      input.value = "互联";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }""")
    expect(page.locator(".dz-finder__status")).to_contain_text("没有")
    page.locator("[data-search-page] input").dispatch_event("compositionend")
    expect(page.locator("#results-text")).to_be_visible()


def test_a_phone_reaches_the_box_with_one_tap(new_context: NewContext, site_url: str) -> None:
    page = new_context(width=390, has_touch=True).new_page()
    page.goto(f"{site_url}en/2.8/")
    page.locator("[data-search-open]").tap()
    page.keyboard.type("hulianwang")
    expect(page.locator("[role=option]").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_indexes_lead_on(new_context: NewContext, site_url: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}en/2.8/")
    page.locator("[data-search-open]").click()
    expect(page).to_have_url(f"{site_url}en/search/")
    expect(page.locator("[data-search-page]")).not_to_be_visible()
    page.locator("main a", has_text="Index by pinyin").click()
    page.locator(".dz-index a", has_text="众创空间").first.click()
    expect(page).to_have_url(re.compile(r"/en/(terms/maker-spaces/|2\.1/)"))


def test_the_search_works_from_a_folder(browser: Browser, site: Site) -> None:
    """A page opened as a file loads the index; its address cannot change, and the results come all the same."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((site.folder / "en/search/index.html").as_uri() + "?q=hulianwang")
    expect(page.locator("#results-text")).to_be_visible()
    page.locator(".dz-finder input").fill("2.8.3")
    expect(page.locator("#results-place")).to_be_visible()
    page.close()
    assert faults == []
