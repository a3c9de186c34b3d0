"""Where in the document: a place as each citation manual writes it."""

from collections.abc import Mapping
from types import MappingProxyType

from build_tools.model import ids

FORMS = ("id", "zh", "bluebook", "oscola", "apa")
# Words for part, section, numbered clause, unnumbered paragraph, preamble, sentence.
# Bluebook: table T16. OSCOLA (4th ed.) 2.4.2: no full stops. APA (7th ed.) 8.13: in full. Numbers unconfirmed.
_WORDS = MappingProxyType(
    {
        "bluebook": ("pt. ", "§ ", "cl. ", "para. ", "pmbl.", "sentence "),
        "oscola": ("pt ", "s ", "cl ", "para ", "preamble", "sentence "),
        "apa": ("Part ", "Section ", "Clause ", "Paragraph ", "Preamble", "Sentence "),
    }
)
SENTENCE = MappingProxyType(
    {"id": ".s{}", "zh": "第{}句", **{form: f", {words[5]}{{}}" for form, words in _WORDS.items()}}
)


def pinpoints(any_id: str) -> Mapping[str, str]:
    """The place in every form of `FORMS`, from the id of a part, section, clause or segment.

    A sentence is named; a heading or a responsibility note goes by its unit. Lines outside the parts and sections,
    such as the title, have no place that manuals know: their forms are empty, apart from the id.
    """
    unit, number = split(any_id)
    return {form: _unit(unit, form) + (SENTENCE[form].format(number) if number else "") for form in FORMS}


def split(any_id: str) -> tuple[str, int]:
    """The unit of an id and the number of its sentence, 0 if it is none."""
    unit = ids.unit_of(any_id)
    return unit, int(any_id.rpartition(".s")[2]) if any_id.startswith(f"{unit}.s") else 0


def _unit(unit: str, form: str) -> str:
    if form == "id":
        return unit
    if unit in ids.FRONT + ids.BACK:
        return ""
    return ids.chinese_label(unit) if form == "zh" else ", ".join(_levels(unit, _WORDS[form]))


def _levels(unit: str, words: tuple[str, ...]) -> list[str]:
    part, section, clause, paragraph, preamble, _ = words
    if ids.is_clause(unit):
        last = (paragraph if ids.is_paragraph(unit) else clause) + str(ids.ordinal(unit))
        return [*_levels(ids.section_of(unit), words), last]
    if unit == ids.PREAMBLE:
        return [preamble]
    if ids.is_section(unit):
        return [part + unit.partition(".")[0], section + str(ids.last_number(unit))]
    return [part + unit]
