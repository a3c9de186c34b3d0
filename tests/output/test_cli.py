"""The command as its users meet it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from project_copy import ENGLISH_STRINGS, PROJECT, break_content, duizhao

from build_tools import cli
from build_tools.diagnostics import explain
from build_tools.diagnostics.codes import CODES
from build_tools.model.conversion import LOCALES as TRADITIONAL

COMMANDS = ("check", "build", "serve", "convert", "explain")
ERRORS = PROJECT / "docs" / "errors"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_by_example(tmp_path: Path, command: str) -> None:
    everything = duizhao("--help", cwd=tmp_path)
    assert everything.returncode == 0
    assert f"\n    {command}" in everything.stdout.decode()
    assert "duizhao explain" in everything.stdout.decode()
    done = duizhao(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    _, _, example = done.stdout.decode().partition("Example:\n")
    assert f"duizhao {command}" in example


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["unknown"],
        ["--unknown"],
        ["check", "--unknown"],
        ["check", "--format", "xml"],
        ["check", "extra"],
        ["convert"],
        ["convert", "--to", "zh-Hans"],
        ["explain", "R999"],
        ["explain", ""],
    ],
    ids=" ".join,
)
def test_a_call_that_makes_no_sense_is_64(tmp_path: Path, arguments: list[str]) -> None:
    done = duizhao(*arguments, cwd=tmp_path)
    assert done.returncode == 64
    assert done.stdout == b""
    assert b"duizhao" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_check_reports_to_standard_output(project: Path, form: str) -> None:
    clean = duizhao("check", "--format", form, cwd=project / "source")
    assert clean.returncode == 0, clean.stdout.decode()
    code = break_content(project)
    broken = duizhao("--root", project, "check", "--format", form, cwd="/")
    assert (broken.returncode, broken.stderr) == (1, b"")
    report = broken.stdout.decode()
    if form == "json":
        assert json.loads(clean.stdout) == []
        assert [(row["code"], row["path"]) for row in json.loads(report)] == [(code, ENGLISH_STRINGS)]
    elif form == "github":
        assert clean.stdout == b""
        assert report.startswith(f"::error file={ENGLISH_STRINGS},line=")
        assert f"title={code}::" in report
    else:
        assert report.startswith(f"{ENGLISH_STRINGS}:")
        assert f"error[{code}]" in report
        assert f"duizhao explain {code}" in report
        assert "\u202e" not in report


@pytest.mark.corpus
def test_build_reports_to_standard_error(project: Path) -> None:
    code = break_content(project)
    done = duizhao("build", cwd=project)
    assert (done.returncode, done.stdout) == (1, b"")
    assert f"[{code}]" in done.stderr.decode()


BROKEN = """
import sys
from build_tools import cli, pipeline

def check(root, report):
    raise RuntimeError("injected")

pipeline.check = check
sys.exit(cli.main(["check"]))
"""


def test_a_bug_says_that_it_is_one(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BROKEN]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    for words in ("RuntimeError: injected", "This is a bug of duizhao", "程序错误"):
        assert words in done.stderr.decode()


def test_a_reader_who_leaves_is_no_bug(tmp_path: Path) -> None:
    command = f"{sys.executable} -m build_tools.cli explain | true"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr


@pytest.mark.parametrize("code", sorted(CODES))
def test_explain_gives_the_page_of_a_code(code: str, capfd: pytest.CaptureFixture[str]) -> None:
    for spelling in (code, code.lower()):
        assert cli.main(["explain", spelling]) == 0
        assert capfd.readouterr().out == explain.pages()[f"{code}.md"]


def test_explain_lists_all_codes_and_names_the_nearest(tmp_path: Path) -> None:
    listed = duizhao("explain", cwd=tmp_path).stdout.decode()
    assert [code for code in CODES if f"\n{code}  " not in f"\n{listed}"] == []
    code = min(CODES)
    unknown = duizhao("explain", f"{code}0", cwd=tmp_path)
    assert code in unknown.stderr.decode()


def test_the_pages_of_the_codes_are_up_to_date() -> None:
    """`duizhao explain --write-docs docs/errors` writes them."""
    written = {path.name: path.read_text("utf-8") for path in ERRORS.iterdir()}
    assert set(written) == {"README.md", *(f"{code}.md" for code in CODES)}
    assert written == explain.pages()


def test_write_docs_writes_the_pages(tmp_path: Path) -> None:
    assert duizhao("explain", "--write-docs", tmp_path / "new" / "folder", cwd=tmp_path).returncode == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "new" / "folder").iterdir()}
    assert written == explain.pages()


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("zh-Hant-TW", "资金发放\n", "資金發放\n"),
        ("zh-Hant-HK", "资金发放\n", "資金發放\n"),
        ("zh-Hant-TW", "头发、发展、干部、干燥、里程、这里", "頭髮、發展、幹部、乾燥、里程、這裡"),
        ("zh-Hant-HK", "头发、发展、干部、干燥、里程、这里", "頭髮、發展、幹部、乾燥、里程、這裏"),
        ("zh-Hant-TW", "", ""),
        ("zh-Hant-HK", "", ""),
        ("zh-Hant-TW", "Plus <b>&amp;</b> 40号 😀\n\n\t“引号”", "Plus <b>&amp;</b> 40號 😀\n\n\t「引號」"),
    ],
)
def test_convert(tmp_path: Path, tag: str, text: str, expected: str) -> None:
    done = duizhao("convert", "--to", tag, cwd=tmp_path, stdin=text.encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected, b"")


@pytest.mark.corpus
@pytest.mark.parametrize("tag", TRADITIONAL)
def test_convert_takes_a_line_of_any_length(tmp_path: Path, tag: str) -> None:
    text = "发展改革委、科技部负责。" * 40_000
    done = duizhao("convert", "--to", tag, cwd=tmp_path, stdin=text.encode())
    assert done.returncode == 0
    assert len(done.stdout.decode()) == len(text)
    assert set(done.stdout.decode().split("。")) == {"發展改革委、科技部負責", ""}


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x00", "R103"),
        ("发展\x00".encode(), "R103"),
        ("开放\u202e共享".encode(), "R103"),
        ("发展".encode("gb18030"), "R102"),
        ("发展".encode("utf-16"), "R102"),
        (b"\xed\xa0\x80", "R102"),
        ("发".encode()[:2], "R102"),
    ],
)
def test_convert_refuses_what_is_no_text(tmp_path: Path, data: bytes, code: str) -> None:
    done = duizhao("convert", "--to", "zh-Hant-TW", cwd=tmp_path, stdin=data)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "<stdin>:1:" in done.stderr.decode()
    assert f"[{code}]" in done.stderr.decode()


@pytest.mark.corpus
def test_the_project_is_found_from_below(project: Path, tmp_path: Path) -> None:
    break_content(project)
    below = project / "source" / "interface"
    assert duizhao("check", cwd=below).returncode == 1
    assert duizhao("--root", tmp_path / "nowhere", "check", cwd=below).returncode == 1
