"""The toy project in a folder of its own, and the edits that case files make to it."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
TOY = "source/toy-guideline"

Edit = Mapping[str, Any]


def copy_toy(root: Path) -> Path:
    """Copy the toy below `root`, with the interface strings of the real project."""
    shutil.copytree(TESTS / "toy" / "source", root / "source")
    shutil.copytree(TESTS / "toy" / "annotations", root / "annotations")
    shutil.copytree(PROJECT / "source" / "interface", root / "source" / "interface")
    return root


def apply(edit: Edit, root: Path) -> None:
    """Make one edit of a case file."""
    known = {key for keys in _OPERATIONS for key in keys}
    operation = _OPERATIONS.get(tuple(sorted(known & set(edit))))
    assert operation, f"not an edit: {dict(edit)}"
    path = root / edit["file"]
    assert path.resolve().is_relative_to(root.resolve()), f"outside the toy: {edit['file']}"
    operation(path, edit)


def _replace(path: Path, edit: Edit) -> None:
    old, new = edit["replace"].encode(), edit["with"].encode() if "with" in edit else _hex(edit["with_bytes"])
    data = path.read_bytes()
    assert data.count(old) == 1, f"{path.name} has {data.count(old)} times {edit['replace']!r}"
    assert old != new, "the edit changes nothing"
    path.write_bytes(data.replace(old, new))


def _hex(digits: str) -> bytes:
    assert isinstance(digits, str), "bytes must be in quotes"
    return bytes.fromhex(digits)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _repeat(path: Path, edit: Edit) -> None:
    text = edit.get("before", "") + edit["repeat"] * edit["times"] + edit.get("after", "")
    _write(path, text.encode())


def _append(path: Path, edit: Edit) -> None:
    path.write_bytes(path.read_bytes() + edit["append"].encode())


def _encode(path: Path, edit: Edit) -> None:
    path.write_bytes(path.read_text("utf-8").encode(edit["encoding"]))


def _crlf(path: Path, edit: Edit) -> None:
    assert edit["line_ends"] == "crlf"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _delete(path: Path, edit: Edit) -> None:
    assert edit["delete"] is True
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _link(path: Path, edit: Edit) -> None:
    if path.exists():
        _delete(path, {"delete": True})
    path.symlink_to(edit["symlink"])


_OPERATIONS: Mapping[tuple[str, ...], Callable[[Path, Edit], Any]] = {
    ("replace", "with"): _replace,
    ("replace", "with_bytes"): _replace,
    ("content",): lambda path, edit: _write(path, edit["content"].encode()),
    ("bytes",): lambda path, edit: _write(path, _hex(edit["bytes"])),
    ("repeat", "times"): _repeat,
    ("append",): _append,
    ("encoding",): _encode,
    ("line_ends",): _crlf,
    ("delete",): _delete,
    ("rename",): lambda path, edit: path.rename(path.with_name(edit["rename"])),
    ("symlink",): _link,
}
