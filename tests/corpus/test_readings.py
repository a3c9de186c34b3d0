"""The readings of the real text agree with the pinyin that editors wrote in the glossary."""

import re

import pytest

from build_tools.model.project import Project
from build_tools.text.pinyin import readings

pytestmark = pytest.mark.corpus


def letters(pinyin: str) -> str:
    """Syllables without what separates them."""
    return re.sub(r"[\W_]", "", pinyin.lower())


def is_chinese(text: str) -> bool:
    return not re.search(r"[A-Za-z0-9+]", text)


def test_terms_are_read_as_the_glossary_says(project: Project) -> None:
    terms = [term for term in project.terms if is_chinese(term.zh)]
    assert len(terms) > 300
    read = {term.zh: letters("".join(readings(term.zh))) for term in terms}
    assert read == {term.zh: letters(term.pinyin) for term in terms}


def test_every_character_of_the_text_has_a_reading(project: Project) -> None:
    texts = [segment.zh.value for segment in project.document.segments()]
    pairs = [pair for text in texts for pair in zip(text, readings(text), strict=True)]
    assert not {char for char, sound in pairs if "一" <= char <= "鿿" and not sound}
