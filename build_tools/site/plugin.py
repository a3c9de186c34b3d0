"""The only module that knows MkDocs: it hands our pages to it and draws our frame around them."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options as opt
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from build_tools import pipeline
from build_tools.diagnostics.report import ContentError, Report
from build_tools.diagnostics.show import show
from build_tools.emit.pages.render import PageRenderer
from build_tools.emit.pages.settings import Settings
from build_tools.emit.pages.sitemap import Page, pages
from build_tools.emit.search.files import search_files
from build_tools.model.edition import Edition
from build_tools.site.assets import bundle
from build_tools.site.frame import Frame
from build_tools.site.reuse import Reuse

Builder = Callable[..., None]
THEME_STYLES = ("main", "palette")
NO_REPOSITORY = (
    "DUIZHAO_REPOSITORY_URL is not set: pages have no links for reporting a problem or editing. "
    "未设置代码库地址，页面不含报告问题和编辑的链接。\n"
)
WATCHED = ("source", "annotations", "site_overrides")


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    repository = opt.Type(str, default="")


class DataPage(MkDocsPage):
    """A page whose HTML is made from data when it is written, and forgotten afterwards."""

    def __init__(self, data: Page, file: File, config: MkDocsConfig) -> None:
        self.data = data
        super().__init__(data.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.markdown = ""
        self.meta = {"description": self.data.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = ""
        self.toc = get_toc(_tokens(self.data))  # type: ignore[arg-type]
        self.present_anchor_ids = {heading.anchor for heading in self.data.headings}
        self.links_to_anchors = {}


def _tokens(data: Page) -> list[dict[str, Any]]:
    """Headings in the form Python-Markdown gives them: one of level 1, the others below it."""
    entries: list[dict[str, Any]] = [
        {"level": h.level, "id": h.anchor, "name": str(Markup.escape(h.text)), "children": []} for h in data.headings
    ]
    entries[0]["children"] = entries[1:]
    return entries[:1]


class DuizhaoPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Makes every page of the site from the sources."""

    prepared: Edition | None = None
    archived = False
    reuse: Reuse | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Being here keeps one plugin for all rebuilds of a served site, and with it the pages it made."""
        self.reuse = Reuse() if command == "serve" else None
        if self.reuse:
            pipeline.keep_sources()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        self.overrides = root / "site_overrides"
        config.watch += [str(root / name) for name in WATCHED if (root / name).is_dir()]
        config.theme.static_templates = set()
        edition = self.edition = self.prepared or _load(root)
        settings = Settings(config.site_url or "/", self.config.repository, config.use_directory_urls, self.archived)
        self.renderer = PageRenderer(edition, self.overrides / "bodies", settings)
        self.pages = tuple(pages(edition))
        self.frame = Frame(self.pages, self.renderer, settings)
        if self.reuse:
            self.reuse.begin(edition, self.pages, self.overrides)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """What is to be written; a served site keeps the pages and files that stand as they are."""
        assets = bundle(self.overrides, tuple(_theme_styles(files)))
        for unwanted in list(files):
            files.remove(unwanted)
        self.frame.use(assets, guarded=not self.reuse)
        search = search_files(self.edition, self.overrides / "search")
        for output in (*self.frame.files(), *self.frame.short_addresses(), *search):
            if not (self.reuse and self.reuse.file_stands(output)):
                _put(files, config, output.path, output.content)
        for data in self.pages:
            if not (self.reuse and self.reuse.page_stands(data, self.renderer.words(data.locale))):
                file = _put(files, config, f"{data.locale.folder}/{data.name or 'index'}.md", b"")
                file.page = DataPage(data, file, config)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Our frame has its own navigation by locale; MkDocs' would hold every page of every locale on each."""
        return Navigation([], [])

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        env.autoescape = True
        env.undefined = StrictUndefined
        self.frame.drawer = env.get_template("_drawer.html")
        for path, content in self.frame.standalone(env):
            _put(files, config, path, content.encode())
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation  # noqa: ARG002
    ) -> TemplateContext:
        assert isinstance(page, DataPage)
        return cast("TemplateContext", {**context, **self.frame.context(page.data)})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """A served site loses the pages that the sources no longer have."""
        for path in self.reuse.settle() if self.reuse else ():
            for gone in (Path(config.site_dir, path), Path(config.site_dir, path, "index.html")):
                if gone.is_file():
                    gone.unlink()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Builder  # noqa: ARG002
    ) -> LiveReloadServer:
        """After a fault the last good site stays; MkDocs itself would let every reader wait until it is repaired."""

        def rebuild() -> None:
            try:
                builder()
            except Abort:
                sys.stderr.write("The site shown is the one before this fault. 网站仍显示出错前的内容。\n")

        server.builder = rebuild
        sys.stderr.write(f"Serving on {server.url} 网站地址\n")
        return server


def _load(root: Path) -> Edition:
    report = Report()
    try:
        return pipeline.edition(root, report)
    except ContentError as error:
        raise PluginError("\n" + show(error.report, "text")) from None


def _put(files: Files, config: MkDocsConfig, path: str, content: bytes) -> File:
    """Add a generated file, in place of the theme's of the same name; nothing of ours is excluded."""
    file = File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
    existing = files.get_file_from_path(path)
    if existing:
        files.remove(existing)
    files.append(file)
    return file


def _theme_styles(files: Files) -> Iterator[bytes]:
    """The theme's style sheets, whose names carry a digest, in the order in which pages need them."""
    found = {Path(file.dest_uri).name.partition(".")[0]: file for file in files if file.dest_uri.endswith(".css")}
    return (found[name].content_bytes for name in THEME_STYLES)


def build_site(root: Path, edition: Edition, folder: Path, *, archived: bool) -> int:
    """Write the pages of a prepared edition into a folder; returns how many there are.

    Archived pages are files that lead to files, so that they work where no server answers for a directory.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    form: dict[str, Any] = {"use_directory_urls": False} if archived else {}
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), **form)
    plugin = config.plugins["duizhao"]
    assert isinstance(plugin, DuizhaoPlugin)
    plugin.prepared, plugin.archived = edition, archived
    plugin.on_startup(command="build", dirty=False)
    if not (plugin.config.repository or archived):
        sys.stderr.write(NO_REPOSITORY)
    mkdocs_build(config)
    return len(plugin.pages)


def serve_site(root: Path, address: str, open_browser: bool) -> bool:
    """Serve the site and rebuild it when a source changes, until interrupted; says whether there was one to serve.

    Builds are what MkDocs calls dirty, which leaves files in place: what must be written again is ours to know.

    What forbids the first build is printed. Raises `OSError` if the address cannot be used.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.msg)
        settings = str(root / "mkdocs.yml")
        serve(settings, livereload=True, build_type="dirty", open_in_browser=open_browser, dev_addr=address)
    except Abort:
        return False
    return True
