"""What readers can find: every passage by its words, its pinyin and the place it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.concordance import Use


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A word of Taiwan or Hong Kong, in traditional characters, and the mainland word for the same thing."""

    local: str
    mainland: str


@dataclass(frozen=True, slots=True)
class Row:
    """One passage that can be found.

    `id` is that of the segment, term, agency, instrument or note; `unit` the part, section, clause or line it
    belongs to, empty for entries of registers. `zh` is in simplified characters. `names` are other words it is
    found by, in whatever language. `sounds` has the reading of each code point of `zh`, and is empty where a
    passage is not found by pinyin. `uses` align words of `zh` with words of `en`.
    """

    id: str
    unit: str
    zh: str
    en: str
    names: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The rows of each kind, and what makes writings of one word equal.

    `first` holds the text, the terms and the agencies; `later` the instruments and the notes by kind. `fold` maps
    a character to the one that stands for it and its variants. The words of Taiwan and Hong Kong among the names of
    a term are equivalent to it as well.
    """

    first: Mapping[str, tuple[Row, ...]]
    later: Mapping[str, tuple[Row, ...]]
    fold: Mapping[str, str]
    equivalents: tuple[Equivalent, ...]
