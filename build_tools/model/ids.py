"""Clause ids: their spelling, order, parents and printed forms. No other module spells an id.

`0.p1` preamble paragraph · `1` part · `2.1` section · `1.2.p3` unnumbered paragraph · `2.1.3` numbered clause.
Segments hang on a unit: `.h` heading, `.sN` sentence, `.r` responsibility note.
Lines of the document outside its sections have word ids: `title`, `number`, `addressees`, `signature`, `date`.
"""

import re

PREAMBLE = "0"
FRONT = ("title", "number", "addressees")
BACK = ("signature", "date")

_N = r"[1-9][0-9]?"
_PART = re.compile(rf"{_N}")
_SECTION = re.compile(rf"0|{_N}\.{_N}")
_CLAUSE = re.compile(rf"(?P<section>0|{_N}\.{_N})\.(?P<p>p?)(?P<n>{_N})")
_SENTENCE = re.compile(rf"(?P<unit>.+)\.s(?P<n>{_N})")
_DIGITS = "〇一二三四五六七八九"


def is_part(text: str) -> bool:
    """Whether `text` is the id of a part, such as `2`."""
    return _PART.fullmatch(text) is not None


def is_section(text: str) -> bool:
    """Whether `text` is the id of a section, such as `2.1`, or of the preamble, `0`."""
    return _SECTION.fullmatch(text) is not None


def is_clause(text: str) -> bool:
    """Whether `text` is the id of a numbered clause (`2.1.3`) or an unnumbered paragraph (`2.1.p1`)."""
    return _CLAUSE.fullmatch(text) is not None


def is_paragraph(clause_id: str) -> bool:
    """Whether a clause id names an unnumbered paragraph."""
    match = _CLAUSE.fullmatch(clause_id)
    return match is not None and match["p"] == "p"


def section_of(clause_id: str) -> str:
    """The section a clause id belongs to; raises `ValueError` for anything that is not a clause id."""
    match = _CLAUSE.fullmatch(clause_id)
    if match is None:
        raise ValueError(f"not a clause id: {clause_id!r}")
    return match["section"]


def ordinal(clause_id: str) -> int:
    """The number of a clause or paragraph within its kind: 3 for `2.1.3` and for `1.2.p3`."""
    match = _CLAUSE.fullmatch(clause_id)
    if match is None:
        raise ValueError(f"not a clause id: {clause_id!r}")
    return int(match["n"])


def last_number(unit_id: str) -> int:
    """The last number of a part, section or clause id."""
    return int(unit_id.rsplit(".", 1)[-1].removeprefix("p"))


def heading_id(unit_id: str) -> str:
    """The id of a unit's heading."""
    return f"{unit_id}.h"


def sentence_id(unit_id: str, number: int) -> str:
    """The id of the sentence with this number, counted from 1, in a clause."""
    return f"{unit_id}.s{number}"


def note_id(unit_id: str) -> str:
    """The id of a clause's responsibility note."""
    return f"{unit_id}.r"


def unit_of(segment_id: str) -> str:
    """The unit a segment id hangs on; a unit id is returned unchanged."""
    if segment_id.endswith((".h", ".r")):
        return segment_id[:-2]
    match = _SENTENCE.fullmatch(segment_id)
    return match["unit"] if match else segment_id


def chinese_numeral(number: int) -> str:
    """A number from 1 to 99 as printed in Chinese headings: 11 is 十一."""
    if not 0 < number < 100:
        raise ValueError(f"outside 1–99: {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def printed_number(unit_id: str) -> str:
    """The number mark that stands before a unit in the Chinese text: 二、, （一）, 3. or nothing."""
    if is_part(unit_id):
        return chinese_numeral(int(unit_id)) + "、"
    if is_section(unit_id) and unit_id != PREAMBLE:
        return f"（{chinese_numeral(last_number(unit_id))}）"
    if is_clause(unit_id) and not is_paragraph(unit_id):
        return f"{ordinal(unit_id)}."
    return ""


def chinese_label(any_id: str) -> str:
    """An id as a Chinese reader cites it: 二（一）3, 一（二）第3段, 二（一）3第2句, 引言第1段."""
    match = _SENTENCE.fullmatch(any_id)
    if match:
        return f"{chinese_label(match['unit'])}第{match['n']}句"
    unit = unit_of(any_id)
    if is_clause(unit):
        place = f"第{ordinal(unit)}段" if is_paragraph(unit) else str(ordinal(unit))
        return chinese_label(section_of(unit)) + place
    if unit == PREAMBLE:
        return "引言"
    if is_section(unit):
        part, _, number = unit.partition(".")
        return f"{chinese_numeral(int(part))}（{chinese_numeral(int(number))}）"
    return chinese_numeral(int(unit)) if is_part(unit) else unit


def sort_key(any_id: str) -> tuple[tuple[int, int], ...]:
    """A key that puts ids in the order of the document: front lines, 0, 1, 1.1, 1.1.p1, …, back lines."""
    if any_id in FRONT:
        return ((-1, FRONT.index(any_id)),)
    if any_id in BACK:
        return ((1000, BACK.index(any_id)),)
    return tuple(_piece_key(piece) for piece in any_id.split("."))


def _piece_key(piece: str) -> tuple[int, int]:
    if piece == "h":
        return (0, 0)
    if piece == "r":
        return (3, 0)
    if piece.startswith(("p", "s")):
        return (1, int(piece[1:]))
    return (2, int(piece))
