"""Every choice between several traditional characters in the document, for readers who want to check it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from build_tools.derive.scripts import Script
from build_tools.model.conversion import Choice, ConversionRules, Decider, LockedName, Override, Word
from build_tools.model.conversion_ledger import CharacterChoice, ConversionLedger, RoundTrip, WordChoice
from build_tools.model.text import Bilingual
from build_tools.text.reading import Line

Reasons = Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """One contested character at one place of the document, in one script."""

    source: str
    word: str
    by: Decider
    segment: str
    script: str
    form: str
    others: tuple[str, ...]
    result: str


def conversion_ledger(
    rules: ConversionRules, lines: Sequence[Line], ready: Mapping[str, Script]
) -> ConversionLedger:
    """The choices by character, those made most often first, and each script's way back."""
    chosen: dict[str, list[_Chosen]] = {}
    for script, line in ((script, line) for script in ready.values() for line in lines):
        for each in _chosen(script, line):
            chosen.setdefault(each.source, []).append(each)
    reasons = _reasons(rules)
    characters = [_character(source, found, reasons) for source, found in chosen.items()]
    ordered = tuple(sorted(characters, key=lambda each: (-each.count, each.source)))
    return ConversionLedger(ordered, tuple(_round_trip(script, lines) for script in ready.values()))


def _chosen(script: Script, line: Line) -> Iterator[_Chosen]:
    for choice in script.trace(line.text):
        for each in choice.alternatives:
            segment = _segment(line, choice)
            yield _Chosen(
                each.source, choice.source, choice.by, segment, script.tag, each.chosen, each.others, choice.result
            )


def _segment(line: Line, choice: Choice) -> str:
    """The segment a choice lies in; a number or a bracket that is printed around segments counts to the unit."""
    return next((each for each, start in reversed(line.offsets) if start <= choice.offset), line.unit)


def _character(source: str, chosen: Sequence[_Chosen], reasons: Reasons) -> CharacterChoice:
    words: dict[tuple[str, Decider], list[_Chosen]] = {}
    for each in chosen:
        words.setdefault((each.word, each.by), []).append(each)
    entries = [_word(found, reasons) for found in words.values()]
    forms = _by_script((each.script, each.form) for each in chosen)
    possible = ((each.script, other) for each in chosen for other in each.others)
    return CharacterChoice(
        source=source,
        chosen=forms,
        others=_by_script((script, other) for script, other in possible if other not in forms[script]),
        words=tuple(sorted(entries, key=lambda word: (-len(word.segments), word.source))),
    )


def _by_script(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for script, form in pairs:
        found.setdefault(script, {})[form] = None
    return MappingProxyType({script: tuple(forms) for script, forms in found.items()})


def _word(chosen: Sequence[_Chosen], reasons: Reasons) -> WordChoice:
    """A word's entry: where it stands is told by the script in which more of its characters are contested."""
    first = chosen[0]
    places = [tuple(each.segment for each in chosen if each.script == tag) for tag in {c.script for c in chosen}]
    return WordChoice(
        source=first.word,
        results=MappingProxyType({each.script: each.result for each in chosen}),
        by=first.by,
        reason=reasons.get(first.word),
        segments=max(places, key=len),
    )


def _reasons(rules: ConversionRules) -> Reasons:
    entries: tuple[Word | Override | LockedName, ...] = (*rules.words, *rules.overrides, *rules.locked)
    return {each.source: Bilingual(each.reason_zh, each.reason_en) for each in entries}


def _round_trip(script: Script, lines: Sequence[Line]) -> RoundTrip:
    changed = tuple(line.unit for line in lines if script.back(script.convert(line.text)) != line.text)
    return RoundTrip(script.tag, len(lines), sum(len(line.text.strip()) for line in lines), changed)
