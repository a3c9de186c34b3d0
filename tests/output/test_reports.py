"""Reports of problems go to the repository, and nowhere if there is none."""

from pathlib import Path

import pytest
from markup import parse
from project_copy import REPOSITORY, duizhao, environment
from ruamel.yaml import YAML

from toy_project import PROJECT

pytestmark = pytest.mark.corpus

FORM = PROJECT / ".github/ISSUE_TEMPLATE/problem.yml"


@pytest.mark.parametrize("repository", ["", REPOSITORY])
def test_where_reports_go(project: Path, repository: str) -> None:
    done = duizhao("build", "--no-print", cwd=project, env=environment(DUIZHAO_REPOSITORY_URL=repository))
    assert done.returncode == 0
    assert ("DUIZHAO_REPOSITORY_URL" in done.stderr.decode()) != bool(repository)
    html = parse((project / "site/en/2.8/index.html").read_text("utf-8")).html
    dialog = html.ids["cite"]
    assert dialog.attrs["data-repository"] == repository
    (link,) = dialog.with_class("dz-cite__report")
    assert "hidden" in link.attrs
    assert link.attrs["href"] == (repository or "../../en/cite/")


def test_the_form_is_in_both_languages_and_asks_what_is_wrong() -> None:
    form = YAML(typ="safe", pure=True).load(FORM.read_text("utf-8"))
    fields = [field for field in form["body"] if "id" in field]
    assert all(" · " in field["attributes"]["label"] for field in fields)
    required = {field["id"] for field in fields if field.get("validations", {}).get("required")}
    assert required == {"clause", "problem"}
