"""What a page needs to write pinyin above its terms and names."""

import json
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from build_tools.emit.pages.words import Words
from build_tools.model.agency import Agency
from build_tools.model.document import Clause, Section
from build_tools.text.pinyin import readings


def table(words: Words, sections: Iterable[Section]) -> Markup:
    """The terms and agencies of some sections as they are printed in the script of the locale, with their syllables
    separated by spaces, one for each character, as a JSON object that may stand in a script element."""
    clauses = [clause for section in sections for clause in section.clauses]
    found = {**dict(_names(words, clauses)), **dict(_terms(words, clauses))}
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 – no end tag can stand in it


def _terms(words: Words, clauses: Iterable[Clause]) -> Iterator[tuple[str, str]]:
    for segment in (each for clause in clauses for each in clause.segments()):
        simplified, shown = words.edition.texts["zh-Hans"][segment.id], words.chinese(segment.id)
        for link in words.edition.chinese_links.get(segment.id, ()):
            syllables = readings(simplified)[link.start : link.end]
            yield shown[link.start : link.end], " ".join(syllables)


def _names(words: Words, clauses: Iterable[Clause]) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        account = words.edition.accountability.get(clause.id)
        for duty in account.duties if account else ():
            for name in _printed(duty.agency):
                yield words.zh(name), " ".join(readings(name))


def _printed(agency: Agency) -> tuple[str, ...]:
    today = (agency.today[0].name.zh,) if agency.today else ()
    return tuple(name for name in (agency.short, agency.name.zh, *today) if name)
