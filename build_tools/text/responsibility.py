"""What a Chinese responsibility note states."""

import re
from dataclasses import dataclass

_NOTE = re.compile(r"(?P<names>.+?)(?P<open>等)?(?P<role>负责|共同牵头|牵头)")
_COLLECTIVE = "各"


@dataclass(frozen=True, slots=True)
class StatedNote:
    """The short names of the bodies in a note by role, and whether the list is open-ended (等)."""

    lead: tuple[str, ...]
    joint_lead: tuple[str, ...]
    participants: tuple[str, ...]
    open_ended: bool


def read_note(words: str, rule: str) -> StatedNote | None:
    """What a note says, or `None` if it is not of the known forms.

    The body listed first leads, as the rule stated once in the document lays down (`rule`, its words). Collectives
    such as 各部门 cannot lead.
    """
    plain = words.replace(f"，{rule}", "") if rule else words
    match = _NOTE.fullmatch(plain)
    if match is None:
        return None
    names, is_open = tuple(match["names"].split("、")), match["open"] is not None
    if match["role"] == "共同牵头":
        return StatedNote((), names, (), is_open)
    if match["role"] == "牵头":
        return StatedNote(names, (), (), is_open)
    if names[0].startswith(_COLLECTIVE):
        return StatedNote((), (), names, is_open)
    return StatedNote(names[:1], (), names[1:], is_open)
