"""The pictures say what the data says."""

from collections import Counter

import pytest

from build_tools.diagnostics.report import Report
from build_tools.emit.pages import pictures
from build_tools.emit.pages.words import Words
from build_tools.model.locale import EN
from build_tools.pipeline import edition
from toy_project import PROJECT

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(edition(PROJECT, Report()), EN)


def test_every_outcome_is_one_square(words: Words) -> None:
    squares = [(row.section.id, each.clause) for row in pictures.outcome_rows(words) for each in row.outcomes]
    assert sorted(clause for _, clause in squares) == sorted(words.edition.outcomes)
    assert all(clause.startswith(f"{section}.") for section, clause in squares)


def test_the_sum_counts_every_outcome_once(words: Words) -> None:
    assert dict(pictures.state_counts(words)) == Counter(each.state for each in words.edition.outcomes.values())


def test_every_instrument_since_the_first_year_is_one_dot(words: Words) -> None:
    drawn = Counter(dot.title.split("-")[0] for dot in pictures.chart(words).dots)
    years = Counter(each.first_date[:4] for each in words.edition.project.instruments if each.first_date)
    assert drawn == {year: count for year, count in years.items() if int(year) >= pictures.FIRST_YEAR}


def test_dots_stand_apart_and_inside_the_picture(words: Words) -> None:
    chart = pictures.chart(words)
    places = [(dot.x, dot.y) for dot in chart.dots]
    assert len(places) == len(set(places))
    assert all(0 < x < chart.width and 0 < y < chart.base for x, y in places)
    assert {dot.x for dot in chart.dots} <= {x for _, x in chart.years}


def test_binding_acts_stand_at_the_bottom(words: Words) -> None:
    columns: dict[int, list[pictures.Dot]] = {}
    for dot in pictures.chart(words).dots:
        columns.setdefault(dot.x, []).append(dot)
    for column in columns.values():
        ranks = [pictures.GROUP_ORDER.index(dot.group) for dot in sorted(column, key=lambda dot: -dot.y)]
        assert ranks == sorted(ranks)
