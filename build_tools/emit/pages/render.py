"""Templates to HTML. Everything is escaped; an undefined name is a bug and stops the build."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from build_tools.emit.pages import citing, compare, indexes, notes, overview, pictures, ruby, views
from build_tools.emit.pages.links import Links
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import Page, general_pages, reading_order
from build_tools.emit.pages.words import Words
from build_tools.model import ids
from build_tools.model.downloads import PDF_EDITIONS, Download, archived_downloads, downloads
from build_tools.model.edition import Edition
from build_tools.model.locale import LOCALES, Locale


@dataclass(frozen=True, slots=True)
class Version:
    """The number and date of the edition."""

    number: str
    date: date


@lru_cache(1)
def _environment(templates: Path) -> Environment:
    """What compiles the templates; kept, so that a served site compiles again only those that change."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(indexes=indexes)
    env.globals.update(citing=citing, compare=compare, views=views, ruby=ruby)
    env.globals.update(notes=notes, overview=overview, pictures=pictures, ids=ids)
    return env


class PageRenderer:
    """Renders the bodies of pages with the templates of one folder."""

    def __init__(self, edition: Edition, templates: Path, settings: Settings) -> None:
        self._edition = edition
        self._settings = settings
        self._sections = tuple(reading_order(edition))
        self._env = _environment(templates)
        self._words = {locale.tag: Words(edition, locale) for locale in LOCALES}

    def words(self, locale: Locale) -> Words:
        """The words of a locale."""
        return self._words[locale.tag]

    @property
    def edition(self) -> Edition:
        """The edition whose pages are rendered."""
        return self._edition

    @property
    def general_pages(self) -> tuple[str, ...]:
        """The names of the pages about the whole document."""
        return general_pages(self._edition)

    @property
    def version(self) -> Version:
        """The number and date of the edition."""
        meta = self._edition.project.document.meta
        return Version(meta.version, meta.version_date)

    def body(self, page: Page) -> Markup:
        """The HTML body of a page, without header and navigation."""
        context = {
            **self._common(page),
            "section": page.section,
            "concordance": page.concordance,
            "instrument": page.instrument,
        }
        return Markup(self._env.get_template(page.template).render(context))  # noqa: S704 – autoescaped

    def standalone(self, template: str, **context: object) -> Markup:
        """A page of its own, such as the choice of languages or the page for a missing address."""
        words = [self._words[locale.tag] for locale in LOCALES]
        html = self._env.get_template(template).render(edition=self._edition, all_words=words, **context)
        return Markup(html)  # noqa: S704 – autoescaped

    def _common(self, page: Page) -> dict[str, Any]:
        words = self.words(page.locale)
        return {
            "page": page,
            "edition": self._edition,
            "document": self._edition.project.document,
            "meta": self._edition.project.document.meta,
            "words": words,
            "t": words.t,
            "locale": page.locale,
            "sections": self._sections,
            "links": Links(page.locale, page.name, self._settings.directories),
            "settings": self._settings,
            "downloads": self._downloads(),
        }

    def _downloads(self) -> tuple[Download, ...]:
        document = self._edition.project.document.meta.id
        return archived_downloads(document) if self._settings.archived else downloads(document, PDF_EDITIONS)
