"""The watch over pages sees what it must see."""

import pytest
from contexts import NewContext
from playwright.sync_api import Browser, Page
from watching import ADD_IMAGE, ADD_SCRIPT, Watch, settle


def test_a_page_that_is_well_has_no_faults(page: Page, site_url: str, watch: Watch) -> None:
    page.goto(f"{site_url}en/2.8/")
    settle(page)
    assert len(watch.requests) > 1


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("() => { setTimeout(() => { throw new Error('planted') }) }", "planted"),
        ("() => console.error('planted')", "console: planted"),
        ("() => { alert('planted') }", "dialog: planted"),
        ("() => fetch('nothing-there')", "answer 404"),
        (ADD_SCRIPT, "policy: script-src-elem forbids inline"),
        (ADD_IMAGE, "policy: img-src forbids http://other.example/x.png"),
        (ADD_IMAGE, "request failed: http://other.example/x.png csp"),
    ],
    ids=["exception", "console", "dialog", "missing", "inline script", "foreign image", "never sent"],
)
def test_faults_are_seen(browser: Browser, site_url: str, action: str, said: str) -> None:
    watch = Watch(site_url)
    context = browser.new_context()
    watch.begin(context)
    page = context.new_page()
    page.goto(f"{site_url}en/2.8/")
    page.evaluate(action)
    page.wait_for_timeout(100)
    assert page.evaluate("() => '__ran' in window") is False
    context.close()
    assert [fault for fault in watch.faults if said in fault] != []


def test_widths_and_schemes(new_context: NewContext, site_url: str) -> None:
    page = new_context(width=390, color_scheme="dark").new_page()
    page.goto(f"{site_url}en/")
    assert page.evaluate("() => innerWidth") == 390
    assert page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches") is True
