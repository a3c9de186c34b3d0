"""Readings of characters: cases, and properties every text has."""

import pytest

from build_tools.text.pinyin import readings, without_tones
from toy_project import TESTS

CASES = [line.split("\t") for line in (TESTS / "cases/pinyin/readings.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("text", "spoken"), CASES)
def test_a_character_is_read_as_its_neighbours_ask(text: str, spoken: str) -> None:
    assert " ".join(readings(text)) == spoken


@pytest.mark.parametrize("text", ["", "+", "Internet Plus 2015", "（）、。“”", "あ", "①", "\n"])
def test_what_is_not_known_chinese_has_no_reading(text: str) -> None:
    assert readings(text) == ("",) * len(text)


def test_each_code_point_has_a_place() -> None:
    assert readings("A𠮷B银行+C重") == ("", "", "", "yín", "háng", "", "", "zhòng")


@pytest.mark.parametrize(
    ("marked", "plain"), [("hùliánwǎng", "hulianwang"), ("Lǜsè", "lvse"), ("zhànlüè", "zhanlve"), ("dìtú", "ditu")]
)
def test_tones_can_be_left_out(marked: str, plain: str) -> None:
    assert without_tones(marked) == plain
