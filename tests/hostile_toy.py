"""Hostile words in the values of the toy project."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, MutableSequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ruamel.yaml import YAML

from toy_project import TESTS

Payload = Mapping[str, str]
CASES = TESTS / "cases" / "hostile"
FOLDERS = ("source", "annotations")


def read_case(name: str) -> Any:
    """A file of tests/cases/hostile/ as it is."""
    return YAML(typ="safe", pure=True).load((CASES / name).read_text("utf-8"))


@dataclass(eq=False)
class Value:
    """One value of a file; `field` names all values of its kind: the file's kind, then the keys that lead to it."""

    file: Path
    field: str
    holder: Any
    key: Any

    def put(self, payload: Payload) -> None:
        """Put a payload after what is there, or in its place."""
        was = self.holder[self.key]
        self.holder[self.key] = payload["replace"] if "replace" in payload else f"{was} {payload['append']}"

    @property
    def line(self) -> int:
        """The line of the file as it was read, from 1, on which the value begins."""
        at = self.holder.lc
        place = at.item(self.key) if isinstance(self.holder, MutableSequence) else at.value(self.key)
        return int(place[0]) + 1


class Values:
    """Every value of a copy of the toy project, to be changed and written; interface strings only if asked for."""

    def __init__(self, root: Path, *, interface: bool = False) -> None:
        self._yaml = YAML()
        self._yaml.width, self._yaml.preserve_quotes = 1_000_000, True
        self.root = root
        names = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.yml"))
        names = [path for path in names if interface or path.parent.name != "interface"]
        self._data = {path: self._yaml.load(path.read_text("utf-8")) for path in names}
        self.all = [each for path, data in self._data.items() for each in _walk(path, data, self._kind(path))]

    def of(self, fields: Iterable[str]) -> list[Value]:
        """The values of some kinds; there is at least one of each."""
        wanted = set(fields)
        found = [value for value in self.all if value.field in wanted]
        assert {value.field for value in found} == wanted
        return found

    def _kind(self, path: Path) -> str:
        """What kind of file it is: its name, or its folder where a folder has many of a kind."""
        pure = PurePosixPath(path.relative_to(self.root).as_posix())
        many = "annotations" if pure.parts[0] == "annotations" else pure.parent.name
        return many if many in {"text", "annotations", "interface"} else pure.stem

    def write(self, values: Iterable[Value]) -> None:
        """Write the files of some values as all values are now."""
        for path in {value.file for value in values}:
            with path.open("w", encoding="utf-8") as file:
                self._yaml.dump(self._data[path], file)


def infest(root: Path) -> None:
    """Put into the toy project below `root` every payload that the checks let through."""
    values, payloads = Values(root, interface=True), read_case("payloads.yml")["payloads"]
    for name, fields in read_case("fields.yml")["takes"].items():
        for value in values.of(fields):
            value.put(payloads[name])
    values.write(values.all)


def _walk(file: Path, node: Any, field: str) -> Iterator[Value]:
    pairs = node.items() if isinstance(node, MutableMapping) else enumerate(node)
    for key, child in pairs:
        below = field if isinstance(node, MutableSequence) or field == "interface" else f"{field}.{key}"
        if isinstance(child, MutableMapping | MutableSequence):
            yield from _walk(file, child, below)
        else:
            yield Value(file, below, node, key)
