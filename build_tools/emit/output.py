"""A file an emitter made, before anyone writes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the site: its path below the site's root, made from ids alone, and its bytes."""

    path: str
    content: bytes
