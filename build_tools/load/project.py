"""The whole project: one call that reads everything and reports every fault."""

from datetime import date
from pathlib import Path, PurePosixPath

from build_tools.diagnostics.report import Report
from build_tools.load.annotations import load_annotations, load_contributors, load_guide
from build_tools.load.conversion import load_conversion
from build_tools.load.document import check_listed, load_document
from build_tools.load.emendations import load_emendations, load_witnesses
from build_tools.load.equivalents import load_equivalents
from build_tools.load.folder import Folder
from build_tools.load.instruments import load_instruments, load_tracker
from build_tools.load.interface import load_interface
from build_tools.load.ledger import load_exemptions, load_ledger
from build_tools.load.questions import load_questions
from build_tools.load.registers import load_agencies
from build_tools.load.terms import load_terms
from build_tools.model.conversion import ConversionRules
from build_tools.model.project import Project
from build_tools.model.text import Span

SOURCE = "source"


def document_ids(root: Path) -> tuple[str, ...]:
    """The folders of `source/` that hold a document."""
    source = root / SOURCE
    found = sorted(path.parent.name for path in source.glob("*/document.yml")) if source.is_dir() else []
    return tuple(found)


def load_rules(root: Path, report: Report) -> ConversionRules:
    """The conversion rules alone, for converting text that belongs to no document."""
    return load_conversion(Folder(root, PurePosixPath(SOURCE)) / "conversion", report)


def load_project(root: Path, report: Report) -> Project | None:
    """Read the project below `root`; `None` if there is no readable document.

    Faults are collected in `report`; a project with faults must not be built.
    """
    source = Folder(root, PurePosixPath(SOURCE))
    conversion = load_conversion(source / "conversion", report)
    interface = load_interface(source / "interface", report)
    agencies = load_agencies(source / "registers", report)
    terms = load_terms(source / "registers", report)
    names = document_ids(root)
    if not names:
        report.add("R101", Span(SOURCE, 1, 1), name="document.yml", reason="no document below source/")
        return None
    if sum(not (root / SOURCE / name).is_symlink() for name in names) > 1:
        report.add("S208", Span(f"{SOURCE}/{names[1]}/document.yml", 1, 1), names=", ".join(names))
    folder = source / names[0]
    witnesses, emendations = load_witnesses(folder, report), load_emendations(folder, report)
    ledger, exemptions = load_ledger(folder, report), load_exemptions(folder, report)
    document = load_document(folder, report)
    if document is None:
        return None
    check_listed(document, folder, report)
    return Project(
        document=document,
        emendations=emendations,
        witnesses=witnesses,
        agencies=agencies,
        terms=terms,
        ledger=ledger,
        exemptions=exemptions,
        annotations=load_annotations(root, names[0], report),
        contributors=load_contributors(source / "registers", report),
        guide=load_guide(folder, report),
        instruments=load_instruments(source / "registers", report),
        tracker=load_tracker(folder, report),
        today=date.today(),
        questions=load_questions(folder, report),
        conversion=conversion,
        equivalents=load_equivalents(source / "conversion", report),
        interface=interface,
    )
