"""What a site's owner decides: its addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's address (ends with a slash), the repository's (empty if there is none), the form of URLs."""

    site_url: str
    repository: str
    directories: bool

    def edit(self, path: str) -> str:
        """Where a source file is edited, or nothing without a repository."""
        return f"{self.repository.rstrip('/')}/edit/main/{path}" if self.repository else ""

    def absolute(self, path: str) -> str:
        """The absolute address of a path below the site's root."""
        return self.site_url + path
