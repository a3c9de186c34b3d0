"""A folder of sources: files are reached through it and never outside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.diagnostics.report import Report
from build_tools.load.fields import Fields
from build_tools.load.nodes import Mapped
from build_tools.load.yaml_file import read_records, read_yaml, wrong_kind
from build_tools.model.text import Span, Text


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder below the project's root; `root` is only used to show paths as editors know them."""

    root: Path
    path: PurePosixPath

    def __truediv__(self, name: str) -> "Folder":
        return Folder(self.root, self.path / name)

    def shown(self, name: str) -> str:
        """The path of a file in this folder, relative to the project."""
        return str(self.path / name)

    def mapping(self, name: str, report: Report) -> Fields | None:
        """The mapping in a YAML file of this folder, or `None` after reporting why not."""
        path = self._own(name, report)
        node = read_yaml(path, self.shown(name), report) if path else None
        return Fields(node, report) if node else None

    def records(self, name: str, report: Report) -> Iterator[Fields]:
        """The mappings in a YAML file that is a list; faults are reported and left out."""
        path = self._own(name, report)
        sequence = read_records(path, self.shown(name), report) if path else None
        for node in sequence.items if sequence else ():
            if isinstance(node, Mapped):
                yield Fields(node, report)
            else:
                report.add("R112", node.span, **wrong_kind("entry", "mapping", node))

    def exists(self, name: str) -> bool:
        """Whether this folder has a file of that name."""
        return (self.root / self.path / name).is_file()

    def _own(self, name: str, report: Report) -> Path | None:
        path = self._contained(self.root / self.path / name)
        if path is None:
            report.add("R116", Span(self.shown(name), 1, 1), path=name)
        return path

    def files(self, name: str, report: Report) -> list[Path]:
        """The YAML files of a subfolder in the order of their names; a missing folder is reported."""
        folder = self.root / self.path / name
        if not folder.is_dir():
            report.add("R101", Span(self.shown(name), 1, 1), name=name, reason="no such folder")
            return []
        return sorted(path for path in folder.iterdir() if path.suffix in (".yml", ".yaml"))

    def inside(self, name: Text, report: Report) -> Path | None:
        """The path of a file an editor named, or `None` after reporting that it would leave this folder."""
        pure = PurePosixPath(name.value)
        path = None
        if not pure.is_absolute() and ".." not in pure.parts and "\\" not in name.value:
            path = self._contained(self.root / self.path / pure)
        if path is None:
            report.add("R116", name.span, path=name.value)
        return path

    def _contained(self, path: Path) -> Path | None:
        """The path itself, unless a symbolic link leads out of this folder or in a circle."""
        try:
            inside = path.resolve().is_relative_to(self.root.resolve() / self.path)
        except (OSError, RuntimeError, ValueError):
            return None
        return path if inside else None
