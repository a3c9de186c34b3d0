"""A fabricated project with a given number of pages, shaped like the document in source/.

Its sections repeat the real ones under new numbers, with their emendations; English that is missing is filled with
words of about the right length. The given text is worked out from the emendations, so that every check passes.
"""

import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from build_tools.diagnostics.report import Report
from build_tools.load import document as document_loader
from build_tools.load.project import load_project
from build_tools.text.collation import Located, locate, undo
from build_tools.text.reading import reading_lines

LOCALES = 4
PAGES_BESIDE_SECTIONS = 5  # home, preamble, full text, agencies, emendations
FOLDER = "document"
_ENGLISH = (
    "promote the integrated development of the internet with every field of the economy and society, encourage "
    "enterprises to open their platforms and data, improve the quality of public services, strengthen the protection "
    "of networks and information, support new forms of business and explore better ways of cooperation and oversight"
).split()
_FIRST_COPY_ONLY = {"title", "number", "addressees", "signature", "date", "0"}

YAML = dict[str, Any]


def lift_size_limit() -> None:
    """Let a given text be larger than editors may make it: the largest documents of the benchmark need that."""
    document_loader.MAX_BYTES = 100_000_000


def generate(root: Path, target: Path, pages: int) -> None:
    """Write a project with about this many pages below `target`, from the project below `root`."""
    lift_size_limit()
    for name in ("site_overrides", "source/conversion", "source/interface", "source/registers"):
        shutil.copytree(root / name, target / name)
    shutil.copy(root / "mkdocs.yml", target)
    original = next(root.glob("source/*/document.yml")).parent
    folder = target / "source" / FOLDER
    (folder / "text").mkdir(parents=True)
    shutil.copy(original / "witnesses.yml", folder)
    (folder / "given-text.txt").write_bytes(b"")
    _Writer(original, folder, pages // LOCALES - PAGES_BESIDE_SECTIONS).write()
    (folder / "given-text.txt").write_text(_given_text(target), encoding="utf-8", newline="")


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
        self._places = list(islice(places, sections))

    def write(self) -> None:
        """Write everything but the given text."""
        self._dump("document.yml", self._main())
        self._dump("text/0-preamble.yml", _translated(self._sections["0"]))
        for part, section in self._places:
            number = f"{part}.{self._numbers[section]}"
            moved = _translated(_moved(self._sections[section], section, number))
            self._dump(f"text/{part:02}.{self._numbers[section]:02}-section.yml", moved)
        self._dump("emendations.yml", {"emendations": list(self._emendations())})

    def _main(self) -> YAML:
        rule = self._document["responsibility_rule"]
        parts = sorted({part for part, _ in self._places})
        return {
            **self._document,
            "id": FOLDER,
            "given_text": "given-text.txt",
            "front": [_segment(line) for line in self._document["front"]],
            "back": [_segment(line) for line in self._document["back"]],
            "parts": [self._part(part) for part in parts],
            "responsibility_rule": {**rule, "clause": self._unit(rule["clause"], 1)},
        }

    def _part(self, part: int) -> YAML:
        heading = self._document["parts"][(part - 1) % len(self._document["parts"])]["heading"]
        sections = [f"{part}.{self._numbers[section]}" for at, section in self._places if at == part]
        return {"id": str(part), "heading": _segment(heading), "sections": sections}

    def _unit(self, unit: str, part: int) -> str:
        """A unit of the original as it is called in a copy."""
        pieces = unit.split(".")
        return ".".join([str(part), str(self._numbers[".".join(pieces[:2])]), *pieces[2:]])

    def _emendations(self) -> Iterator[YAML]:
        records = _read(self._original / "emendations.yml")["emendations"]
        held = set(self._places)
        for part in sorted({part for part, _ in self._places}):
            for record in records:
                places = list(self._in_copy(record["places"], part, held))
                if places:
                    yield {**record, "id": f"{record['id']}-{part}", "places": places}

    def _in_copy(self, places: list[YAML], part: int, held: set[tuple[int, str]]) -> Iterator[YAML]:
        for place in places:
            pieces = place["unit"].split(".")
            if pieces[0] in _FIRST_COPY_ONLY:
                if part == 1:
                    yield place
            elif len(pieces) > 2 and (part, ".".join(pieces[:2])) in held:  # a section's number is another here
                yield {**place, "unit": self._unit(place["unit"], part)}

    def _dump(self, name: str, content: YAML) -> None:
        text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
        (self._folder / name).write_text(text, encoding="utf-8")


def _read(path: Path) -> YAML:
    """A file with every scalar as text, as this project reads YAML."""
    content: YAML = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 – builds strings only
    return content


def _moved(section: YAML, old: str, new: str) -> YAML:
    clauses = [{**clause, "id": new + clause["id"].removeprefix(old)} for clause in section["clauses"]]
    return {**section, "section": new, "clauses": clauses}


def _translated(section: YAML) -> YAML:
    heading = {"heading": _segment(section["heading"])} if "heading" in section else {}
    return {**section, **heading, "clauses": [_clause(clause) for clause in section["clauses"]]}


def _clause(clause: YAML) -> YAML:
    heading = {"heading": _segment(clause["heading"])} if "heading" in clause else {}
    return {**clause, **heading, "sentences": [_segment(sentence) for sentence in clause["sentences"]]}


def _segment(segment: YAML) -> YAML:
    """A segment with English: its own, or words enough for its Chinese."""
    chinese = segment["zh"]
    start = sum(map(ord, chinese)) % len(_ENGLISH)
    words = [_ENGLISH[(start + at) % len(_ENGLISH)] for at in range(max(2, len(chinese) * 6 // 10))]
    return {**segment, "en": segment.get("en", " ".join(words).capitalize() + ".")}


def _given_text(target: Path) -> str:
    """The text of the fabricated document with its emendations undone."""
    report = Report()
    project = load_project(target, report)
    report.stop_on_errors()
    assert project is not None
    lines = reading_lines(project.document)
    found = list(locate(project.emendations, lines))
    located = [each for each in found if isinstance(each, Located)]
    assert len(located) == len(found)
    return "".join(line.text for line in undo(lines, located))


if __name__ == "__main__":
    generate(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
