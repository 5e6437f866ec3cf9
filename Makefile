# Everything runs in an environment of its own, made from the lock file with hashes checked.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO ?= .demo
# Processes that share the tests; 0 runs them in this one.
WORKERS ?= 2
PIP = $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test lint accuracy bench docs golden lock clean

demo: $(VENV)/.run
	rm -rf $(DEMO)
	mkdir -p $(DEMO)
	$(BIN)/tracker --db $(DEMO)/tracker.sqlite db init
	$(BIN)/tracker --db $(DEMO)/tracker.sqlite ingest seeds/articles
	$(BIN)/tracker --db $(DEMO)/tracker.sqlite report bills --format table
	$(BIN)/tracker --db $(DEMO)/tracker.sqlite report packages --format table

test: $(VENV)/.test
	$(BIN)/python -m pytest -q --numprocesses $(WORKERS) --dist loadscope

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

accuracy: $(VENV)/.run
	@if [ -x ../shared/gold/score.py ]; then \
	  $(BIN)/python ../shared/gold/score.py ../shared/gold/dev.docs.jsonl ../shared/gold/dev.gold.jsonl \
	    --run '$(BIN)/tracker extract {docs} --format jsonl' --errors 20; \
	else echo "There are no gold records beside this checkout."; fi

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

docs: $(VENV)/.test
	$(BIN)/python docs/generate.py

golden: $(VENV)/.test
	$(BIN)/python -m pytest -q tests/reports/test_golden.py --write-golden
	git diff --stat -- tests/reports/golden

lock: $(VENV)/.test
	$(BIN)/uv pip compile pyproject.toml --extra postgresql --group build --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --all-extras --group build --group lint --group test --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	touch $@
