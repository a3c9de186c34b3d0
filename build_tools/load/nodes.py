"""What a YAML file is made of: scalars, lists and mappings that know where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.text import Span


@dataclass(slots=True)
class Scalar:
    """A scalar, always text (failsafe schema); `plain` tells an empty value from a quoted empty string."""

    value: str
    span: Span
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list["Node"]
    span: Span


@dataclass(slots=True)
class Mapped:
    """A mapping: each key with its node and the place of the key."""

    entries: Mapping[str, tuple[Span, "Node"]]
    span: Span


Node = Scalar | Sequence | Mapped
