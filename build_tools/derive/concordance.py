"""Every occurrence of every term with its rendering, and the links from text to glossary."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from build_tools.model import ids
from build_tools.model.concordance import Concordance, Rendering, TermLink, Use
from build_tools.model.document import Segment
from build_tools.model.project import Project
from build_tools.model.term import Term
from build_tools.text.terms import Occurrence, TermFinder, find_words

Links = Mapping[str, tuple[TermLink, ...]]
_ORDER = tuple(Rendering)


def concordances(project: Project) -> tuple[Concordance, ...]:
    """The concordance of every term, in the order of the register."""
    finder = TermFinder(project.terms)
    uses: dict[str, list[Use]] = {}
    for segment in project.document.segments():
        for term_id, use in _uses(segment, list(finder.occurrences(segment.zh.value))):
            uses.setdefault(term_id, []).append(use)
    return tuple(Concordance(term, _outliers_first(uses.get(term.id, []))) for term in project.terms)


def _outliers_first(uses: list[Use]) -> tuple[Use, ...]:
    return tuple(sorted(uses, key=lambda use: _ORDER.index(use.rendering)))


def _uses(segment: Segment, found: list[Occurrence]) -> Iterator[tuple[str, Use]]:
    """Occurrences with their renderings; a rendering is used once, so that two occurrences mark two places."""
    taken: set[tuple[int, int]] = set()
    for occurrence in sorted(found, key=lambda each: (-len(each.term.zh), each.start)):
        place = _rendering(occurrence.term, segment.en.value if segment.en else "", taken)
        taken.add(place)
        words = segment.en.value[place[0] : place[1]] if segment.en else ""
        kind = _kind(occurrence.term, words)
        yield occurrence.term.id, Use(segment.id, occurrence.start, occurrence.end, place, words, kind)


def _rendering(term: Term, english: str, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The first free place of the longest accepted rendering; a place already taken if there is no other."""
    fallback = (0, 0)
    for rendering in sorted(term.renderings, key=lambda each: (-len(each), each)):
        for place in find_words(rendering, english):
            if not any(place[0] < end and start < place[1] for start, end in taken):
                return place
            fallback = fallback if fallback != (0, 0) else place
    return fallback


def _kind(term: Term, words: str) -> Rendering:
    if not words:
        return Rendering.EXEMPTED
    return Rendering.PREFERRED if words.lower() == term.en.lower() else Rendering.FORM


def term_links(all_uses: tuple[Concordance, ...]) -> tuple[Links, Links]:
    """Links in the Chinese and in the English, by segment: each term once in a clause, where it stands first."""
    chinese: dict[str, list[TermLink]] = {}
    english: dict[str, list[TermLink]] = {}
    for concordance in all_uses:
        for use in _first_in_clause(concordance.uses):
            link = TermLink(use.start, use.end, concordance.term.id)
            chinese.setdefault(use.segment, []).append(link)
            if use.words:
                place = TermLink(*use.english, concordance.term.id)
                english.setdefault(use.segment, []).append(place)
    return _sorted(chinese), _sorted(english)


def _first_in_clause(uses: tuple[Use, ...]) -> Iterator[Use]:
    seen: set[str] = set()
    for use in sorted(uses, key=lambda each: (ids.sort_key(each.segment), each.start)):
        unit = ids.unit_of(use.segment)
        if unit not in seen and not use.segment.endswith(".h"):
            seen.add(unit)
            yield use


def _sorted(links: Mapping[str, list[TermLink]]) -> Links:
    return MappingProxyType({segment: tuple(_disjoint(each)) for segment, each in links.items()})


def _disjoint(links: list[TermLink]) -> Iterator[TermLink]:
    """In order, leaving out a link that begins inside another: the longer one stays."""
    end = 0
    for link in sorted(links, key=lambda each: (each.start, -each.end)):
        if link.start >= end:
            yield link
            end = link.end
