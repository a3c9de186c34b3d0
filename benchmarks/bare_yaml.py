"""The same files, parsed by the C parser of PyYAML and nothing more: `python bare_yaml.py PROJECT`."""

import sys
from pathlib import Path

import yaml
from stages import Stages

stages = Stages()
with stages.stage("load"):
    for path in sorted(Path(sys.argv[1]).glob("*/**/*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
stages.tell()
