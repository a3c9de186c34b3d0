"""T412: an agency named in a sentence has the register's English name."""

from collections.abc import Iterator

from build_tools.checks.translation.rule import Finding, Pair
from build_tools.text.terms import find_words


def register_names(pair: Pair) -> Iterator[Finding]:
    """Where the Chinese names an agency, the English has its name or abbreviation."""
    for agency in pair.project.agencies:
        name = agency.name
        if agency.kind == "collective" or not any(words and words in pair.zh for words in (agency.short, name.zh)):
            continue
        accepted = [words for words in (name.en, name.abbr) if words]
        if not any(True for words in accepted for _ in find_words(words, pair.en)):
            args = {"zh": agency.short, "en": name.en}
            yield Finding("T412", agency.id, 0, len(pair.en), args)
