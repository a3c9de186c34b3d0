"""What the conversion to traditional characters had to choose in the document, and how it chose."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.conversion import Decider
from build_tools.model.text import Bilingual


@dataclass(frozen=True, slots=True)
class WordChoice:
    """One word with a contested character: its form by script, what decided it, why, and where it stands.

    `reason` is empty where a dictionary decided; `segments` has an id for each occurrence, in reading order.
    """

    source: str
    results: Mapping[str, str]
    by: Decider
    reason: Bilingual | None
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CharacterChoice:
    """A simplified character that stands for several: the forms chosen and never chosen here, by script,
    and the words that decided."""

    source: str
    chosen: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]
    words: tuple[WordChoice, ...]

    @property
    def count(self) -> int:
        """How often the character had to be chosen."""
        return sum(len(word.segments) for word in self.words)


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """A script read back into simplified characters: how many lines and characters, and the units that changed."""

    script: str
    lines: int
    characters: int
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConversionLedger:
    """Every one-to-many choice in the document, by character, and the way back."""

    characters: tuple[CharacterChoice, ...]
    round_trips: tuple[RoundTrip, ...]

    @property
    def count(self) -> int:
        """How many choices there are in all."""
        return sum(each.count for each in self.characters)
