"""The page of a code: what it means, what to do, a failing and a passing example."""

from difflib import get_close_matches
from pathlib import Path
from string import Formatter

from build_tools.diagnostics.codes import CODES, Code


def explain(code: Code) -> str:
    """The page of one code as Markdown, readable in a terminal as it is."""
    return "\n".join(
        [
            f"# {code.id} ({code.severity})",
            "",
            f"{_plain(code.message.en)}  ",
            f"{_plain(code.message.zh)}",
            "",
            "## What to do 应如何修改",
            "",
            f"{_plain(code.hint.en)}  ",
            f"{_plain(code.hint.zh)}",
            "",
            "## Wrong 错误示例",
            "",
            *_indented(code.bad),
            "",
            "## Right 正确示例",
            "",
            *_indented(code.good),
            "",
        ]
    )


def listing() -> str:
    """Every code with its message, one a line."""
    rows = ((code.id, _plain(code.message.en), _plain(code.message.zh)) for code in CODES.values())
    return "".join(f"{code}  {english}\n      {chinese}\n" for code, english, chinese in rows)


def nearest_codes(text: str) -> list[str]:
    """Codes that look like a mistyped one."""
    return get_close_matches(text.upper(), list(CODES), n=3, cutoff=0.4)


def write_pages(folder: Path) -> None:
    """Write the page of every code and their index into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages().items():
        (folder / name).write_text(content, "utf-8")


def pages() -> dict[str, str]:
    """File names and contents of the pages of all codes."""
    rows = [_row(code) for code in CODES.values()]
    index = "\n".join(["# Codes 代码", "", *rows, ""])
    return {"README.md": index, **{f"{code.id}.md": explain(code) for code in CODES.values()}}


def _row(code: Code) -> str:
    return f"- [{code.id}]({code.id}.md) {_plain(code.message.en)} {_plain(code.message.zh)}"


def _plain(message: str) -> str:
    """A message with its blanks shown as …; a suggestion that may be absent is left out."""
    pieces = []
    for text, name, _, _ in Formatter().parse(message):
        pieces.append(text)
        if name not in (None, "nearest"):
            pieces.append("…")
    return "".join(pieces)


def _indented(example: str) -> list[str]:
    return [f"    {line}" for line in example.split("\n")]
