"""The names of the files a reader can download; emitters make them, pages link to them."""

from dataclasses import dataclass

FOLDER = "downloads"
PDF_EDITIONS = ("en", "bilingual", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


@dataclass(frozen=True, slots=True)
class Download:
    """A file below `downloads/`; `key` names it in the interface strings."""

    key: str
    file: str


def pdf_name(document_id: str, edition: str) -> str:
    """The PDF of one edition, named by locale tag."""
    return f"{document_id}.{edition}.pdf"


def archive_name(document_id: str) -> str:
    """The site as a folder to read without a network, packed."""
    return f"{document_id}.site.zip"


def downloads(document_id: str, editions: tuple[str, ...]) -> tuple[Download, ...]:
    """Every download of a document, PDFs first."""
    pdfs = tuple(Download(f"pdf.{edition}", pdf_name(document_id, edition)) for edition in editions)
    return (*pdfs, Download("archive", archive_name(document_id)), *archived_downloads(document_id))


def archived_downloads(document_id: str) -> tuple[Download, ...]:
    """The downloads that are inside the archive too."""
    return (
        Download("json", f"{document_id}.json"),
        Download("schema", f"{document_id}.schema.json"),
        Download("text", f"{document_id}.zh-Hans.txt"),
        Download("given", f"{document_id}.given.txt"),
    )
