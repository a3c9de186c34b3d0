# make        builds everything: the site in site/, PDFs and data in site/downloads/
# make test   passes the tests
# make bench  prints the ratios of docs/performance.md
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: all site check test browser lint bench lock serve clean

all: site

site: $(STAMP)
	$(BIN)/duizhao build

check: $(STAMP)
	$(BIN)/duizhao check

serve: $(STAMP)
	$(BIN)/duizhao serve

test: $(STAMP) lint browser
	$(BIN)/python -m pytest -rs

# What the tests in a browser need; says what is missing and goes on without it.
browser:
	sh scripts/browser.sh

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(STAMP) browser
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/search_queries.py
	$(BIN)/python benchmarks/page_speed.py

$(STAMP): requirements.lock pyproject.toml
	PYTHON="$(PYTHON)" sh scripts/install.sh "$(VENV)"

lock:
	sh scripts/lock.sh
	sh scripts/lock-browser.sh

clean:
	rm -rf site .venv tests/browser/node_modules .mypy_cache .ruff_cache .pytest_cache
