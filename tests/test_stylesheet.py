"""What is left of the theme's style sheet."""

import pytest

from build_tools.site.stylesheet import prune

WORDS = frozenset({"md-typeset", "md-icon", "js"})


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("a{color:red}", "a{color:red}"),
        (".md-typeset a{color:red}.md-tabs{color:red}", ".md-typeset a{color:red}"),
        (".md-tabs,.md-icon,[a=','],.md-nav b{x:y}", ".md-icon,[a=',']{x:y}"),
        (".md-typeset :not(.md-tabs){x:y}", ".md-typeset :not(.md-tabs){x:y}"),
        (".js:is(.md-tabs,:not(.md-nav)) b{x:y}", ".js:is(.md-tabs,:not(.md-nav)) b{x:y}"),
        ("@media print{.md-tabs{x:y}}b{x:y}", "b{x:y}"),
        ("@media print{.md-tabs{x:y}b{x:y}}", "@media print{b{x:y}}"),
        ("@media screen{@media print{.md-tabs{x:y}}}", ""),
        ("@keyframes md-turn{from{x:y}to{x:z}}", "@keyframes md-turn{from{x:y}to{x:z}}"),
        ('b{content:"}.md-tabs{"}.md-tabs{content:"}"}i{x:y}', 'b{content:"}.md-tabs{"}i{x:y}'),
        (":root{--a:1;--b:2}b{x:var(--a)}", ":root{--a:1;}b{x:var(--a)}"),
        (":root{--a:var(--b);--b:2;c:d}", ":root{c:d}"),
        (":root{--ours:1;--b:url(\"data:;(){}<path d='m)'/>\")}", ":root{--ours:1;}"),
        (":root{--a:rgb(var(--b),calc(1*(2 + 3)));x:y}", ":root{x:y}"),
    ],
)
def test_only_what_can_match_is_kept(css: str, kept: str) -> None:
    assert prune(css, WORDS, "i{x:var(--ours)}") == kept
