"""The given text and the edition side by side."""

from dataclasses import dataclass

from build_tools.model.emendation import Emendation


@dataclass(frozen=True, slots=True)
class Variant:
    """A stretch of a line in both texts; `emendation` records why they differ, `None` where they agree."""

    given: str
    adopted: str
    emendation: Emendation | None


@dataclass(frozen=True, slots=True)
class CollatedLine:
    """A line of the document in both texts: its variants, joined, are the given line and the edition's line."""

    unit: str
    variants: tuple[Variant, ...]

    @property
    def given(self) -> str:
        """The line as the given text has it."""
        return "".join(each.given for each in self.variants)

    @property
    def adopted(self) -> str:
        """The line as the edition has it."""
        return "".join(each.adopted for each in self.variants)

    @property
    def agrees(self) -> bool:
        """Whether the two texts have the same line."""
        return all(each.emendation is None for each in self.variants)
