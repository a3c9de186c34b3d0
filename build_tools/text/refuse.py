"""Refusal of code points that no published text may contain."""

import re

# U+0009 and U+000A are the only controls with a meaning in a paragraph.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


class RefusedCharacterError(ValueError):
    """The text holds a control, surrogate or bidirectional control character; `offset` says where."""

    def __init__(self, offset: int, code_point: int) -> None:
        super().__init__(f"refused character U+{code_point:04X} at offset {offset}")
        self.offset = offset
        self.code_point = code_point


def require_clean(text: str) -> None:
    """Raise `RefusedCharacterError` for the first code point that must not be converted."""
    found = _REFUSED.search(text)
    if found:
        raise RefusedCharacterError(found.start(), ord(found.group()))
