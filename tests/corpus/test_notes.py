"""What readers rely on in the notes of the real document."""

import re

import pytest

from build_tools.model.project import Project

pytestmark = pytest.mark.corpus


def test_every_note_says_in_a_title_what_it_holds(project: Project) -> None:
    untitled = [note.id for note in project.annotations if note.title is None]
    assert untitled == []


def test_titles_are_short_and_plain(project: Project) -> None:
    titles = [(note.id, note.title) for note in project.annotations if note.title]
    long = [(name, title) for name, title in titles if len(title.en) > 90 or len(title.zh) > 36]
    marked = [(name, title) for name, title in titles if re.search(r"[*_`\[\]<>]", title.en + title.zh)]
    assert (long, marked) == ([], [])


def test_titles_tell_notes_on_one_unit_apart(project: Project) -> None:
    for language in ("en", "zh"):
        said = [(note.target.value, note.title.of(language)) for note in project.annotations if note.title]
        assert len(said) == len(set(said))


def test_notes_are_neither_scraps_nor_essays(project: Project) -> None:
    bodies = {note.id: re.sub(r"\[\[[^\]]*\]\]", "reference", note.body.en) for note in project.annotations}
    lengths = {name: len(body.split()) for name, body in bodies.items()}
    assert {name: count for name, count in lengths.items() if not 60 <= count <= 180} == {}


def test_both_languages_name_the_same_years(project: Project) -> None:
    differing = {}
    for note in project.annotations:
        years = [set(re.findall(r"(?<![\d.])(?:19|20)\d\d(?!\d)", body)) for body in (note.body.en, note.body.zh)]
        if years[0] != years[1]:
            differing[note.id] = sorted(years[0] ^ years[1])
    assert differing == {}
