"""Addresses of pages, relative to the page they stand on."""

from dataclasses import dataclass
from urllib.parse import quote

from build_tools.model.locale import Locale


@dataclass(frozen=True, slots=True)
class Links:
    """Relative links from one page; with `directories`, pages are folders with an index (`2.1/`), else files."""

    locale: Locale
    name: str
    directories: bool

    def page(self, name: str, anchor: str = "", locale: Locale | None = None) -> str:
        """The address of a page of this locale, or of another."""
        address = self._up(self._depth) + self._path(locale or self.locale, name)
        return address + (f"#{quote(anchor)}" if anchor else "")

    def file(self, path: str) -> str:
        """The address of a file below the site's root."""
        return self._up(self._depth) + quote(path)

    @property
    def _depth(self) -> int:
        folders = self.name.count("/") + 1
        return folders + 1 if self.name and self.directories else folders

    def _up(self, depth: int) -> str:
        return "../" * depth

    def _path(self, locale: Locale, name: str) -> str:
        if self.directories:
            return f"{locale.folder}/{name}/" if name else f"{locale.folder}/"
        return f"{locale.folder}/{name or 'index'}.html"
