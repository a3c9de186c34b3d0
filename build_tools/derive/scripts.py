"""The Chinese of every segment in every script, converted line by line and cut at the same offsets."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from build_tools.model.conversion import LOCALES, ConversionRules
from build_tools.model.document import Document, Segment
from build_tools.model.edition import Convert, Texts
from build_tools.text.reading import Line
from build_tools.text.variants import Converter

SIMPLIFIED = "zh-Hans"
# Names of bodies, numbers and labels come back on page after page.
_REMEMBERED = 4_096


@lru_cache(1)
def converter(rules: ConversionRules) -> Convert:
    """A function (text, script) → text; simplified text passes unchanged. Each script is prepared on first use.

    The last one is kept, so that a served site is rebuilt without preparing the dictionaries again.
    """
    ready: dict[str, Callable[[str], str]] = {SIMPLIFIED: lambda text: text}
    tags = {str(tag): tag for tag in LOCALES}

    def convert(text: str, script: str) -> str:
        if script not in ready:
            ready[script] = lru_cache(_REMEMBERED)(Converter(rules, tags[script]).convert)
        return ready[script](text)

    return convert


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
