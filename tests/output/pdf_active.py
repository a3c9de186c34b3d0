"""What in a PDF can run, fetch or carry something else (ISO 32000-1, 12.6.4 and 7.11)."""

from collections.abc import Iterator, Set
from typing import Any

import pikepdf

ACTIVE = frozenset(
    f"/{name}"
    for name in (
        "JavaScript", "JS", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Movie", "Sound", "Rendition",
        "RichMedia", "AA", "OpenAction", "EmbeddedFile", "EmbeddedFiles", "EF", "XFA", "AcroForm",
    )
)


def active_parts(pdf: pikepdf.Pdf, allowed: Set[str]) -> list[str]:
    """Everything active in a file but links to the addresses that are allowed; fails for a file without objects."""
    every = list(_objects(pdf))
    assert len(every) > len(pdf.pages)
    return [found for each in every for found in _active(each, allowed)]


def _active(each: pikepdf.Dictionary, allowed: Set[str]) -> Iterator[str]:
    yield from sorted(ACTIVE & set(each.keys()))
    if not isinstance(each.get("/F", 0), int):
        yield f"another file: {each}"
    kind = str(each.get("/S")) if each.get("/Type") in {None, "/Action"} else ""
    if kind in ACTIVE:
        yield kind
    if kind == "/URI" and str(each.URI) not in allowed:
        yield f"link to {each.URI}"


def _objects(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every dictionary of a file, those inside others included."""
    left: list[Any] = [*pdf.objects, pdf.trailer]
    while left:
        each = left.pop()
        if isinstance(each, pikepdf.Stream):
            each = each.stream_dict
        if isinstance(each, pikepdf.Dictionary):
            yield each
            left += [value for value in each.values() if not _is_indirect(value)]
        elif isinstance(each, pikepdf.Array):
            left += [value for value in each if not _is_indirect(value)]


def _is_indirect(value: Any) -> bool:
    return bool(getattr(value, "is_indirect", False))
