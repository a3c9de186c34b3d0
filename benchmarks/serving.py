"""How long an editor waits: from a change of one sentence to the page that shows it, with `duizhao serve`."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_WORD = "Indeed."
_SENTENCE = re.compile(r"^ +en: [A-Z][^'\"\n]*\.$", re.MULTILINE)
_PATIENCE = 60.0  # seconds for the first build, and for each rebuild


def rebuild_seconds(root: Path, edits: int) -> list[float]:
    """Serve the project below `root`, change the end of a sentence that many times, and wait for each change."""
    files = sorted(root.glob("source/*/text/*.yml"))
    path = next(each for each in files if _SENTENCE.search(each.read_text("utf-8")))
    section = path.read_text("utf-8").split()[1].strip("'\"")
    with _served(root) as address:
        page = f"{address}en/{section}/"
        _wait(page, 0)
        return [_edit(path, page, number) for number in range(1, edits + 1)]


def _edit(path: Path, page: str, number: int) -> float:
    text = path.read_text("utf-8")
    path.write_text(_SENTENCE.sub(lambda found: f"{found[0]} {_WORD}", text, count=1), "utf-8")
    return _wait(page, number)


def _wait(page: str, occurrences: int) -> float:
    """Seconds until the page is there with the word that often."""
    started = time.monotonic()
    while time.monotonic() - started < _PATIENCE:
        try:
            with urlopen(page, timeout=_PATIENCE) as response:  # noqa: S310 – on this computer
                if response.read().decode().count(_WORD) == occurrences:
                    return time.monotonic() - started
        except (URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise SystemExit(f"{page} did not change in {_PATIENCE:.0f} s")


@contextmanager
def _served(root: Path) -> Iterator[str]:
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "build_tools.cli", "--root", str(root), "serve", "--address", address]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{address}/"
    finally:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
