"""Sites by MkDocs alone, one after the other: `python plain_build.py FOLDER CONFIGURATION…`."""

import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

for path in map(Path, sys.argv[2:]):
    build(load_config(str(path), site_dir=str(Path(sys.argv[1], path.stem))))
