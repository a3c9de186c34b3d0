"""What pages load: one style sheet, one script, and the policy that forbids everything else."""

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from build_tools.emit.output import OutputFile
from build_tools.site.stylesheet import prune

BOOT = "boot.js"
POLICY = (
    "default-src 'none'; script-src 'self'{boot}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


@dataclass(frozen=True, slots=True)
class Assets:
    """The bundled files with their paths, the script that must run before the first drawing, and the policy.

    `lead` is the script of the pages at short addresses, which load nothing else before they lead on;
    their policy names no digest.

    The policy is a Content-Security-Policy (level 3) that names the early script by its digest.
    """

    style: OutputFile
    script: OutputFile
    icon: OutputFile
    lead: OutputFile
    boot: str
    policy: str
    lead_policy: str


def bundle(overrides: Path, theme_styles: tuple[bytes, ...]) -> Assets:
    """Join what pages need of the theme's style sheets with ours, and our scripts with one another, by file name.

    Names carry a digest, so that a reader's browser may keep a file for ever. Every script is a function of its
    own: none sees another's names.
    """
    own = [path.read_bytes() for path in _parts(overrides, "css")]
    theme, words = b"".join(map(_without_map, theme_styles)).decode(), _words(overrides)
    styles = [prune(theme, words, b"".join(own).decode()).encode(), *own]
    later = (path for path in _parts(overrides, "js") if path.name != BOOT)
    scripts = [b"(function () {\n%s})();\n" % path.read_bytes() for path in later]
    boot = (overrides / "scripts" / BOOT).read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(boot.encode()).digest()).decode()
    return Assets(
        style=named("site.css", b"\n".join(styles)),
        script=named("site.js", b"".join(scripts)),
        icon=OutputFile("assets/seal.svg", (overrides / "assets" / "seal.svg").read_bytes()),
        lead=named("lead.js", (overrides / "assets" / "lead.js").read_bytes()),
        boot=boot,
        policy=POLICY.format(boot=f" 'sha256-{digest}'"),
        lead_policy=POLICY.format(boot=""),
    )


def _words(overrides: Path) -> frozenset[str]:
    """Everything that can be a class of an element: the words of the templates and scripts."""
    files = (path for path in sorted(overrides.rglob("*")) if path.suffix in {".html", ".js"})
    return frozenset(word for path in files for word in re.findall(r"[\w-]+", path.read_text("utf-8")))


def _parts(overrides: Path, suffix: str) -> list[Path]:
    return sorted((overrides / {"css": "styles", "js": "scripts"}[suffix]).glob(f"*.{suffix}"))


def _without_map(css: bytes) -> bytes:
    return re.sub(rb"/\*# sourceMappingURL=\S+ \*/|@charset \"[^\"]*\";", b"", css)


def named(name: str, content: bytes) -> OutputFile:
    """A file pages load; its name carries a digest of its content."""
    stem, _, suffix = name.partition(".")
    return OutputFile(f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}", content)
