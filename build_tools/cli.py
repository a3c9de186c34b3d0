"""The command `duizhao`: check, build, serve, convert, explain.

Exit codes: 0 clean, 1 faults in the content, 2 a bug of ours, 64 a call that makes no sense, 69 something that
must be installed is missing (the last two as in sysexits.h).
"""

import argparse
import errno
import ipaddress
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from build_tools import pipeline
from build_tools.diagnostics.codes import CODES
from build_tools.diagnostics.explain import explain, listing, nearest_codes, write_pages
from build_tools.diagnostics.report import ContentError, Report
from build_tools.diagnostics.show import FORMATS, show
from build_tools.emit.print.typefaces import FontProblemError
from build_tools.emit.writer import BusyError
from build_tools.model.conversion import LOCALES as TRADITIONAL
from build_tools.model.edition import Edition

CLEAN, FAULTS, BUG, USAGE, UNAVAILABLE = 0, 1, 2, 64, 69


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except ContentError as error:
        sys.stderr.write(show(error.report, "text") + _summary(error.report))
        return FAULTS
    except (FontProblemError, BusyError) as error:
        sys.stderr.write(f"duizhao: {error}\n")
        return UNAVAILABLE
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    except Exception:
        traceback.print_exc()
        sys.stderr.write(
            "\nThis is a bug of duizhao, not of your files. Please report it with the lines above.\n"
            "这是 duizhao 的程序错误，与您的文件无关。请附上以上内容报告。\n"
        )
        return BUG


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\nTry: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="duizhao",
        description="Checks and builds a bilingual edition of Chinese policy documents.",
        epilog="Start with `duizhao check`. When it reports a code, `duizhao explain CODE` says what to do.\n"
        "先运行 duizhao check；如报告代码，运行 duizhao explain 代码，查看应如何修改。",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found = "the project's folder (default: found from here)"
    parser.add_argument("--root", type=Path, default=None, help=found)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in _COMMANDS:
        add(commands)
    return parser


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[_Parser]


def _command(commands: "Commands", name: str, text: str, example: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog=f"Example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_check(commands: "Commands") -> None:
    parser = _command(commands, "check", "read everything and report every fault, all at once", "duizhao check")
    forms = "text for people, github for pull requests, json for tools"
    parser.add_argument("--format", choices=FORMATS, default="text", help=forms)
    parser.set_defaults(run=_check)


def _add_build(commands: "Commands") -> None:
    text = "build the site and its downloads; the old site stays until the new one is whole"
    parser = _command(commands, "build", text, "duizhao build --site-dir site")
    parser.add_argument("--site-dir", type=Path, default=None, help="where to put the site (default: site/)")
    parser.add_argument("--no-print", action="store_true", help="leave out the PDFs and the archive of the site")
    parser.set_defaults(run=_build)


def _add_serve(commands: "Commands") -> None:
    text = "show the site on this computer and rebuild it when a file changes (without PDFs)"
    parser = _command(commands, "serve", text, "duizhao serve --open")
    shown = "localhost:8000"
    parser.add_argument("--address", type=_address, default=shown, help=f"host:port (default: {shown})")
    parser.add_argument("--open", action="store_true", help="open a browser window")
    parser.set_defaults(run=_serve)


def _address(text: str) -> str:
    host, _, port = text.rpartition(":")
    try:
        known = host == "localhost" or bool(ipaddress.ip_address(host))
    except ValueError:
        known = False
    if not known or not port.isdecimal() or not 0 < int(port) < 2**16:
        raise argparse.ArgumentTypeError(f"{text!r} is not host:port, such as localhost:8000 or 127.0.0.1:8000")
    return text


def _add_convert(commands: "Commands") -> None:
    text = "convert simplified Chinese on standard input to traditional characters"
    parser = _command(commands, "convert", text, "echo 资金发放 | duizhao convert --to zh-Hant-TW")
    parser.add_argument("--to", required=True, choices=TRADITIONAL, help="the script to convert to")
    parser.set_defaults(run=_convert)


def _add_ledger(commands: "Commands") -> None:
    text = "record from which Chinese each English text was made"
    parser = _command(commands, "ledger", text, "duizhao ledger --accept 2.1.3.s2 --reviewed 2.1.3")
    accept = "segments or units whose English was revised after the Chinese"
    parser.add_argument("--accept", nargs="+", default=[], metavar="ID", help=accept)
    reviewed = "segments or units a second reader has compared with the Chinese, or all"
    parser.add_argument("--reviewed", nargs="+", default=[], metavar="ID", help=reviewed)
    parser.set_defaults(run=_ledger)


def _add_figures(commands: "Commands") -> None:
    text = "count what is translated, which terms vary, and what is open"
    parser = _command(commands, "figures", text, "duizhao figures --write docs/translation.md")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there instead of showing it")
    parser.set_defaults(run=_figures)


def _add_explain(commands: "Commands") -> None:
    text = "say what a code means and what to do about it, in English and Chinese"
    parser = _command(commands, "explain", text, "duizhao explain R105")
    parser.add_argument("code", nargs="?", help="a code such as R105; without one, all codes are listed")
    parser.add_argument("--write-docs", type=Path, metavar="FOLDER", help="write the page of every code there")
    parser.set_defaults(run=_explain)


_COMMANDS = (_add_check, _add_build, _add_serve, _add_convert, _add_ledger, _add_figures, _add_explain)


def project_root(given: Path | None) -> Path:
    """The project's folder: the one given, or the nearest above that has mkdocs.yml, or this package's own."""
    if given is not None:
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "source").is_dir():
            return folder
    return Path(__file__).resolve().parent.parent


