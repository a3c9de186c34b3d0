"""The built site: its pages as read, and where its addresses lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from markup import Element, Parsed, parse
from project_copy import SITE_URL

from build_tools.emit.pages import addresses
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import Page, pages
from build_tools.model.edition import Edition
from build_tools.model.locale import Locale

STANDALONE = ("index.html", "404.html")


@dataclass(frozen=True)
class Link:
    """An address as an element of a page has it, and the absolute address it means."""

    page: str
    element: Element
    url: str

    @property
    def is_internal(self) -> bool:
        """Whether it leads into this site."""
        return self.url.startswith(SITE_URL)

    def __str__(self) -> str:
        return f"{self.page}: <{self.element.tag}> {self.url}"


@dataclass(frozen=True, eq=False)
class Site:
    """A site built below SITE_URL from `root` into `folder`."""

    root: Path
    folder: Path
    edition: Edition

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file of the site by its path."""
        return frozenset(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def parsed(self) -> dict[str, Parsed]:
        """Every HTML file as read, by its path."""
        names = sorted(filter(_is_html, self.files))
        found = {name: parse((self.folder / name).read_text("utf-8")) for name in names}
        assert len(found) > len(STANDALONE)
        return found

    @cached_property
    def html(self) -> dict[str, Element]:
        """The root element of every HTML file, by its path."""
        return {name: each.html for name, each in self.parsed.items()}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages the site should have."""
        found = tuple(pages(self.edition))
        assert found
        return found

    @cached_property
    def short_addresses(self) -> dict[str, str]:
        """The file of every short address the site should have, by the id of its place."""
        settings = Settings(SITE_URL, "", directories=True)
        return {place: addresses.file(place, settings) for place in addresses.places(self.edition.project.document)}

    def pages_of(self, locale: Locale) -> list[tuple[Page, Element]]:
        """The pages of a locale with what was built."""
        found = [(page, self.html[file_of(page)]) for page in self.pages if page.locale == locale]
        assert found
        return found

    def links(self, name: str) -> list[Link]:
        """Every address on a page, of whatever kind."""
        found = [Link(name, element, urljoin(url_of(name), raw)) for element, raw in _addresses(self.html[name])]
        assert found, f"{name} has no links"
        return found

    def file_at(self, url: str) -> str | None:
        """The file an address of this site is answered with; `None` if there is none."""
        path = unquote(urlsplit(urldefrag(url).url.removeprefix(SITE_URL)).path)
        path += "index.html" if not path or path.endswith("/") else ""
        return path if path in self.files else None

    def has_fragment(self, url: str) -> bool:
        """Whether the fragment of an address, if it has one, is there."""
        name, fragment = self.file_at(url), unquote(urldefrag(url).fragment)
        return not fragment or (name in self.html and fragment in self.html[name].ids)


def file_of(page: Page) -> str:
    """The file of a page."""
    return f"{page.path}index.html"


def url_of(name: str) -> str:
    """The address of a file of the site."""
    return SITE_URL + (name.removesuffix("index.html") if name.rpartition("/")[2] == "index.html" else name)


def _is_html(name: str) -> bool:
    return name.endswith((".html", ".htm"))


def _addresses(html: Element) -> Iterator[tuple[Element, str]]:
    for element in html.all():
        for attribute in ("href", "src", "action", "formaction", "data", "poster", "cite", "xlink:href"):
            if attribute in element.attrs:
                yield element, element.attrs[attribute]
        for candidate in filter(None, element.attrs.get("srcset", "").split(",")):
            yield element, candidate.split()[0]
