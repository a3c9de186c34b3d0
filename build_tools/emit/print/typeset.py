"""Books to PDF. The only module that imports the typesetter."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst

from build_tools.emit.output import OutputFile
from build_tools.emit.print.book import PRINT_EDITIONS, Book, PrintEdition
from build_tools.emit.print.typefaces import folders
from build_tools.model.downloads import FOLDER, pdf_name
from build_tools.model.edition import Edition

_TEMPLATE = Path(__file__).with_name("book.typ")
# PDF/A-2a and PDF/UA-1 in one file; the compiler refuses what breaks a rule it knows.
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


class TypesettingError(RuntimeError):
    """The typesetter refused or warned: a bug of ours, since the data was checked before."""


def print_files(edition: Edition, progress: Callable[[str], None] = lambda _: None) -> Iterator[OutputFile]:
    """The PDF of every printed edition; the same edition gives the same bytes."""
    fonts = folders()
    document_id = edition.project.document.meta.id
    for form in PRINT_EDITIONS:
        name = pdf_name(document_id, form.name)
        progress(name)
        yield OutputFile(f"{FOLDER}/{name}", _typeset(edition, form, fonts))


def _typeset(edition: Edition, form: PrintEdition, fonts: list[str]) -> bytes:
    data = json.dumps(Book(edition, form).data(), ensure_ascii=False, sort_keys=True)
    compiler = typst.Compiler(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts),
        sys_inputs={"data": data},
    )
    day = edition.project.document.meta.version_date
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=[*STANDARDS], timestamp=stamp)
    if warnings:
        raise TypesettingError("; ".join(str(getattr(warning, "message", warning)) for warning in warnings))
    if not isinstance(pdf, bytes):
        raise TypesettingError("the typesetter returned no single file")
    return pdf
