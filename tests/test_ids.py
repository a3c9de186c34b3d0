"""Ids: spelling, order, parents and printed forms, as tables."""

import pytest

from build_tools.model import ids

NUMERALS = """
一 二 三 四 五 六 七 八 九 十
十一 十二 十三 十四 十五 十六 十七 十八 十九 二十
二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十
三十一 三十二 三十三 三十四 三十五 三十六 三十七 三十八 三十九 四十
四十一 四十二 四十三 四十四 四十五 四十六 四十七 四十八 四十九 五十
五十一 五十二 五十三 五十四 五十五 五十六 五十七 五十八 五十九 六十
六十一 六十二 六十三 六十四 六十五 六十六 六十七 六十八 六十九 七十
七十一 七十二 七十三 七十四 七十五 七十六 七十七 七十八 七十九 八十
八十一 八十二 八十三 八十四 八十五 八十六 八十七 八十八 八十九 九十
九十一 九十二 九十三 九十四 九十五 九十六 九十七 九十八 九十九
""".split()  # noqa: SIM905 – a table is easier to read

PARTS = ["1", "2", "9", "10", "99"]
SECTIONS = ["0", "1.1", "2.9", "2.10", "2.11", "10.1", "99.99"]
PARAGRAPHS = ["0.p1", "0.p2", "1.2.p5", "2.10.p1", "99.99.p99"]
NUMBERED = ["2.1.3", "2.10.1", "0.1", "99.99.99"]

# What looks like an id and is none, whatever kind is asked for.
BAD = [
    "",
    " ",
    "2.1.03",
    "2.01.3",
    "02.1.3",
    "2.1.0",
    "2.0.1",
    "0.0",
    "2.1.p0",
    "2.1.p01",
    "2.1.P1",
    "2.1.pp1",
    "2.1.100",
    "2.100",
    "100",
    "２．１．３",
    "２",
    "٢.١",
    "2。1",
    "2.1.3 ",
    " 2.1.3",
    "2.1.3\n",
    "2.1.3.",
    ".1",
    "2..1",
    "2.1.3.4",
    "-1",
    "+1",
    "1e1",
    "2.1-3",
    "../x",
    "2/1",
    "2.1.3\0",
    "二",
    "1" * 1000,
    "title",
]


def test_all_numerals() -> None:
    assert [ids.chinese_numeral(number) for number in range(1, 100)] == NUMERALS


