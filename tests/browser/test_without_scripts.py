"""Every kind of page without JavaScript: everything it says can be read."""

import pytest
from built_site import Site
from contexts import NewContext
from page_types import samples, without_locale
from playwright.sync_api import Page

from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

# Passages that are neither drawn nor in a <details> that a reader can open. What waits for a script may be hidden:
# controls, dialogs, and what is said about them, marked data-scripted.
LOST = """() => [...document.querySelectorAll(
    "main :is(h1, h2, h3, h4, p, li, td, th, dt, dd, summary, figcaption, caption, label)")]
  .filter((each) => each.textContent.trim())
  .filter((each) => !each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((each) => !(each.matches("summary") ? each.parentElement.parentElement : each)
    .closest("details:not([open])"))
  .filter((each) => !each.querySelector("input") && !each.closest("dialog:not([open]), [data-scripted]"))
  .filter((each) => !each.closest("[hidden]")?.querySelector("button, input, select"))
  .map((each) => `${each.tagName} ${each.id} ${each.className}: ${each.textContent.trim().slice(0, 60)}`)"""


def _read(page: Page, url: str) -> list[str]:
    page.goto(url)
    lost: list[str] = page.evaluate(LOST)
    return lost


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("locale", LOCALES[:2], ids=lambda locale: locale.tag)
def test_everything_can_be_read(
    new_context: NewContext, site: Site, site_url: str, locale: Locale, width: int
) -> None:
    page = new_context(width=width, java_script_enabled=False).new_page()
    names = samples(site, locale) | without_locale(site)
    lost = {name: found for name in names.values() if (found := _read(page, site_url + name))}
    assert lost == {}


def test_what_is_lost_is_found(page: Page, site: Site, site_url: str) -> None:
    name = samples(site, LOCALES[0])["section.html"]
    assert _read(page, site_url + name) == []
    page.evaluate("() => { document.querySelector('main h1').hidden = true }")
    assert len(page.evaluate(LOST)) == 1


def test_notes_open_without_scripts(new_context: NewContext, site: Site, site_url: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site_url + samples(site, LOCALES[0])["section.html"])
    for note in page.locator("main details").all()[:5]:
        if not note.evaluate("(each) => each.open"):
            note.locator("summary").first.click()
        assert note.evaluate("(each) => [...each.children].every((child) => child.checkVisibility())")
    assert page.locator("main details[open]").count()
