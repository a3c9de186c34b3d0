"""What stands around a page's body: head, header, contents, neighbours, footer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from build_tools.emit.output import OutputFile
from build_tools.emit.pages import addresses, citing, overview
from build_tools.emit.pages.links import Links
from build_tools.emit.pages.metadata import LinkedData, tags
from build_tools.emit.pages.render import PageRenderer
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import Page
from build_tools.emit.pages.words import Words
from build_tools.model.annotation import KINDS
from build_tools.model.locale import LOCALES, Locale
from build_tools.site.assets import Assets, named


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link to another page: its address and its title."""

    href: str
    title: str


class Frame:
    """Makes the context of the theme's template for each page, and the files that belong to no locale."""

    def __init__(self, all_pages: tuple[Page, ...], renderer: PageRenderer, settings: Settings) -> None:
        self._pages = all_pages
        self._renderer = renderer
        self._settings = settings
        self._position = {page.path: at for at, page in enumerate(all_pages)}
        self._contents = {locale.tag: renderer.words(locale).contents() for locale in LOCALES}
        self._linked_data = LinkedData(settings.on_the_web)
        self._citations = named("cite.js", citing.script(renderer.edition, settings.on_the_web))
        self._drawers: dict[tuple[str, str], str] = {}
        self.drawer: Template
        self._assets: Assets
        self._guarded = True

    def use(self, assets: Assets, *, guarded: bool) -> None:
        """Take what pages load; unguarded pages carry no policy, for a server that adds a script of its own."""
        self._assets, self._guarded = assets, guarded

    def _head(self) -> dict[str, Any]:
        policy = self._assets.policy if self._guarded else ""
        boot = Markup(self._assets.boot)  # noqa: S704 – a file of the theme
        return {"assets": self._assets, "policy": policy, "boot": boot}

    def context(self, page: Page) -> dict[str, Any]:
        """What the template needs beyond MkDocs' own context."""
        words = self._renderer.words(page.locale)
        address = self.canonical(page)
        links = Links(page.locale, page.name, self._settings.directories)
        before, after = self._neighbours(page)
        return {
            "data": page,
            "body": self._renderer.body(page),
            "words": words,
            "t": words.t,
            "links": links,
            **self._head(),
            "version": self._renderer.version,
            "evidence": overview.evidence_date(words),
            "before": before,
            "after": after,
            "drawer": self._drawer(page, words, links),
            "editions": [(locale, links.page(page.name, locale=locale)) for locale in LOCALES],
            "alternates": self.alternates(page),
            "canonical": address,
            "kinds": KINDS,
            "metadata": tags(page, words, address),
            "linked_data": self._linked_data.script(page, words, address),
            "citations": self._citations.path,
            "citing": citing,
            "repository": self._settings.repository,
            "edit": self._settings.edit(page.source) if page.source else "",
        }

    def _drawer(self, page: Page, words: Words, links: Links) -> Markup:
        """The contents of the document, in which pages of one locale and depth differ only in the entry marked."""
        key = (page.locale.tag, links.file(""))
        if key not in self._drawers:
            contents, general = self._contents[page.locale.tag], self._renderer.general_pages
            told = {"words": words, "t": words.t, "links": links, "contents": contents, "general": general}
            self._drawers[key] = self.drawer.render(told)
        here = f'<a href="{links.page(page.name)}"' if page.name else ""
        drawer = self._drawers[key]
        marked = drawer.replace(f"{here}>", f'{here} aria-current="page">') if here else drawer
        return Markup(marked)  # noqa: S704 – autoescaped

    def canonical(self, page: Page) -> str:
        """The absolute address of a page."""
        return self._absolute(page, page.locale)

    def alternates(self, page: Page) -> list[tuple[str, str]]:
        """The absolute addresses of a page in every locale, by language tag, with the default."""
        found = [(locale.tag, self._absolute(page, locale)) for locale in LOCALES]
        default = self._settings.site_url if not page.name else found[0][1]
        return [*found, ("x-default", default)]

    def _absolute(self, page: Page, locale: Locale) -> str:
        path = Links(locale, "", self._settings.on_the_web.directories).page(page.name)
        return self._settings.absolute(path.removeprefix("../"))

    def _neighbours(self, page: Page) -> tuple[Neighbour | None, Neighbour | None]:
        at = self._position[page.path]
        around = [self._pages[i] if 0 <= i < len(self._pages) else None for i in (at - 1, at + 1)]
        links = Links(page.locale, page.name, self._settings.directories)
        found = [
            Neighbour(links.page(each.name), each.title) if each and each.locale == page.locale else None
            for each in around
        ]
        return found[0], found[1]

    def standalone(self, env: Environment) -> Iterator[tuple[str, str]]:
        """The choice of languages at the root and, where a server gives it, the page for a missing address."""
        directories = self._settings.directories
        base = "/" + self._settings.site_url.split("//", 1)[-1].partition("/")[2]
        found = [("index.html", "chooser.html", ""), ("404.html", "missing.html", base)]
        for path, template, root in found[:1] if self._settings.archived else found:
            body = self._renderer.standalone(template, base=base, directories=directories)
            context = {**self._head(), "body": body, "root": root, "editions": LOCALES}
            yield path, env.get_template("bare.html").render(context)

    def short_addresses(self) -> Iterator[OutputFile]:
        """A page for each place of the document that leads to it in the reader's language."""
        settings, edition = self._settings, self._renderer.edition
        all_words = tuple(self._renderer.words(locale) for locale in LOCALES)
        root, policy = addresses.root(settings), self._assets.lead_policy if self._guarded else ""
        for place in addresses.places(edition.project.document):
            ways = addresses.ways(place, all_words, settings)
            context = {"root": root, "place": place, "ways": ways, "canonical": self._home(place), "policy": policy}
            html = self._renderer.standalone("lead.html", assets=self._assets, **context)
            yield OutputFile(addresses.file(place, settings), html.encode())

    def _home(self, place: str) -> str:
        """The absolute address of the page a place of the document stands on, in the first locale."""
        settings, words = self._settings.on_the_web, self._renderer.words(LOCALES[0])
        (way,) = addresses.ways(place, (words,), settings)
        return settings.absolute(way.href.removeprefix(addresses.root(settings)).partition("#")[0])

    def files(self) -> Iterator[OutputFile]:
        """What pages load, and what crawlers ask for: the site map with every page's translations, and where it is.

        No crawler visits an archive, or a site served while it is edited.
        """
        yield from (self._assets.style, self._assets.script, self._assets.icon, self._assets.lead, self._citations)
        if self._guarded and not self._settings.archived:
            yield from self._for_crawlers()

    def _for_crawlers(self) -> Iterator[OutputFile]:
        sitemap = self._renderer.standalone("sitemap.html", frame=self, pages=self._pages)
        yield OutputFile("sitemap.xml", sitemap.encode())
        robots = f"User-agent: *\nAllow: /\nSitemap: {self._settings.absolute('sitemap.xml')}\n"
        yield OutputFile("robots.txt", robots.encode())
