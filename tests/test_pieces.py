"""How a text is cut where links, marks and notes begin and end."""

import pytest

from build_tools.emit.pages.words import cut
from build_tools.model.concordance import TermLink
from build_tools.model.notes import NoteMark

TEXT = "abcdefgh"


@pytest.mark.parametrize(
    ("links", "notes", "expected"),
    [
        ([], [], [("abcdefgh", "", "")]),
        ([(2, 4)], [], [("ab", "", ""), ("cd", "t", ""), ("efgh", "", "")]),
        ([(2, 4)], [(1, 6)], [("a", "", ""), ("bcdef", "", "n"), ("gh", "", "")]),
        ([(0, 4)], [(2, 6)], [("ab", "t", ""), ("cdef", "", "n"), ("gh", "", "")]),
        ([(1, 3), (4, 6)], [(1, 6)], [("a", "", ""), ("bcdef", "", "n"), ("gh", "", "")]),
    ],
)
def test_a_note_is_one_link(
    links: list[tuple[int, int]], notes: list[tuple[int, int]], expected: list[tuple[str, str, str]]
) -> None:
    terms = [TermLink(start, end, "t") for start, end in links]
    marks = [NoteMark(start, end, "n") for start, end in notes]
    assert [(piece.text, piece.term, piece.note) for piece in cut(TEXT, terms, (), marks)] == expected
