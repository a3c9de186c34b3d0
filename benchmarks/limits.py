"""The size limit of source files, out of the way of the largest fabricated projects."""

from build_tools.load import document, yaml_file


def lift_size_limit() -> None:
    """Let files be larger than editors may make them."""
    document.MAX_BYTES = yaml_file.MAX_BYTES = 100_000_000
