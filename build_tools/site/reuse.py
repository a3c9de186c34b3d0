"""Pages of a served site that need not be made again.

A rebuild follows every saved file, and most pages are entries of registers that the change did not touch. A page
stays as it was written when everything it is made from is the same: its entry, the texts it quotes, the notes that
cite it, and what all pages share.
"""

from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path

from build_tools.emit.output import OutputFile
from build_tools.emit.pages import notes, overview
from build_tools.emit.pages.addresses import places
from build_tools.emit.pages.sitemap import INDEXES, Page
from build_tools.emit.pages.words import Words
from build_tools.model.document import Section
from build_tools.model.edition import Edition

# Pages that show registers and headings but none of the text below the headings.
REGISTERS = frozenset(
    ("investors", "tracker", "matrix", "agencies", "instruments", "timeline", "glossary", "quality", *INDEXES)
)
# Pages that show the Chinese text and nothing made of the English.
CHINESE = frozenset(("conversion", "emendations"))


class Reuse:
    """Remembers what each page and file was made from, from one build to the next."""

    def __init__(self) -> None:
        self._made: dict[str, int] = {}
        self._making: dict[str, int] = {}

    def begin(self, edition: Edition, pages: Iterable[Page], templates: Path) -> None:
        """Note what all pages of a build share; called once for each build."""
        project = edition.project
        strings = tuple((tag, *((k, v.value) for k, v in each.items())) for tag, each in project.interface.items())
        found = (path for path in sorted(templates.rglob("*")) if path.is_file())
        files = tuple((path.name, path.stat().st_mtime_ns) for path in found)
        names = tuple((agency.id, agency.short, agency.name, agency.today) for agency in project.agencies)
        titles: tuple[Hashable, ...] = (
            tuple((each.id, each.title, each.number, each.unconfirmed) for each in project.instruments),
            tuple((each.id, each.zh, each.en) for each in project.terms),
        )
        page_titles = tuple(page.title for page in pages)
        document = (project.document.meta, project.document.front, tuple(places(project.document)))
        self._making = {}
        self._shared = hash((strings, files, names, titles, page_titles, project.conversion, document))
        self._registers = hash(_registers(edition))
        beside = (project.emendations, project.witnesses, project.questions, project.ledger)
        self._everything = hash((self._registers, project.document, beside))
        self._chinese = hash((edition.reading_text, project.conversion, project.emendations, project.witnesses))

    def page_stands(self, page: Page, words: Words) -> bool:
        """Whether the page written before is still right, because nothing it is made from has changed."""
        made_from = (self._shared, page.title, overview.evidence_date(words), self._of(page, words))
        return self._stands(page.path.rstrip("/"), hash(made_from))

    def file_stands(self, file: OutputFile) -> bool:
        """Whether the file written before is the same."""
        return self._stands(file.path, hash(file.content))

    def _stands(self, path: str, made_from: int) -> bool:
        self._making[path] = made_from
        return self._made.get(path) == made_from

    def settle(self) -> Iterator[str]:
        """The build is written: the next one is compared with it. Yields the paths that it no longer has."""
        gone = self._made.keys() - self._making.keys()
        self._made = self._making
        yield from sorted(gone)

    def _of(self, page: Page, words: Words) -> Hashable:
        if page.concordance:
            uses = page.concordance.uses
            texts = tuple((use.segment, words.chinese(use.segment), words.english(use.segment)) for use in uses)
            return page.concordance, texts, _citing(words, "term", page.concordance.term.id)
        if page.instrument:
            instrument = page.instrument.id
            return page.instrument, _citing(words, "instrument", instrument), notes.tracker_of(words, instrument)
        if page.section:
            return _section(page.section, words)
        if page.name in CHINESE:
            return self._chinese
        return self._registers if page.name in REGISTERS else self._everything


def _registers(edition: Edition) -> Hashable:
    """All registers, who answers for what, and the headings."""
    project, document = edition.project, edition.project.document
    headings = (document.front, document.parts, document.back, *(clause.heading for clause in document.clauses()))
    return (
        (project.agencies, project.instruments, project.terms, project.contributors),
        (project.annotations, project.tracker, project.guide),
        (headings, tuple(section.heading for section in document.sections)),
        tuple(edition.accountability.items()),
        tuple(len(each.uses) for each in edition.concordances),
    )


def _section(section: Section, words: Words) -> Hashable:
    """Everything that stands on a section's page, in the script of the locale."""
    edition = words.edition
    shown: list[Hashable] = []
    for clause in section.clauses:
        for segment in clause.segments():
            links = (edition.chinese_links.get(segment.id), edition.english_links.get(segment.id))
            marks = tuple(edition.note_marks[language].get(segment.id) for language in ("zh", "en"))
            shown.append((words.chinese(segment.id), links, marks, edition.marks.get(segment.id)))
        beside = (edition.notes.get(clause.id), edition.outcomes.get(clause.id))
        shown.append((*beside, edition.english_notes.get(clause.id), edition.accountability.get(clause.id)))
    return section, tuple(shown), edition.project.questions, edition.project.emendations


def _citing(words: Words, kind: str, target: str) -> Hashable:
    """The notes that refer to something, as a list of them shows each: by its title, or else its first words."""
    found = notes.citing(words, kind, target)
    return tuple((note.id, note.kind, note.target.value, note.title, note.body) for note in found)
