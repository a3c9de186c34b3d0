"""The Chinese of every segment in every script, converted line by line and cut at the same offsets."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType

from build_tools.model.conversion import LOCALES, Choice, ConversionRules, LocaleTag
from build_tools.model.document import Document, Segment
from build_tools.model.edition import Convert, Texts
from build_tools.text.reading import Line
from build_tools.text.variants import Converter

SIMPLIFIED = "zh-Hans"
# Names of bodies, numbers and labels come back on page after page.
_REMEMBERED = 4_096


class Script:
    """One traditional script, prepared on first use; what was converted before is remembered."""

    def __init__(self, rules: ConversionRules, tag: LocaleTag) -> None:
        self.tag = tag
        self._rules = rules

    @cached_property
    def _converter(self) -> Converter:
        return Converter(self._rules, self.tag)

    @cached_property
    def convert(self) -> Callable[[str], str]:
        """A function from simplified text, whole paragraphs, to this script."""
        return lru_cache(_REMEMBERED)(self._converter.convert)

    @cached_property
    def trace(self) -> Callable[[str], tuple[Choice, ...]]:
        """A function from simplified text to the decisions taken in converting it."""
        return lru_cache(_REMEMBERED)(self._converter.trace)

    @cached_property
    def back(self) -> Callable[[str], str]:
        """A function from text in this script to simplified characters."""
        return lru_cache(_REMEMBERED)(self._converter.back)


@lru_cache(1)
def traditional(rules: ConversionRules) -> Mapping[str, Script]:
    """The traditional scripts by tag.

    The last rules are kept, so that a served site is rebuilt without preparing the dictionaries again.
    """
    return MappingProxyType({str(tag): Script(rules, tag) for tag in LOCALES})


def converter(ready: Mapping[str, Script]) -> Convert:
    """A function (text, script) → text; simplified text passes unchanged."""
    return lambda text, script: text if script == SIMPLIFIED else ready[script].convert(text)


def scripts(document: Document, lines: Sequence[Line], convert: Convert) -> Mapping[str, Texts]:
    """For every script, the text of every segment and responsibility note by id."""
    lengths = {segment.id: len(segment.zh.value) for segment in _pieces(document)}
    return MappingProxyType({tag: _texts(lines, lengths, convert, tag) for tag in (SIMPLIFIED, *LOCALES)})


def _texts(lines: Sequence[Line], lengths: Mapping[str, int], convert: Convert, tag: str) -> Texts:
    texts = {}
    for line in lines:
        converted = convert(line.text, tag)
        for segment_id, start in line.offsets:
            texts[segment_id] = converted[start : start + lengths[segment_id]]
    return MappingProxyType(texts)


def _pieces(document: Document) -> list[Segment]:
    notes = [clause.responsible for clause in document.clauses() if clause.responsible]
    return [*document.segments(), *(Segment(note.id, note.zh) for note in notes)]
