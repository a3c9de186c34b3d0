"""The Content-Security-Policy: it is on every page, says what it must, and the browser obeys it."""

import base64
import hashlib
import re

import pytest
from built_site import Site
from page_types import samples, without_locale
from playwright.sync_api import Browser
from watching import ADD_IMAGE, ADD_SCRIPT, Watch

from build_tools.model.locale import LOCALES

pytestmark = pytest.mark.corpus

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FIRST_RESOURCE = re.compile(r"<(?:script|link|style|img)\b")
DIGEST = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
# What each directive may name; scripts may also be named by their digest.
ALLOWED = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "manifest-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
}


def _directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.replace("&#39;", "'").split(";") if part.strip()]
    return {name: set(values) for name, *values in parts}


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _faults(text: str) -> list[str]:
    """What is wrong with the policy of a page."""
    found = META.search(text)
    if not found:
        return ["no policy"]
    directives = _directives(found[1])
    digests = {each for each in directives["script-src"] if DIGEST.fullmatch(each)}
    wrong = [name for name, values in directives.items() if values - digests - ALLOWED.get(name, set())]
    wrong += [f"{name} is missing" for name in ALLOWED.keys() - directives.keys()]
    if digests != {_digest(each) for each in INLINE.findall(text)}:
        wrong.append("digests that are not of its scripts")
    first = FIRST_RESOURCE.search(text)
    return wrong + (["after something it should govern"] if first and first.start() < found.start() else [])


def test_every_page_has_the_policy(site: Site) -> None:
    names = [name for name in site.files if name.endswith((".html", ".htm"))]
    assert len(names) >= len(site.pages)
    faults = {name: _faults((site.folder / name).read_text("utf-8")) for name in names}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("http-equiv", "data-was"),
        ("script-src ", "script-src 'unsafe-inline' "),
        ("script-src ", "script-src https://other.example "),
        ("</head>", "<script>planted()</script></head>"),
        ("<meta charset", '<link rel="preload" href="x"><meta charset'),
    ],
)
def test_a_weaker_policy_is_found(site: Site, old: str, new: str) -> None:
    text = (site.folder / samples(site, LOCALES[0])["section.html"]).read_text("utf-8")
    assert _faults(text) == []
    assert old in text
    assert _faults(text.replace(old, new, 1)) != []


def test_the_browser_obeys_on_every_kind_of_page(browser: Browser, site: Site, site_url: str) -> None:
    names = samples(site, LOCALES[0]) | without_locale(site)
    for name in names.values():
        watch = Watch(site_url)
        context = browser.new_context()
        watch.begin(context)
        page = context.new_page()
        page.goto(site_url + name)
        page.evaluate(ADD_SCRIPT)
        page.evaluate(ADD_IMAGE)
        assert page.evaluate("() => '__ran' in window") is False, name
        context.close()
        for said in ("policy: script-src-elem forbids inline", "policy: img-src forbids http://other.example"):
            assert any(said in fault for fault in watch.faults), f"{name}: {watch.faults}"
