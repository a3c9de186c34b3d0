"""Which pages there are, in which order, and what each is called."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.concordance import Concordance
from build_tools.model.document import Section
from build_tools.model.edition import Edition
from build_tools.model.instrument import Instrument
from build_tools.model.locale import LOCALES, Locale

HOME = ""
TERMS = "terms"
FULL, AGENCIES, EMENDATIONS, GLOSSARY = "full", "agencies", "emendations", "glossary"
CONVERSION = "conversion"
SEARCH, INDEXES = "search", ("index-pinyin", "index-english")
TRACKER, INSTRUMENTS, CITE = "tracker", "instruments", "cite"


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents: level from 1, anchor, text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one locale.

    `name` is its folder below the locale's, empty for the home page; pages of the same name in other locales are
    its translations. `source` is the file an editor would change, empty where there is no single one.
    """

    locale: Locale
    name: str
    template: str
    title: str
    description: str
    source: str
    section: Section | None
    concordance: Concordance | None
    instrument: Instrument | None
    headings: tuple[Heading, ...]

    @property
    def aligned(self) -> bool:
        """Whether the page shows the text in two languages, so that a reader may choose a view."""
        return self.section is not None or self.name == FULL

    @property
    def path(self) -> str:
        """The page's folder below the site's root, ending with a slash."""
        return f"{self.locale.folder}/{self.name}/" if self.name else f"{self.locale.folder}/"


def pages(edition: Edition) -> Iterator[Page]:
    """All pages of all locales, each locale in reading order."""
    for locale in LOCALES:
        yield from _of_locale(edition, Words(edition, locale))


def _of_locale(edition: Edition, words: Words) -> Iterator[Page]:
    yield _plain(words, HOME, "home.html", words.document_title, words.t("home.description"))
    for section in reading_order(edition):
        yield _section(words, section)
    for name in general_pages(edition):
        yield _plain(words, name, f"{name}.html", words.t(f"{name}.title"), words.t(f"{name}.description"))
    for concordance in edition.concordances:
        yield _term(words, concordance)
    for instrument in edition.project.instruments:
        yield _instrument(words, instrument)


def general_pages(edition: Edition) -> tuple[str, ...]:
    """The names of the pages about the whole document; registers that are empty have none."""
    investors = ("investors",) if edition.project.guide else ()
    tracker = (TRACKER,) if edition.outcomes else ()
    instruments = (INSTRUMENTS, "timeline") if edition.instruments else ()
    quality = ("quality",) if edition.project.annotations else ()
    about = (GLOSSARY, EMENDATIONS, CONVERSION, *quality, CITE)
    return (FULL, SEARCH, *investors, *tracker, "matrix", AGENCIES, *instruments, *about, *INDEXES)


def _instrument(words: Words, instrument: Instrument) -> Page:
    title = f"{words.t('instruments.title')} · {words.say(instrument.title)}"
    description = words.say(instrument.summary)
    name, headings = f"{INSTRUMENTS}/{instrument.id}", (Heading(1, "top", title),)
    return Page(words.locale, name, "instrument.html", title, description, "", None, None, instrument, headings)


def _term(words: Words, concordance: Concordance) -> Page:
    term = concordance.term
    title = f"{words.zh(term.zh)} · {term.en}"
    description = words.say(term.definition)
    headings = (Heading(1, "top", title),)
    name = f"{TERMS}/{term.id}"
    return Page(words.locale, name, "term.html", title, description, "", None, concordance, None, headings)


def reading_order(edition: Edition) -> Iterator[Section]:
    """The preamble, then the sections as the parts list them."""
    document = edition.project.document
    listed = [ids.PREAMBLE] + [text.value for part in document.parts for text in part.section_ids]
    return (section for each in listed if (section := document.section(each)))


def _plain(words: Words, name: str, template: str, title: str, description: str) -> Page:
    headings = (Heading(1, "top", title),)
    return Page(words.locale, name, template, title, description, "", None, None, None, headings)


def _section(words: Words, section: Section) -> Page:
    title = words.section_title(section)
    headings = [Heading(1, section.id, title)]
    for clause in section.clauses:
        if clause.heading:
            headings.append(Heading(2, clause.id, words.numbered(clause.heading, clause.id)))
    description = words.t("section.description", section=title, document=words.short_title)
    template, shown = "section.html", tuple(headings)
    return Page(words.locale, section.id, template, title, description, section.path, section, None, None, shown)
