"""The whole story: load → check → derive → emit → one writer."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from build_tools.checks.registry import run_checks
from build_tools.derive.edition import derive
from build_tools.derive.scripts import traditional
from build_tools.diagnostics.report import Report
from build_tools.emit.archive import archive_file
from build_tools.emit.exports.edition_json import export_files
from build_tools.emit.ledger import ledger_text
from build_tools.emit.output import OutputFile
from build_tools.emit.print.coverage import uncovered
from build_tools.emit.print.typeset import print_files
from build_tools.emit.reports.translation import translation_page
from build_tools.emit.writer import replacing, write_files
from build_tools.load.plain import read_plain
from build_tools.load.project import load_project, load_rules
from build_tools.load.yaml_file import keep_nodes
from build_tools.model.edition import Edition
from build_tools.model.project import Project

Names = Collection[str]
Progress = Callable[[str], None]


class PageWriter(Protocol):
    """Writes the pages of an edition into a folder and returns their number; archived ones need no server."""

    def __call__(self, made: Edition, folder: Path, *, archived: bool) -> int: ...


def check(root: Path, report: Report) -> Project | None:
    """Read and check the project below `root`; what is wrong is in the report."""
    project = load_project(root, report)
    if project is not None:
        report.extend(list(run_checks(project, complete=report.files_are_whole)))
    return project


def keep_sources() -> None:
    """From now on read a source file again only when it has changed; for a server, which loads after every edit."""
    keep_nodes()


def edition(root: Path, report: Report) -> Edition:
    """The edition of the project below `root`; raises `ContentError` if anything forbids it."""
    project = check(root, report)
    report.stop_on_errors()
    if project is None:
        raise AssertionError("no project and no error reported")
    return derive(project)


def build(root: Path, site: Path, *, pages: PageWriter, complete: bool, progress: Progress) -> None:
    """Build the site of the project below `root` into `site`, all of it or nothing.

    A site that is not complete lacks the PDFs and the archive. Raises `ContentError`.
    """
    report = Report()
    made = edition(root, report)
    report.extend(uncovered(made) if complete else ())
    report.stop_on_errors()
    progress("checked")
    with replacing(site) as folder:
        progress(f"{pages(made, folder, archived=False)} pages")
        write_files(export_files(made), folder)
        if complete:
            write_files(print_files(made, progress), folder)
            write_files([_archive(made, pages)], folder)
            progress("archive")
    progress(f"done: {site.name}/")


def _archive(made: Edition, pages: PageWriter) -> OutputFile:
    """The site as a folder to read without a network, with its data and without PDFs, packed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        pages(made, folder, archived=True)
        write_files(export_files(made), folder)
        return archive_file(made.project.document.meta, folder)


def translation_figures(root: Path, report: Report) -> str:
    """The page docs/translation.md for the project as it stands; raises `ContentError`."""
    return translation_page(edition(root, report))


def update_ledger(root: Path, today: date, accept: Names, reviewed: Names, report: Report) -> int:
    """Bring the translation ledger up to date; returns the number of its entries.

    `accept` and `reviewed` name segments, or units whose segments are all meant, or `all`. Raises `ContentError`
    if a source cannot be read.
    """
    project = load_project(root, report)
    report.stop_on_errors()
    if project is None:
        raise AssertionError("no project and no error reported")
    text = ledger_text(project, today, _segments(project, accept), _segments(project, reviewed))
    (root / "source" / project.document.meta.id / "ledger.yml").write_text(text, "utf-8")
    return text.count("- segment:")


def _segments(project: Project, names: Names) -> frozenset[str]:
    """The segments that are named, or belong to a unit that is."""
    every = [segment.id for segment in project.document.segments()]
    units = tuple(f"{name}." for name in names)
    return frozenset(each for each in every if "all" in names or each in names or each.startswith(units))


def convert(root: Path, data: bytes, tag: str, report: Report) -> str:
    """Bytes of simplified Chinese in the script named by `tag`; faults of the bytes are reported."""
    rules = load_rules(root, report)
    text = read_plain(data, "<stdin>", report)
    report.stop_on_errors()
    return traditional(rules)[tag].convert(text)
