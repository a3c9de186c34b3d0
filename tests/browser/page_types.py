"""The kinds of pages there are, each with the page of it that holds most."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from built_site import Site, file_of

from build_tools.model.locale import Locale


def samples(site: Site, locale: Locale) -> dict[str, str]:
    """The largest file of every kind of page of a locale, by the name of the kind."""
    return _largest(site, ((page.template, file_of(page)) for page in site.pages if page.locale == locale))


def without_locale(site: Site) -> dict[str, str]:
    """The largest file of every kind of page that belongs to no locale, by its file or folder at the root."""
    ours = {file_of(page) for page in site.pages}
    others = [name for name in site.files if name.endswith(".html") and name not in ours]
    return _largest(site, ((PurePosixPath(name).parts[0], name) for name in others))


def _largest(site: Site, named: Iterator[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, name in sorted(named):
        if kind not in found or _size(site, name) > _size(site, found[kind]):
            found[kind] = name
    assert found
    return found


def _size(site: Site, name: str) -> int:
    return (site.folder / name).stat().st_size
