"""What a note can be about, and the words that stand there."""

from build_tools.model import ids
from build_tools.model.document import Document, Segment


class Targets:
    """The clauses, segments and lines of a document, and the texts of each."""

    def __init__(self, document: Document) -> None:
        self._segments: dict[str, Segment] = {segment.id: segment for segment in document.segments()}
        self._units: dict[str, list[str]] = {}
        for clause in document.clauses():
            self._units[clause.id] = [segment.id for segment in clause.segments()]
        for section in document.sections:
            if section.heading:
                self._units[section.id] = [section.heading.id]

    @property
    def names(self) -> list[str]:
        """Every id a note can be about."""
        return [*self._segments, *self._units]

    def __contains__(self, name: str) -> bool:
        return name in self._segments or name in self._units

    def segments(self, name: str) -> list[str]:
        """The ids of the segments a target covers."""
        return self._units.get(name, [name])

    def texts(self, name: str, language: str) -> dict[str, str]:
        """The texts of a target's segments in `zh` or `en`, by segment id."""
        return {each: text for each in self.segments(name) if (text := self._text(each, language))}

    def all(self, language: str) -> dict[str, str]:
        """The texts of every segment in `zh` or `en`, by id."""
        return {each: text for each in self._segments if (text := self._text(each, language))}

    def unit(self, name: str) -> str:
        """The unit beside which a note on this target is shown; a section's heading counts to its lead."""
        unit = ids.unit_of(name)
        if ids.is_section(unit):
            return next((each for each in self._units if each.startswith(f"{unit}.")), unit)
        return unit

    def _text(self, segment_id: str, language: str) -> str:
        segment = self._segments[segment_id]
        if language == "zh":
            return segment.zh.value
        return segment.en.value if segment.en else ""
