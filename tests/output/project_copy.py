"""A copy of the real project, and the command run on it as a user runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import build_tools

PROJECT = Path(build_tools.__file__).resolve().parents[1]
DUIZHAO = Path(sys.executable).with_name("duizhao")
SITE_URL = "https://duizhao.example/some/base/"
REPOSITORY = "https://repository.example/duizhao"
ENGLISH_STRINGS = "source/interface/en.yml"
_FOLDERS = ("source", "site_overrides", "annotations")


def copy_project(root: Path, original: Path = PROJECT) -> Path:
    """Copy what a build reads below `root`."""
    for name in _FOLDERS:
        if (original / name).is_dir():
            shutil.copytree(original / name, root / name)
    shutil.copy(original / "mkdocs.yml", root)
    return root


def environment(**more: str) -> dict[str, str]:
    """The environment of every command of these tests: addresses of their own, nothing else changed."""
    return {**os.environ, "DUIZHAO_SITE_URL": SITE_URL, "DUIZHAO_REPOSITORY_URL": REPOSITORY, **more}


def duizhao(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run one command to its end."""
    command = [str(DUIZHAO), *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=env or environment(), input=stdin, capture_output=True, timeout=240, check=False
    )


def start(*arguments: str | Path, cwd: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start one command; what it prints goes into `log`. The caller ends it."""
    with log.open("wb") as out:
        command = [str(DUIZHAO), *map(str, arguments)]
        return subprocess.Popen(command, cwd=cwd, env=environment(), stdout=out, stderr=subprocess.STDOUT)


def replace(path: Path, old: str, new: str) -> None:
    """Replace words that stand exactly once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{path.name} has {text.count(old)} times {old!r}"
    path.write_text(text.replace(old, new), "utf-8")


def set_string(root: Path, key: str, words: str) -> None:
    """Give an interface string of the English locale other words."""
    path = root / ENGLISH_STRINGS
    lines = path.read_text("utf-8").splitlines()
    at = [number for number, line in enumerate(lines) if line.startswith(f"{key}: ")]
    assert len(at) == 1, f"{key} stands on {len(at)} lines"
    lines[at[0]] = f'{key}: "{words}"'
    path.write_text("\n".join(lines) + "\n", "utf-8")


def break_content(root: Path) -> str:
    """Make a fault that every check finds, a forbidden character; returns its code."""
    with (root / ENGLISH_STRINGS).open("a", encoding="utf-8") as file:
        file.write("# \u202e\n")
    return "R103"


def repair_content(root: Path) -> None:
    """Take the fault of `break_content` back."""
    replace(root / ENGLISH_STRINGS, "# \u202e\n", "")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {str(path.relative_to(folder)): path.read_bytes() for path in files}
    assert found, f"nothing in {folder}"
    return found
