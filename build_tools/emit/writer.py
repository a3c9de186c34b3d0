"""The one writer: a build is prepared beside the old one and takes its place in one step."""

import ctypes
import errno
import fcntl
import glob
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from build_tools.emit.output import OutputFile

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BusyError(RuntimeError):
    """Another build of the same site is under way."""


def write_files(files: Iterable[OutputFile], folder: Path) -> None:
    """Write files below a folder; raises `ValueError` for a path that would leave it."""
    for file in files:
        pure = PurePosixPath(file.path)
        if pure.is_absolute() or ".." in pure.parts or not pure.parts:
            raise ValueError(f"not a path below the site: {file.path!r}")
        target = folder / pure
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


@contextmanager
def replacing(site: Path) -> Iterator[Path]:
    """A new folder beside `site` that takes its place when the block ends without an exception.

    Until then, and if the process is killed at any moment, `site` is the old build, whole. What an interrupted
    build left behind is cleared by the next one. Raises `BusyError` if another build holds the site.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with _lock(site):
        _recover(site)
        staging = Path(tempfile.mkdtemp(prefix=_prefix(site, "staging"), dir=site.parent))
        staging.chmod(0o755)
        try:
            yield staging
            _swap(staging, site)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _prefix(site: Path, kind: str) -> str:
    return f".{site.name}-{kind}-"


@contextmanager
def _lock(site: Path) -> Iterator[None]:
    """Held by the operating system, so that a killed build never leaves it behind."""
    with (site.parent / f".{site.name}-lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError(f"another build of {site.name}/ is running; wait for it to end") from error
        yield


def _recover(site: Path) -> None:
    """Clear what an interrupted build left, and put the old site back if only its name had been taken away."""
    for old in sorted(_left(site, "old")):
        if not site.exists():
            old.rename(site)
    for kind in ("staging", "old"):
        for left in _left(site, kind):
            shutil.rmtree(left, ignore_errors=True)


def _left(site: Path, kind: str) -> list[Path]:
    return list(site.parent.glob(glob.escape(_prefix(site, kind)) + "*"))


def _swap(staging: Path, site: Path) -> None:
    if not site.exists():
        staging.rename(site)
    elif not _exchange(staging, site):
        aside = Path(tempfile.mkdtemp(prefix=_prefix(site, "old"), dir=site.parent))
        aside.rmdir()
        site.rename(aside)
        staging.rename(site)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two names in one step where the system can (renameat2(2) on Linux); says whether it did."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
