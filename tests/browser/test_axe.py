"""No violation of WCAG 2.2 AA or of good practice that axe-core knows, on any kind of page."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from built_site import Site
from contexts import SCHEMES, SIZES, NewContext
from page_types import samples, without_locale
from playwright.sync_api import BrowserContext, Page
from watching import settle

from build_tools.model.locale import LOCALES, Locale

pytestmark = pytest.mark.corpus

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": TAGS}
# What a scheme can change: its style sheets differ in nothing but the values of colors.
RULES_OF_COLOR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
AT_ONCE = 4
RUN = """(runOnly) => axe.run(document, {runOnly, resultTypes: ["violations"]}).then(
  (found) => [found.passes.length, found.violations.flatMap((each) => each.nodes.map((node) => {
    const [check] = [...node.any, ...node.all, ...node.none];
    return `${each.id}: ${node.target.join(" ")} ${check ? check.message : ""}`; }))])"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules, to be put into a page."""
    if not AXE.is_file():
        pytest.skip("axe-core is missing: sh scripts/browser.sh installs it")
    return AXE.read_text("utf-8")


def violations(
    context: BrowserContext, axe: str, urls: Sequence[str], rules: Mapping[str, object] = EVERY_RULE
) -> Iterator[str]:
    """One sentence for each violation on each page; fails if no rule applied to one."""
    for together in (urls[at : at + AT_ONCE] for at in range(0, len(urls), AT_ONCE)):
        pages = [_begun(context, axe, url, rules) for url in together]
        for page in pages:
            passed, found = page.evaluate("() => window.found")
            assert passed > (10 if rules is EVERY_RULE else 0), f"{page.url}: only {passed} rules held"
            yield from (f"{page.url}: {each}" for each in found)
            page.close()


def _begun(context: BrowserContext, axe: str, url: str, rules: Mapping[str, object]) -> Page:
    """A page in which the rules are being tried; other pages can be opened meanwhile."""
    page = context.new_page()
    page.goto(url)
    settle(page)
    page.evaluate(axe)
    page.evaluate(f"(rules) => {{ window.found = ({RUN})(rules) }}", rules)
    return page


def _addresses(site_url: str, names: dict[str, str]) -> list[str]:
    return [site_url + name for name in names.values()]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_every_kind_of_page(
    new_context: NewContext, site: Site, site_url: str, axe: str, width: int, scheme: str
) -> None:
    names = samples(site, LOCALES[0]) | without_locale(site)
    context = new_context(width=width, color_scheme=scheme)
    rules = EVERY_RULE if scheme == "light" else RULES_OF_COLOR
    assert list(violations(context, axe, _addresses(site_url, names), rules)) == []


@pytest.mark.parametrize("locale", LOCALES[1:], ids=lambda locale: locale.tag)
def test_every_locale(new_context: NewContext, site: Site, site_url: str, axe: str, locale: Locale) -> None:
    context, names = new_context(width=390), samples(site, locale)
    assert list(violations(context, axe, _addresses(site_url, names))) == []


FAULTS = """() => { document.documentElement.lang = ""; document.title = "";
  document.querySelector("main p").style.color = "#ddd"; }"""


def test_violations_are_found(page: Page, site: Site, site_url: str, axe: str) -> None:
    page.goto(f"{site_url}{samples(site, LOCALES[0])['home.html']}")
    page.evaluate(FAULTS)
    page.evaluate(axe)
    found = {each.partition(":")[0] for each in page.evaluate(RUN, EVERY_RULE)[1]}
    assert {"html-has-lang", "document-title", "color-contrast"} <= found


OPEN_DETAILS = "() => { for (const each of document.querySelectorAll('details')) each.open = true; }"
SHOW = "(at) => document.querySelectorAll('dialog')[at].showModal()"
CLOSE = "(at) => document.querySelectorAll('dialog')[at].close()"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_what_opens(new_context: NewContext, site: Site, site_url: str, axe: str, width: int, scheme: str) -> None:
    page = new_context(width=width, color_scheme=scheme).new_page()
    page.goto(site_url + samples(site, LOCALES[1])["section.html"])
    settle(page)
    page.evaluate(axe)
    found = {}
    for at in range(page.locator("dialog").count()):
        page.evaluate(SHOW, at)
        found[f"dialog {at}"] = page.evaluate(RUN, EVERY_RULE)[1]
        page.evaluate(CLOSE, at)
    page.evaluate(OPEN_DETAILS)
    found["details"] = page.evaluate(RUN, EVERY_RULE)[1]
    assert len(found) > 1
    assert {name: each for name, each in found.items() if each} == {}
