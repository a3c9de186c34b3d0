"""Prints the ratios of docs/performance.md, all measured in one run: `python benchmarks/run.py [--quick]`.

What is compared runs in turn, A B A B, each time as a process of its own. Nothing is judged here: there are no
thresholds, and the exit status says only whether everything could be measured.
"""

import argparse
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from measure import Job, Run, Runs, in_turn, peak, ratio, run, seconds, spread, stage
from serving import rebuild_seconds

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ROUNDS = 3
EDITS = 5
SIZES = (100, 300, 1000, 3000)
QUICK_SIZES = (100, 300)
PACKAGES = ("mkdocs", "mkdocs-material", "Jinja2", "ruamel.yaml", "PyYAML", "OpenCC", "typst")


class Bench:
    """The measurements, with a folder for what they need."""

    def __init__(self, work: Path, sizes: Sequence[int]) -> None:
        self._work = work
        self._sizes = sizes
        self._started = time.monotonic()
        self._main = min(sizes[-1], 1000)
        self._own = work / "own"

    def all(self) -> None:
        """Everything, in order."""
        self._machine()
        self._copy()
        for pages in self._sizes:
            self._progress(f"fabricating a project of {pages} pages")
            self._python("synthetic.py", self._own, self._project(pages), pages)
        self._sites()
        self._growth()
        self._loading()
        self._printing()
        self._serving()
        self._progress("done")

    def _copy(self) -> None:
        """Copy the project, so that editing may go on while it is measured, and sentences may be changed."""
        for name in ("source", "annotations", "site_overrides"):
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self._own / name)
        shutil.copy(ROOT / "mkdocs.yml", self._own)

    def _machine(self) -> None:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        print(f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}")
        print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
        print(f"Medians of {ROUNDS} runs in turn (least–greatest); whole processes unless a stage is named.")

    def _sites(self) -> None:
        """The site against MkDocs-Material with the same pages, and against the bare loop of templates."""
        for name, project in (("the project", self._own), (f"{self._main} pages", self._project(self._main))):
            plain = self._work / f"plain-{project.name}"
            self._progress(f"writing {name} as Markdown")
            self._python("plain_site.py", project, plain)
            self._progress(f"building {name}: this project, MkDocs-Material, bare loop")
            jobs = [self._site(project), self._loop(project), self._plain([plain / "pruned.yml"])]
            if project != self._own:
                jobs.append(self._plain(sorted(plain.glob("language-*.yml"))))
            self._compare(name, *in_turn(jobs, ROUNDS))

    @staticmethod
    def _compare(name: str, ours: Runs, loop: Runs, *material: Runs) -> None:
        alone, bare = stage(ours, "pages"), stage(loop, "pages")
        _title(f"Site of {name}, {ours[0].stages['count']:.0f} pages")
        _row("this project, whole build", ours)
        _stages(ours)
        _row("bare loop of the body templates", loop)
        _stages(loop)
        _say("pages alone / bare loop alone", ratio(alone, bare))
        _say("whole build / bare loop alone", ratio(seconds(ours), bare))
        _say("whole build / whole process of the bare loop", ratio(seconds(ours), seconds(loop)))
        for contents, runs in zip(("pruned", "whole, a site per language"), material, strict=False):
            _row(f"MkDocs-Material, contents {contents}", runs)
            _say("whole build / MkDocs-Material", ratio(seconds(ours), seconds(runs)))
            _say("pages alone / MkDocs-Material", ratio(alone, seconds(runs)))

    def _growth(self) -> None:
        """Time per page and memory by size."""
        self._progress(f"building {', '.join(map(str, self._sizes))} pages in turn")
        found = in_turn([self._site(self._project(pages)) for pages in self._sizes], ROUNDS)
        counts = [runs[0].stages["count"] for runs in found]
        _title("Growth")
        for count, runs in zip(counts, found, strict=True):
            each = spread([1000 * taken / count for taken in seconds(runs)])
            _row(f"{count:.0f} pages, {each} ms a page", runs)
        largest, smallest, more = found[-1], found[0], counts[-1] / counts[0]
        name = f"time a page, {counts[-1]:.0f} pages / {counts[0]:.0f} pages"
        _say(name, ratio(seconds(largest), _times(more, seconds(smallest))))
        _say(f"{name}, pages alone", ratio(stage(largest, "pages"), _times(more, stage(smallest, "pages"))))
        times = [spread(seconds(runs)).median for runs in found]
        print(f"  exponent between the two largest sizes: {_exponent(counts[-2:], times[-2:]):.2f}")

    def _loading(self) -> None:
        for name, project in (("the project", self._own), (f"{self._main} pages", self._project(self._main))):
            self._progress(f"loading the sources of {name}")
            jobs = (self._task("load_sources.py", project), self._task("bare_yaml.py", project))
            ours, bare = in_turn(jobs, ROUNDS + 2)
            _title(f"Loading the sources of {name}")
            _row("load_project", ours)
            _row("C parser of PyYAML", bare)
            _say("whole process / whole process", ratio(seconds(ours), seconds(bare)))
            _say("loading alone / parsing alone", ratio(stage(ours, "load"), stage(bare, "load")))

    def _printing(self) -> None:
        data = self._work / "typst"
        self._progress("typesetting the books of the project")
        self._python("typeset_books.py", self._own, data, "--data")
        jobs = (self._to_folder("typeset_books.py", self._own), self._to_folder("bare_typst.py", data))
        books, bare = in_turn(jobs, ROUNDS)
        _title("PDFs of the project")
        _row("print_files, with check and derive", books)
        _row("bare typesetter, data prepared", bare)
        for name in books[0].stages:
            _say(f"{name}, alone / bare", ratio(stage(books, name), stage(bare, name)))
        _say("all books, alone / bare", ratio(_sums(books), _sums(bare)))

    def _serving(self) -> None:
        self._progress(f"serving the project and changing {EDITS} sentences")
        found = rebuild_seconds(self._own, EDITS)
        _title("Serving the project")
        print(f"  from a changed sentence to the page that shows it: {spread(found)} s")

    def _project(self, pages: int) -> Path:
        return self._work / f"project-{pages}"

    def _site(self, project: Path) -> Job:
        return self._to_folder("build_pages.py", project)

    def _loop(self, project: Path) -> Job:
        return self._to_folder("bare_loop.py", project)

    def _plain(self, configurations: Sequence[Path]) -> Job:
        command = [sys.executable, str(HERE / "plain_build.py"), str(self._work / "out")]
        return lambda: self._fresh([*command, *map(str, configurations)])

    def _task(self, script: str, project: Path) -> Job:
        return lambda: run([sys.executable, str(HERE / script), str(project)])

    def _to_folder(self, script: str, project: Path) -> Job:
        return lambda: self._fresh([sys.executable, str(HERE / script), str(project), str(self._work / "out")])

    def _fresh(self, command: Sequence[str]) -> Run:
        """Run a command that writes into a folder which is not there yet."""
        shutil.rmtree(self._work / "out", ignore_errors=True)
        return run(command)

    def _python(self, script: str, *values: object) -> None:
        subprocess.run([sys.executable, str(HERE / script), *map(str, values)], check=True)

    def _progress(self, step: str) -> None:
        sys.stderr.write(f"{time.monotonic() - self._started:6.1f} s  {step}\n")


def _title(text: str) -> None:
    print(f"\n{text}")


def _row(name: str, runs: Runs) -> None:
    print(f"  {name}: {spread(seconds(runs))} s, peak memory {peak(runs):.0f} MB")


def _say(name: str, figure: object) -> None:
    print(f"  ratio: {name}: {figure}", flush=True)


def _stages(runs: Runs) -> None:
    edition, pages = spread(stage(runs, "edition")), spread(stage(runs, "pages"))
    print(f"    of which check and derive {edition} s, pages {pages} s")


def _times(factor: float, figures: Sequence[float]) -> list[float]:
    return [factor * figure for figure in figures]


def _sums(runs: Runs) -> list[float]:
    return [sum(each.stages.values()) for each in runs]


def _exponent(counts: Sequence[float], times: Sequence[float]) -> float:
    """How time grows with pages: 1 is linear."""
    return math.log(times[1] / times[0]) / math.log(counts[1] / counts[0])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Prints the ratios of docs/performance.md.")
    parser.add_argument("--quick", action="store_true", help="small sizes only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="duizhao-bench-") as folder:
        Bench(Path(folder), QUICK_SIZES if options.quick else SIZES).all()


if __name__ == "__main__":
    main()