def _summary(report: Report) -> str:
    count = len(report.diagnostics)
    return f"\n{count} fault(s) found. 发现 {count} 处问题。\n"


def _check(options: argparse.Namespace) -> int:
    report = Report()
    pipeline.check(project_root(options.root), report)
    sys.stdout.write(show(report, options.format))
    if options.format == "text":
        sys.stdout.write(_summary(report) if report.diagnostics else "No faults found. 未发现问题。\n")
    return FAULTS if report.has_errors else CLEAN


def _build(options: argparse.Namespace) -> int:
    root = project_root(options.root)
    site = (options.site_dir or root / "site").resolve()
    if not _may_be_replaced(site, root):
        said = "holds other files than a site; nothing was changed. 该文件夹含有其他文件，未作更改。"
        sys.stderr.write(f"duizhao: {site} {said}\n")
        return USAGE
    started = time.monotonic()

    def progress(step: str) -> None:
        sys.stderr.write(f"{time.monotonic() - started:6.1f} s  {step}\n")

    from build_tools.site.plugin import build_site  # noqa: PLC0415 – MkDocs takes a second to import

    def pages(made: Edition, folder: Path, *, archived: bool) -> int:
        return build_site(root, made, folder, archived=archived)

    pipeline.build(root, site, pages=pages, complete=not options.no_print, progress=progress)
    return CLEAN


def _may_be_replaced(site: Path, root: Path) -> bool:
    """Whether a folder is free, empty or an earlier site, and none of the project's own."""
    if root.is_relative_to(site) or any(site.is_relative_to(root / own) for own in ("source", "site_overrides")):
        return False
    return not site.exists() or (site.is_dir() and ((site / "sitemap.xml").is_file() or not any(site.iterdir())))


def _serve(options: argparse.Namespace) -> int:
    from build_tools.site.plugin import serve_site  # noqa: PLC0415 – MkDocs takes a second to import

    try:
        served = serve_site(project_root(options.root), options.address, options.open)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES):
            raise
        sys.stderr.write(f"duizhao: {options.address} cannot be used ({error.strerror}). 该地址无法使用。\n")
        return UNAVAILABLE
    return CLEAN if served else FAULTS


def _convert(options: argparse.Namespace) -> int:
    report = Report()
    text = pipeline.convert(project_root(options.root), sys.stdin.buffer.read(), options.to, report)
    report.stop_on_errors()
    sys.stdout.buffer.write(text.encode())
    return CLEAN


def _ledger(options: argparse.Namespace) -> int:
    root, today = project_root(options.root), date.today()
    count = pipeline.update_ledger(root, today, options.accept, options.reviewed, Report())
    sys.stdout.write(f"{count} entries. 共 {count} 条。\n")
    return CLEAN


def _figures(options: argparse.Namespace) -> int:
    page = pipeline.translation_figures(project_root(options.root), Report())
    if options.write:
        options.write.write_text(page, "utf-8")
    else:
        sys.stdout.write(page)
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    if options.write_docs:
        write_pages(options.write_docs)
    elif options.code is None:
        sys.stdout.write(listing())
    elif options.code.upper() in CODES:
        sys.stdout.write(explain(CODES[options.code.upper()]))
    else:
        near = ", ".join(nearest_codes(options.code)) or "none"
        sys.stderr.write(f"duizhao: there is no code {options.code!r}. Near it: {near}. 没有此代码。\n")
        return USAGE
    return CLEAN


if __name__ == "__main__":
    raise SystemExit(main())
