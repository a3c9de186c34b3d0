"""Annotations where they belong: beside a unit, on words."""

from dataclasses import dataclass

from build_tools.model.annotation import Annotation


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Words a note is about: [start, end) in code points of a segment's Chinese or English."""

    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and the unit beside which it is shown."""

    note: Annotation
    unit: str
