"""Short addresses: `c/2.8.3/` leads to clause 2.8.3 in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.emit.pages.links import Links
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.document import Document
from build_tools.model.locale import EN, Locale

FOLDER = "c"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a short address leads in one locale: the relative link, and what the place is called there."""

    locale: Locale
    href: str
    label: str


def places(document: Document) -> Iterator[str]:
    """The ids that have a short address: parts, sections, clauses, and every segment and responsibility note."""
    yield from (part.id for part in document.parts)
    yield from (section.id for section in document.sections)
    for clause in document.clauses():
        yield clause.id
        if clause.responsible:
            yield clause.responsible.id
    yield from (segment.id for segment in document.segments())


def path(any_id: str, settings: Settings) -> str:
    """The short address of a place, below the site's root."""
    return f"{FOLDER}/{any_id}{ending(settings)}"


def ending(settings: Settings) -> str:
    """What follows the id in a short address."""
    return "/" if settings.directories else ".html"


def file(any_id: str, settings: Settings) -> str:
    """The file that answers a short address."""
    address = path(any_id, settings)
    return f"{address}index.html" if address.endswith("/") else address


def root(settings: Settings) -> str:
    """The way from a short address up to the site's root."""
    return Links(EN, "_", settings.directories).file("")


def ways(any_id: str, all_words: tuple[Words, ...], settings: Settings) -> tuple[Way, ...]:
    """Where a short address leads, locale by locale."""
    return tuple(_way(any_id, words, settings) for words in all_words)


def _way(any_id: str, words: Words, settings: Settings) -> Way:
    page = Links(words.locale, "_", settings.directories).page(words.home_of(any_id), words.anchor_of(any_id))
    return Way(words.locale, page, label(words, any_id))


def label(words: Words, any_id: str) -> str:
    """A place as readers of a locale call it."""
    unit = ids.unit_of(any_id)
    return words.t(f"unit.{unit}") if unit in ids.FRONT + ids.BACK else words.label(any_id)
