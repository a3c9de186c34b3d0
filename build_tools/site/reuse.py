"""Pages of a served site that need not be made again.

A rebuild follows every saved file, and most pages are entries of registers that the change did not touch. A page is
used again when everything it is made from is the same: its entry, the texts it quotes, the notes that cite it, and
what all pages share.
"""

import shutil
import tempfile
from collections.abc import Hashable, Iterable
from pathlib import Path
from threading import Thread

from build_tools.emit.pages import notes, overview
from build_tools.emit.pages.render import PageRenderer
from build_tools.emit.pages.sitemap import Page
from build_tools.emit.pages.words import Words
from build_tools.model.document import Section
from build_tools.model.edition import Edition


class Reuse:
    """Remembers the finished HTML of register pages from one build to the next."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[int, str]] = {}
        self._shared = 0

    def begin(self, edition: Edition, pages: Iterable[Page], templates: Path) -> None:
        """Note what all pages of a build share; called once for each build."""
        project = edition.project
        strings = tuple((tag, tuple((k, v.value) for k, v in each.items())) for tag, each in project.interface.items())
        files = tuple((path.name, path.stat().st_mtime_ns) for path in sorted(templates.rglob("*")) if path.is_file())
        names = tuple((agency.id, agency.short, agency.name, agency.today) for agency in project.agencies)
        titles: tuple[Hashable, ...] = (
            tuple((each.id, each.title, each.number, each.unconfirmed) for each in project.instruments),
            tuple((each.id, each.zh, each.en) for each in project.terms),
        )
        page_titles = tuple(page.title for page in pages)
        meta = project.document.meta
        self._shared = hash((strings, files, names, titles, page_titles, project.conversion, meta))

    def find(self, page: Page, renderer: PageRenderer) -> str | None:
        """The HTML made for this page before, if nothing it is made from has changed since."""
        made = self._made.get(page.path)
        key = self._key(page, renderer.words(page.locale))
        return made[1] if key is not None and made is not None and made[0] == key else None

    def keep(self, page: Page, renderer: PageRenderer, html: str) -> None:
        """Remember the HTML of a page, if it is one that can be used again."""
        key = self._key(page, renderer.words(page.locale))
        if key is not None:
            self._made[page.path] = (key, html)

    def _key(self, page: Page, words: Words) -> int | None:
        if page.concordance:
            uses = page.concordance.uses
            texts = tuple((use.segment, words.chinese(use.segment), words.english(use.segment)) for use in uses)
            made_from: Hashable = (page.concordance, texts, _citing(words, "term", page.concordance.term.id))
        elif page.instrument:
            instrument = page.instrument.id
            made_from = (page.instrument, _citing(words, "instrument", instrument), notes.tracker_of(words, instrument))
        elif page.section:
            made_from = _section(page.section, words)
        else:
            return None
        return hash((self._shared, page.path, page.title, overview.evidence_date(words), made_from))


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


def put_aside(folder: Path) -> None:
    """Empty a folder at once; what was in it is removed while other work goes on."""
    if not any(folder.iterdir()):
        return
    aside = Path(tempfile.mkdtemp(dir=folder.parent))
    for child in folder.iterdir():
        child.rename(aside / child.name)
    Thread(target=shutil.rmtree, args=(aside, True), daemon=True).start()


def _citing(words: Words, kind: str, target: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((note.id, note.kind, note.target.value) for note in notes.citing(words, kind, target))
