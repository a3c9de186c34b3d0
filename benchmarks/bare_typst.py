"""The bare typesetter: the same template with data prepared before: `python bare_typst.py DATA FOLDER`."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import typst
from stages import Stages

stages = Stages()
data, out = map(Path, sys.argv[1:])
out.mkdir()
for path in sorted(data.iterdir()):
    job = json.loads(path.read_text(encoding="utf-8"))
    name = path.with_suffix(".pdf").name
    with stages.stage(name):
        compiler = typst.Compiler(
            job["template"],
            root=str(Path(job["template"]).parent),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=job["fonts"]
            ),
            sys_inputs={"data": job["data"]},
        )
        stamp = datetime(2026, 1, 1, tzinfo=UTC)
        pdf = compiler.compile(format="pdf", pdf_standards=job["standards"], timestamp=stamp)
    (out / name).write_bytes(pdf)
stages.tell()
