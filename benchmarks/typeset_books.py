"""Every printed edition: `python typeset_books.py PROJECT FOLDER`.

With `--data`, writes what the typesetter is given, for bare_typst.py, instead of the books.
"""

import json
import sys
from pathlib import Path

from stages import Stages

from build_tools import pipeline
from build_tools.diagnostics.report import Report
from build_tools.emit.print import typeset
from build_tools.emit.print.book import PRINT_EDITIONS, Book
from build_tools.emit.print.typefaces import folders
from build_tools.model.downloads import pdf_name
from build_tools.model.edition import Edition

TEMPLATE = Path(typeset.__file__).with_name("book.typ")


def write_books(edition: Edition, out: Path) -> None:
    """Write the books, timing each."""
    stages = Stages()
    files = typeset.print_files(edition)
    for _ in PRINT_EDITIONS:
        with stages.stage("one"):
            file = next(files)
        stages[Path(file.path).name] = stages.pop("one")
        (out / Path(file.path).name).write_bytes(file.content)
    stages.tell()


def write_data(edition: Edition, out: Path) -> None:
    """Write the template's data for every book, with the fonts and the standards."""
    for form in PRINT_EDITIONS:
        data = json.dumps(Book(edition, form).data(), ensure_ascii=False, sort_keys=True)
        job = {"template": str(TEMPLATE), "fonts": folders(), "standards": typeset.STANDARDS, "data": data}
        name = pdf_name(edition.project.document.meta.id, form.name)
        (out / name).with_suffix(".json").write_text(json.dumps(job), encoding="utf-8")


if __name__ == "__main__":
    root, folder, *options = sys.argv[1:]
    made = pipeline.edition(Path(root), Report())
    Path(folder).mkdir()
    (write_data if options else write_books)(made, Path(folder))
