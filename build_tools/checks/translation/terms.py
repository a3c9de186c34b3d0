"""T403, T404: glossary terms are rendered as the glossary says, and not as it advises against."""

from collections.abc import Iterator

from build_tools.checks.translation.rule import Finding, Pair
from build_tools.model.term import Term
from build_tools.text.terms import find_rendering, find_words


def preferred_renderings(pair: Pair) -> Iterator[Finding]:
    """The preferred English of every term in the Chinese, or one of its forms, stands in the English."""
    for term in _terms(pair):
        if find_rendering(term, pair.en) is None:
            forms = f" ({'; '.join(term.forms)})" if term.forms else ""
            args = {"zh": term.zh, "en": term.en, "forms": forms}
            yield Finding("T403", term.id, 0, len(pair.en), args)


def discouraged_renderings(pair: Pair) -> Iterator[Finding]:
    """No discouraged rendering of a term stands where the term does, unless inside an accepted one."""
    terms = _terms(pair)
    accepted = [place for term in terms for words in term.renderings for place in find_words(words, pair.en)]
    for term in terms:
        for words in term.discouraged:
            for start, end in find_words(words, pair.en):
                if not any(a <= start and end <= b for a, b in accepted):
                    args = {"words": pair.en[start:end], "zh": term.zh, "en": term.en}
                    yield Finding("T404", term.id, start, end - start, args)


def _terms(pair: Pair) -> tuple[Term, ...]:
    """The terms of the segment, each once, in order."""
    return tuple({found.term.id: found.term for found in pair.finder.occurrences(pair.zh)}.values())
