# Two commands are enough: `make demo` and `make test`. Everything happens in .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
SOURCES := pyproject.toml constraints.txt

.PHONY: demo test lint types gate bench docs browser clean install-test format golden

$(VENV)/core: $(SOURCES)
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(VENV)/test: $(VENV)/core
	$(PIP) "torch==2.13.0"
	$(PIP) --editable ".[test]"
	@touch $@

$(VENV)/dev: $(VENV)/test
	$(PIP) --editable ".[dev]"
	@touch $@

demo: $(VENV)/core  ## sample posts in, records out: a table, highlighted posts, JSONL and Parquet in out/
	@mkdir -p out
	$(BIN)/firsthand run docs/sample_posts.jsonl --out out/records.jsonl --overwrite
	$(BIN)/firsthand run docs/sample_posts.jsonl --out out/records.parquet --overwrite --quiet
	$(BIN)/firsthand show out/records.jsonl
	@echo "written: out/records.jsonl and out/records.parquet"

test: $(VENV)/test  ## all tests
	$(BIN)/python -m pytest

install-test: $(VENV)/test  ## only the test that installs the wheel into an empty environment
	$(BIN)/python -m pytest -m install

lint: $(VENV)/dev  ## ruff: style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

golden: $(VENV)/test  ## write the golden records anew; read the difference before you commit it
	$(BIN)/python -m tests.test_golden

format: $(VENV)/dev  ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/dev  ## mypy --strict
	$(BIN)/mypy

gate: $(VENV)/core  ## the shipped model against the limits of a release, on the authored test posts
	$(BIN)/firsthand evaluate --gate --corpus firsthand

bench: $(VENV)/core  ## speed of a run and where its time goes, on the sample corpora
	$(BIN)/python benchmarks/run.py

docs: $(VENV)/test  ## execute the README and the pages in docs/
	$(BIN)/python -m pytest tests/test_docs.py

browser: $(VENV)/test  ## tests in a real browser (needs Debian's chromium)
	$(BIN)/python -m pytest tests/browser

clean:
	rm -rf $(VENV) out build dist *.egg-info
