"""Case files as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from toy_project import TESTS, Edit

_KEYS = {"about", "stage", "edit", "expect"}
_EXPECTED_KEYS = {"code", "file", "line", "column", "words", "says"}


@dataclass(frozen=True)
class Expected:
    """One diagnostic a case file expects."""

    code: str
    file: str
    line: int
    column: int
    words: str
    says: tuple[str, ...]

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """What must agree with the report exactly."""
        return self.code, self.file, self.line, self.column, self.words


@dataclass(frozen=True)
class Case:
    """A case file."""

    name: str
    stage: str
    edits: tuple[Edit, ...]
    expected: tuple[Expected, ...]


def read_cases(folder: str) -> Sequence[Case]:
    """Every case of a folder of tests/cases/; there is at least one."""
    cases = [_case(path) for path in sorted((TESTS / "cases" / folder).glob("*.yml"))]
    assert cases, f"no cases in {folder}"
    return cases


def _case(path: Path) -> Case:
    data: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    assert data.get("about"), f"{path.name}: about is missing"
    assert set(data) <= _KEYS, f"{path.name}: unknown key in {set(data)}"
    assert data.get("edit"), f"{path.name}: edit is missing"
    expected = tuple(_expected(each, path) for each in data.get("expect", []))
    return Case(path.stem, data.get("stage", "check"), tuple(data["edit"]), expected)


def _expected(row: dict[str, Any], path: Path) -> Expected:
    assert set(row) | {"says"} == _EXPECTED_KEYS, f"{path.name}: an expectation needs {_EXPECTED_KEYS}"
    assert isinstance(row["words"], str), f"{path.name}: quote the words {row['words']!r}"
    says = row.get("says", ())
    return Expected(**{**row, "says": (says,) if isinstance(says, str) else tuple(says)})
