"""A finished folder, packed: the same folder gives the same bytes."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_tools.emit.output import OutputFile
from build_tools.model.document import Metadata
from build_tools.model.downloads import FOLDER, archive_name

_READABLE = 0o100644 << 16
_UNIX = 3


def archive_file(meta: Metadata, folder: Path) -> OutputFile:
    """A ZIP archive of a folder, in which everything stands in one folder named after the document.

    Files are in the order of their names; their time is the date of the edition, their owner nobody.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            name = f"{meta.id}/{path.relative_to(folder).as_posix()}"
            archive.writestr(_entry(name, meta), path.read_bytes(), ZIP_DEFLATED, 6)
    return OutputFile(f"{FOLDER}/{archive_name(meta.id)}", packed.getvalue())


def _entry(name: str, meta: Metadata) -> ZipInfo:
    day = meta.version_date
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry
