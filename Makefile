# make demo | test | check | bench | fuzz | lock. Needs Python 3.11 or later; everything else goes into .venv.

VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,\
  $(if $(shell $(name) -c "import sys; print(sys.version_info >= (3, 11) or '')" 2>/dev/null),$(name))))
EXAMPLE := examples/A_RES_80_903.md

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint check bench fuzz lock

help:
	@echo "make demo    the example, rolled forward and built into demo/"
	@echo "make test    the tests"
	@echo "make lint    ruff, mypy, and the layers"
	@echo "make check   both"
	@echo "make bench   the benchmarks"
	@echo "make fuzz    a reader against made-up files: READER=word MINUTES=10 (Linux)"
	@echo "make lock    the locked requirements, made anew from pyproject.toml"

# The stamps are kept in the environment, so that removing .venv is enough to begin anew.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later was found: install one, or give make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

setup: $(VENV)/dev.stamp

demo: $(VENV)/run.stamp
	@mkdir -p demo
	$(BIN)/draftkit roll $(EXAMPLE) --session 82 --force -o demo/rolled.yaml
	$(BIN)/draftkit build examples/draft.yaml -o demo/draft.docx
	$(BIN)/draftkit build examples/draft.yaml --clean -o demo/clean.docx
	$(BIN)/draftkit verify demo/draft.docx --prior $(EXAMPLE) --new examples/draft.yaml
	@echo
	@echo "The roll-forward, to edit:          $(CURDIR)/demo/rolled.yaml"
	@echo "The edited draft, changes tracked:  $(CURDIR)/demo/draft.docx"
	@echo "The same, clean:                    $(CURDIR)/demo/clean.docx"

test: setup
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

# The other tools have an environment of their own; whoever has no npm or not all of the tools goes without.
bench/.venv/peers.stamp: requirements/bench.txt | $(BIN)/python
	$(BIN)/python -m venv bench/.venv
	$(BIN:$(VENV)/%=bench/.venv/%)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< && touch $@ || true

.ci/tools/node_modules/.package-lock.json: .ci/tools/package-lock.json
	npm install --prefix .ci/tools --no-save --ignore-scripts --no-audit --no-fund --silent && touch $@ || true

bench: setup bench/.venv/peers.stamp .ci/tools/node_modules/.package-lock.json
	$(BIN)/python bench/bench.py
	$(BIN)/python bench/growth.py
	$(BIN)/python bench/redlines.py

lock:
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml requirements/build.in --group dev -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --group pyproject.toml:fuzz -o requirements/fuzz.txt
	$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes requirements/bench.in -o requirements/bench.txt

fuzz: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	$(BIN)/python tests/fuzz/fuzz_readers.py $(or $(READER),word) --minutes $(or $(MINUTES),10)
