"""A small web server for tests: files of one folder below one address, compressed."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")
LEVEL = 6


class FolderServer(ThreadingHTTPServer):
    """Serves a folder on a free port of this computer, below a path such as `/some/base/`."""

    daemon_threads = True

    def __init__(self, folder: Path, base: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.base = folder, base

    @cached_property
    def url(self) -> str:
        """The address of the folder, ending with a slash."""
        return f"http://127.0.0.1:{self.server_port}{self.base}"

    def file_at(self, path: str) -> Path | None:
        """The file an address is answered with; `None` if there is none."""
        inside = unquote(urlsplit(path).path)
        if not inside.startswith(self.base):
            return None
        file = self.folder / inside.removeprefix(self.base)
        file = file / "index.html" if inside.endswith("/") else file
        return file if file.is_file() and ".." not in file.parts else None


class _Handler(BaseHTTPRequestHandler):
    server: FolderServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = self.server.file_at(self.path)
        shown = file or self.server.folder / "404.html"
        content, kind = _packed(shown)
        self.send_response(200 if file else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if kind.startswith(COMPRESSED):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Tests say what they need to say."""


@lru_cache(4096)
def _packed(file: Path) -> tuple[bytes, str]:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    content = file.read_bytes() if file.is_file() else b"nothing here"
    compressed = gzip.compress(content, LEVEL, mtime=0) if kind.startswith(COMPRESSED) else content
    return compressed, f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/j")) else kind


@contextmanager
def serving(folder: Path, base: str) -> Iterator[FolderServer]:
    """A server of the folder, until the block ends."""
    server = FolderServer(folder, base)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