@pytest.mark.parametrize("number", [-1, 0, 100, 1000])
def test_numerals_outside_the_range(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        ids.chinese_numeral(number)


@pytest.mark.parametrize("good", PARTS + SECTIONS + PARAGRAPHS + NUMBERED)
def test_kinds_of_good_ids(good: str) -> None:
    kinds = (good in PARTS, good in SECTIONS, good in PARAGRAPHS + NUMBERED, good in PARAGRAPHS)
    assert (ids.is_part(good), ids.is_section(good), ids.is_clause(good), ids.is_paragraph(good)) == kinds


@pytest.mark.parametrize("bad", BAD)
def test_bad_ids_are_of_no_kind(bad: str) -> None:
    assert not any((ids.is_part(bad), ids.is_section(bad), ids.is_clause(bad), ids.is_paragraph(bad)))


@pytest.mark.parametrize("bad", [*BAD, *PARTS, *SECTIONS])
def test_only_clauses_have_a_section_and_an_ordinal(bad: str) -> None:
    with pytest.raises(ValueError, match="not a clause id"):
        ids.section_of(bad)
    with pytest.raises(ValueError, match="not a clause id"):
        ids.ordinal(bad)


@pytest.mark.parametrize(
    ("clause", "section", "ordinal"),
    [("0.p2", "0", 2), ("1.2.p5", "1.2", 5), ("2.1.3", "2.1", 3), ("2.10.1", "2.10", 1), ("3.7.p12", "3.7", 12)],
)
def test_parents(clause: str, section: str, ordinal: int) -> None:
    assert (ids.section_of(clause), ids.ordinal(clause)) == (section, ordinal)


@pytest.mark.parametrize(
    ("unit", "number"),
    [("0", 0), ("2", 2), ("2.10", 10), ("2.1", 1), ("2.1.3", 3), ("1.2.p3", 3), ("0.p1", 1)],
)
def test_last_number(unit: str, number: int) -> None:
    assert ids.last_number(unit) == number


@pytest.mark.parametrize(
    ("segment", "unit"),
    [
        ("2.1.3.h", "2.1.3"),
        ("2.1.3.s12", "2.1.3"),
        ("2.1.p1.s1", "2.1.p1"),
        ("2.1.p1.r", "2.1.p1"),
        ("2.h", "2"),
        ("2.10", "2.10"),
        ("title", "title"),
        ("addressees", "addressees"),
    ],
)
def test_unit_of_a_segment(segment: str, unit: str) -> None:
    assert ids.unit_of(segment) == unit


def test_segment_ids_lead_back_to_their_unit() -> None:
    for unit in PARTS + SECTIONS + PARAGRAPHS + NUMBERED:
        made = (ids.heading_id(unit), ids.note_id(unit), ids.sentence_id(unit, 1), ids.sentence_id(unit, 99))
        assert len(set(made)) == 4
        assert {ids.unit_of(segment) for segment in made} == {unit}


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("1", "一、"),
        ("3", "三、"),
        ("12", "十二、"),
        ("0", ""),
        ("2.1", "（一）"),
        ("2.10", "（十）"),
        ("2.11", "（十一）"),
        ("3.20", "（二十）"),
        ("2.1.3", "3."),
        ("2.1.12", "12."),
        ("1.2.p3", ""),
        ("0.p1", ""),
        ("title", ""),
        ("date", ""),
    ],
)
def test_printed_numbers(unit: str, printed: str) -> None:
    assert ids.printed_number(unit) == printed


@pytest.mark.parametrize(
    ("any_id", "label"),
    [
        ("0", "引言"),
        ("0.p2", "引言第2段"),
        ("0.p2.s1", "引言第2段第1句"),
        ("2", "二"),
        ("2.h", "二"),
        ("2.1", "二（一）"),
        ("2.10", "二（十）"),
        ("2.10.h", "二（十）"),
        ("2.1.3", "二（一）3"),
        ("2.1.3.h", "二（一）3"),
        ("2.1.3.s2", "二（一）3第2句"),
        ("2.1.3.r", "二（一）3"),
        ("1.2.p3", "一（二）第3段"),
        ("1.2.p3.s1", "一（二）第3段第1句"),
        ("title", "title"),
    ],
)
def test_chinese_labels(any_id: str, label: str) -> None:
    assert ids.chinese_label(any_id) == label


def test_sort_order() -> None:
    ordered = [
        "title",
        "number",
        "addressees",
        "0",
        "0.p1",
        "0.p1.s1",
        "0.p1.s2",
        "0.p1.s10",
        "0.p2",
        "1",
        "1.h",
        "1.1",
        "1.1.h",
        "1.1.p1",
        "1.2",
        "1.2.p1",
        "1.2.p2",
        "1.2.p10",
        "2",
        "2.1",
        "2.1.p1",
        "2.1.p1.s1",
        "2.1.p1.r",
        "2.1.1",
        "2.1.1.h",
        "2.1.1.s1",
        "2.1.1.r",
        "2.1.2",
        "2.1.10",
        "2.2",
        "2.9",
        "2.10",
        "2.11",
        "3",
        "10",
        "99.99.99",
        "signature",
        "date",
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=ids.sort_key) == ordered


def test_toy_is_in_sort_order(toy_project) -> None:
    """Paragraphs stand before numbered clauses, so the order of ids is the order of the document."""
    found = [segment.id for segment in toy_project.document.segments()]
    assert len(found) == 75
    assert sorted(found, key=ids.sort_key) == found
