"""What a site's owner decides: its addresses."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's address (ends with a slash), the repository's (empty if there is none), the form of URLs.

    An archived site is one to read from a folder; the address of each of its pages on the web is that of the page
    in a site of directories.
    """

    site_url: str
    repository: str
    directories: bool
    archived: bool = False

    def edit(self, path: str) -> str:
        """Where a source file is edited, or nothing without a repository."""
        return f"{self.repository.rstrip('/')}/edit/main/{path}" if self.repository else ""

    @property
    def on_the_web(self) -> "Settings":
        """The settings of the site that this one is an archive of; its own if it is none."""
        return replace(self, directories=True, archived=False) if self.archived else self

    def absolute(self, path: str) -> str:
        """The absolute address of a path below the site's root."""
        return self.site_url + path
