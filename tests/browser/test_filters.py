"""Narrowing the tables of outcomes and instruments."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.corpus


def test_outcomes_by_state_and_section(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/tracker/")
    rows = page.locator("#tracker tbody tr:visible")
    every = rows.count()
    page.get_by_label("Show only: Outcome").select_option("reversed")
    reversed_only = rows.count()
    assert 0 < reversed_only < every
    expect(page.locator(".dz-filters output")).to_have_text(f"Clauses: {reversed_only}")
    assert {row.get_attribute("data-state") for row in rows.all()} == {"reversed"}
    section = rows.first.get_attribute("data-section") or ""
    page.get_by_label("Show only: Section").select_option(section)
    assert {row.get_attribute("data-section") for row in rows.all()} == {section}
    assert "state=reversed" in page.url
    assert f"section={section}" in page.url


def test_a_choice_in_the_address_holds(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}zh-hant-tw/tracker/?agency=ndrc")
    rows = page.locator("#tracker tbody tr:visible")
    assert rows.count() > 0
    assert all("ndrc" in (row.get_attribute("data-agency") or "").split() for row in rows.all())


def test_a_choice_that_is_none_hides_nothing(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/instruments/?kind=%22%3E%3Cscript%3E")
    assert page.locator("#instruments tbody tr:visible").count() == page.locator("#instruments tbody tr").count() > 0
