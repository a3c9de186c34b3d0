"""Who may import whom, and that nothing is left out of the lists it belongs on."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from configparser import ConfigParser
from pathlib import Path

import pytest

from build_tools.checks.registry import CHECKS, WHOLE_TEXT_CHECKS
from build_tools.checks.translation.check import RULES
from toy_project import PROJECT, TESTS

PACKAGE = PROJECT / "build_tools"
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(sys.argv[1], cache_dir=None))"


def contracts(package: Path, folder: Path) -> Path:
    """The contracts of importlinter.ini, and that the emitters of the package are independent of each other."""
    config = ConfigParser()
    assert config.read(TESTS / "importlinter.ini", encoding="utf-8")
    emitters = sorted(f"build_tools.emit.{path.parent.name}" for path in package.glob("emit/*/__init__.py"))
    assert len(emitters) > 1
    config["importlinter:contract:emitters"] = {
        "name": "Emitters are independent",
        "type": "independence",
        "modules": "\n" + "\n".join(emitters),
    }
    path = folder / "contracts.ini"
    with path.open("w", encoding="utf-8") as file:
        config.write(file)
    return path


def lint(root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package below `root` in a process of its own, so that no copy is mistaken for the original."""
    config = contracts(root / "build_tools", folder)
    command = [sys.executable, "-c", LINT, str(config)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_contracts_are_kept(tmp_path: Path) -> None:
    done = lint(PROJECT, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "9 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/text.py", "from build_tools.diagnostics import codes", "Layers"),
        ("text/reading.py", "from build_tools.load import nodes", "Layers"),
        ("load/fields.py", "from build_tools.checks import registry", "Layers"),
        ("pipeline.py", "from build_tools.site import plugin", "Layers"),
        ("derive/apparatus.py", "from build_tools.checks import registry", "Layers"),
        ("newcomer.py", "", "Layers"),
        ("emit/output.py", "def late():\n    from build_tools.load import nodes", "Only the pipeline loads"),
        ("checks/unique_ids.py", "import build_tools.load.nodes", "Only the pipeline loads"),
        ("load/conversion.py", "import ruamel.yaml", "One module reads YAML"),
        ("emit/writer.py", "from _ruamel_yaml import CParser", "One module reads YAML"),
        ("derive/scripts.py", "from opencc import OpenCC", "One module converts"),
        ("emit/pages/render.py", "import mkdocs.utils", "One module knows MkDocs"),
        ("cli.py", "import typst", "One module typesets"),
        ("derive/edition.py", "import pypinyin", "One module reads aloud"),
        ("model/ids.py", "import jinja2", "The model needs the standard library only"),
        ("emit/pages/render.py", "from build_tools.emit.print import book", "Emitters are independent"),
        ("emit/exports/__init__.py", "import build_tools.emit.pages", "Emitters are independent"),
    ],
)
def test_contracts_can_be_broken(module: str, line: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "build_tools", ignore=shutil.ignore_patterns("__pycache__", "*.ttf"))
    with (tmp_path / "build_tools" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint(tmp_path, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{contract} BROKEN" in done.stdout


def modules(folder: Path, without: Iterable[str]) -> set[str]:
    """The modules of a folder and the folders in it, by their dotted names."""
    paths = [path for path in folder.rglob("*.py") if path.stem not in ("__init__", *without)]
    assert paths, f"nothing in {folder}"
    return {".".join(path.relative_to(PROJECT).with_suffix("").parts) for path in paths}


def homes(functions: Iterable[Callable[..., object]]) -> set[str]:
    """The modules functions are defined in."""
    return {function.__module__ for function in functions}


def test_every_check_is_registered() -> None:
    """The rules of translation are run by one check and have a list of their own."""
    rules = modules(PACKAGE / "checks/translation", ["check"])
    assert homes((*CHECKS, *WHOLE_TEXT_CHECKS)) == modules(PACKAGE / "checks", ["registry"]) - rules


def test_every_translation_rule_is_registered() -> None:
    assert homes(RULES) == modules(PACKAGE / "checks/translation", ["check", "rule"])


def test_no_check_is_registered_twice() -> None:
    for functions in ((*CHECKS, *WHOLE_TEXT_CHECKS), RULES):
        assert len(set(functions)) == len(functions)
