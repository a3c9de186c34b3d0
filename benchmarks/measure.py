"""Child processes measured as a whole: wall time, and the system's account of processor time and peak memory."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from threading import Timer

LIMIT = 180  # seconds after which a child counts as lost


@dataclass(frozen=True, slots=True)
class Run:
    """One finished child; `stages` are the seconds it measured inside itself, by name, and counts."""

    seconds: float
    cpu: float
    peak_mb: float
    stages: dict[str, float] = field(default_factory=dict)


Runs = Sequence[Run]
Job = Callable[[], Run]


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; a JSON object in the last line it prints gives its stages."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env=_environment())
    lost = Timer(LIMIT, child.kill)
    lost.start()
    assert child.stdout is not None
    printed = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - started
    lost.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed with {child.returncode}: {' '.join(command)}")
    lines = printed.decode().splitlines()
    stages = json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, stages)


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


def in_turn(jobs: Sequence[Job], rounds: int) -> list[tuple[Run, ...]]:
    """Run the jobs one after the other, that many times: A B A B A B; one list per job."""
    results = [tuple(job() for job in jobs) for _ in range(rounds)]
    return list(zip(*results, strict=True))


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some figures with the least and the greatest."""

    median: float
    least: float
    greatest: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}–{self.greatest:.2f})"


def spread(figures: Sequence[float]) -> Spread:
    """The spread of some figures."""
    return Spread(median(figures), min(figures), max(figures))


def ratio(first: Sequence[float], second: Sequence[float]) -> Spread:
    """The ratio of two series, pair by pair."""
    return spread([a / b for a, b in zip(first, second, strict=True)])


def seconds(runs: Runs) -> list[float]:
    """The wall times."""
    return [each.seconds for each in runs]


def stage(runs: Runs, name: str) -> list[float]:
    """What the children measured under a name."""
    return [each.stages[name] for each in runs]


def peak(runs: Runs) -> float:
    """The greatest peak memory, in megabytes of 2²⁰ bytes."""
    return max(each.peak_mb for each in runs)
