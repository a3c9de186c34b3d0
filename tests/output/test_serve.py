"""Editing while the site is served."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from project_copy import SITE_URL, break_content, duizhao, repair_content, set_string, start

pytestmark = pytest.mark.corpus

PATIENCE = 30.0
START_PATIENCE = 60.0
BASE = "/" + SITE_URL.split("/", 3)[3]
KEY = "home.start"
FIRST, SECOND = "Words changed while the site is served", "Words changed after a fault"


def wait_until(seen: Callable[[], bool], patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not seen():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def served(project: Path, port: int, log: Path) -> Iterator[Callable[[], str]]:
    """The home page as the server gives it now; empty while there is no server."""
    child = start("serve", "--address", f"127.0.0.1:{port}", cwd=project, log=log)

    def page() -> str:
        assert child.poll() is None, log.read_text("utf-8")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{BASE}en/", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            return ""

    try:
        wait_until(lambda: "</html>" in page(), START_PATIENCE)
        yield page
    finally:
        child.send_signal(signal.SIGINT)
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    assert child.returncode == 0


def test_edits_faults_and_repairs_while_served(served: Callable[[], str], project: Path, log: Path) -> None:
    assert FIRST not in served()
    set_string(project, KEY, FIRST)
    wait_until(lambda: FIRST in served())

    code = break_content(project)
    wait_until(lambda: f"[{code}]" in log.read_text("utf-8"))
    time.sleep(0.5)
    assert FIRST in served()
    assert "Traceback" not in log.read_text("utf-8")

    set_string(project, KEY, SECOND)
    repair_content(project)
    wait_until(lambda: SECOND in served())
    assert FIRST not in served()


def test_a_fault_at_the_start_is_a_fault(project: Path, port: int) -> None:
    code = break_content(project)
    done = duizhao("serve", "--address", f"127.0.0.1:{port}", cwd=project)
    assert done.returncode == 1
    assert f"[{code}]" in done.stderr.decode()
    assert "bug" not in done.stderr.decode()


def test_an_address_in_use_is_said(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = duizhao("serve", "--address", address, cwd=project)
    assert done.returncode == 69
    assert address in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:70000", "256.0.0.1:80"])
def test_an_address_that_makes_no_sense_is_refused(project: Path, address: str) -> None:
    done = duizhao("serve", "--address", address, cwd=project)
    assert done.returncode == 64
    assert "--address" in done.stderr.decode()
