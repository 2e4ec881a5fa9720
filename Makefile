# Two commands do everything: `make demo` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test check fix smoke benchmark lock clean

demo: .venv/core
	@$(BIN)/rakenlp run jobs/demo-monthly.toml --all-months

test: .venv/full
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest

check: .venv/full
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -m "not slow"

fix: .venv/full
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# The wheel, installed alone in an environment of its own, answers and finds its models.
smoke: .venv/full
	@rm -rf build/smoke && mkdir -p build/smoke
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/smoke .
	@$(PYTHON) -m venv build/smoke/venv
	@build/smoke/venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt build/smoke/rakenlp-*.whl
	@cd build/smoke && venv/bin/rakenlp --help >/dev/null && venv/bin/rakenlp doctor --workspace work

benchmark: .venv/full
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file; done

lock: .venv/full
	@{ echo "# Exact versions that make set-up repeatable; made from a full install (make lock)."; \
	   $(BIN)/python -m pip freeze --exclude-editable | grep -v '^torch=='; } > constraints.new && mv constraints.new constraints.txt

clean:
	@rm -rf .venv build runs

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "rakenlp tarvitsee Pythonin version 3.11–3.13 / needs Python 3.11–3.13")'
	@$(PYTHON) -m venv .venv

.venv/core: pyproject.toml constraints.txt | .venv/bin/python
	@.ci/system libvoikko1 voikko-fi
	@echo "Asennetaan Python-paketteja, kestää noin kaksi minuuttia / installing Python packages, about two minutes"
	@$(PIP) --editable .
	@touch $@

.venv/full: pyproject.toml constraints.txt | .venv/bin/python
	@.ci/system libvoikko1 voikko-fi chromium chromium-driver
	@echo "Asennetaan testien paketit, kestää noin viisi minuuttia / installing packages for the tests, about five minutes"
	@$(PIP) torch==2.13.0
	@$(PIP) --editable '.[transformers,dask,postgres,evoc,dev]'
	@touch $@ .venv/core
