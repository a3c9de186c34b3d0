"""A fabricated project with a given number of pages, shaped like the document in source/.

Its sections repeat the real ones under new numbers, with their English and their emendations; every repeated
paragraph and note begins with the number of its copy, so that no two are the same. The glossary keeps the terms
that occur most; there are no annotations. The given text, the exemptions and the ledger are worked out, so that
every check passes.
"""

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from limits import lift_size_limit

from build_tools.checks.translation.check import RULES
from build_tools.checks.translation.rule import pairs
from build_tools.diagnostics.report import Report
from build_tools.emit.ledger import ledger_text
from build_tools.load.project import load_project
from build_tools.model.locale import LOCALES
from build_tools.model.project import Project
from build_tools.text.collation import Located, locate, undo
from build_tools.text.reading import reading_lines

TERMS = 8
PAGES_BESIDE_SECTIONS = 7 + TERMS  # home, preamble, full text, matrix, agencies, glossary, emendations
FOLDER = "document"
REGISTERS = "source/registers"
_FIRST_COPY_ONLY = {"title", "number", "addressees", "signature", "date", "0"}

YAML = dict[str, Any]


def generate(root: Path, target: Path, pages: int) -> None:
    """Write a project with about this many pages below `target`, from the project below `root`."""
    lift_size_limit()
    for name in ("site_overrides", "source/conversion", "source/interface"):
        shutil.copytree(root / name, target / name)
    (target / REGISTERS).mkdir()
    for name in ("mkdocs.yml", f"{REGISTERS}/agencies.yml", f"{REGISTERS}/terms.yml"):
        shutil.copy(root / name, target / name)
    original = next(root.glob("source/*/document.yml")).parent
    folder = target / "source" / FOLDER
    (folder / "text").mkdir(parents=True)
    shutil.copy(original / "witnesses.yml", folder)
    (folder / "given-text.txt").write_bytes(b"")
    _keep_frequent_terms(target / REGISTERS / "terms.yml", original)
    _Writer(original, folder, pages // len(LOCALES) - PAGES_BESIDE_SECTIONS).write()
    project = _load(target)
    (folder / "given-text.txt").write_text(_given_text(project), encoding="utf-8", newline="")
    (folder / "ledger.yml").write_text(ledger_text(project, date(2026, 1, 1), (), ()), encoding="utf-8")
    _dump(folder / "exemptions.yml", list(_exemptions(project)))


def _keep_frequent_terms(register: Path, original: Path) -> None:
    text = (original / "given-text.txt").read_text(encoding="utf-8")
    terms = _read(register)["terms"]
    frequent = sorted(terms, key=lambda term: -text.count(term["zh"]))[:TERMS]
    _dump(register, {"terms": [term for term in terms if term in frequent]})


class _Dumper(yaml.CSafeDumper):
    """Writes values that occur twice twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Say yes for everything."""
        return True


class _Writer:
    """Writes the files of the document: part `n` is the `n`-th copy of all the original's sections."""

    def __init__(self, original: Path, folder: Path, sections: int) -> None:
        self._original = original
        self._folder = folder
        self._document = _read(original / "document.yml")
        listed = [section for part in self._document["parts"] for section in part["sections"]]
        self._numbers = {section: at + 1 for at, section in enumerate(listed)}
        self._sections = {each["section"]: each for each in map(_read, sorted(original.glob("text/*.yml")))}
        places = ((part + 1, section) for part in range(99) for section in listed)
        self._places = dict.fromkeys(islice(places, sections))
        self._parts = sorted({part for part, _ in self._places})

    def write(self) -> None:
        """Write everything but the given text."""
        _dump(self._folder / "document.yml", self._main())
        _dump(self._folder / "text/0-preamble.yml", self._sections["0"])
        for part, section in self._places:
            number = f"{part}.{self._numbers[section]}"
            moved = _moved(self._sections[section], section, number, part)
            _dump(self._folder / f"text/{part:02}.{self._numbers[section]:02}-section.yml", moved)
        _dump(self._folder / "emendations.yml", {"emendations": list(self._emendations())})

    def _main(self) -> YAML:
        rule = self._document["responsibility_rule"]
        return {
            **self._document,
            "id": FOLDER,
            "annotated": "false",
            "given_text": "given-text.txt",
            "parts": [self._part(part) for part in self._parts],
            "responsibility_rule": {**rule, "clause": self._unit(rule["clause"], 1)},
        }

    def _part(self, part: int) -> YAML:
        heading = self._document["parts"][(part - 1) % len(self._document["parts"])]["heading"]
        sections = [f"{part}.{self._numbers[section]}" for at, section in self._places if at == part]
        return {"id": str(part), "heading": heading, "sections": sections}

    def _unit(self, unit: str, part: int) -> str | None:
        """A unit or segment of the original as it is called in a copy, or `None` if the copy does not have it."""
        pieces = unit.split(".")
        if pieces[0] in _FIRST_COPY_ONLY:
            return unit if part == 1 else None
        section = ".".join(pieces[:2])
        # A record about the number of a section has no place here, where the section has another number.
        if len(pieces) < 3 or (part, section) not in self._places:
            return None
        return ".".join([str(part), str(self._numbers[section]), *pieces[2:]])

    def _emendations(self) -> Iterator[YAML]:
        records = _read(self._original / "emendations.yml")["emendations"]
        for part in self._parts:
            for record in records:
                units = [(place, self._unit(place["unit"], part)) for place in record["places"]]
                places = [{**place, "unit": unit} for place, unit in units if unit]
                if places:
                    evidence = {**record["evidence"], "zh": _numbered(record["evidence"]["zh"], part)}
                    yield {**record, "id": f"{record['id']}-{part}", "places": places, "evidence": evidence}


def _dump(path: Path, content: YAML | list[YAML]) -> None:
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")


def _read(path: Path) -> YAML:
    """A file with every scalar as text, as this project reads YAML."""
    content: YAML = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 – builds strings only
    return content


def _moved(section: YAML, old: str, new: str, copy: int) -> YAML:
    clauses = []
    for clause in section["clauses"]:
        first, *rest = clause["sentences"]
        sentences = [{**first, "zh": _numbered(first["zh"], copy), "en": f"Copy {copy}: {first['en']}"}, *rest]
        clauses.append({**clause, "id": new + clause["id"].removeprefix(old), "sentences": sentences})
    return {**section, "section": new, "clauses": clauses}


def _numbered(chinese: str, copy: int) -> str:
    return f"第{copy}份：{chinese}"


def _load(target: Path) -> Project:
    report = Report()
    project = load_project(target, report)
    report.stop_on_errors()
    assert project is not None
    return project


def _given_text(project: Project) -> str:
    """The text of the fabricated document with its emendations undone."""
    lines = reading_lines(project.document)
    found = list(locate(project.emendations, lines))
    located = [each for each in found if isinstance(each, Located)]
    assert len(located) == len(found)
    return "".join(line.text for line in undo(lines, located))


def _exemptions(project: Project) -> Iterator[YAML]:
    """Exemptions from every translation rule that the text breaks without the other terms of the glossary."""
    found = {(p.segment.id, f.code, f.words) for p in pairs(project) for rule in RULES for f in rule(p)}
    for segment, code, words in sorted(found):
        yield {"segment": segment, "code": code, "words": words, "reason": {"en": "Fabricated.", "zh": "虚构。"}}


if __name__ == "__main__":
    generate(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
