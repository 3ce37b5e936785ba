# Lesarten: two commands matter, `make report` and `make test`. Both make .venv from the lock first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: pictures report test test-slow lab lint bench lock clean

report: $(READY)            ## execute every notebook and write site/index.html
	$(BIN)/lesarten report

test: $(READY)              ## run the tests, without the slow ones
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow"

test-slow: $(READY)         ## whole sites, the wheel, faults
	$(BIN)/python -m pytest -n auto --dist loadfile -m slow tests

lab: $(READY)               ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks

lint: $(READY)              ## check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

bench: $(READY)             ## measure speed and accuracy; what it prints is recorded in benchmarks/README.md
	$(BIN)/python -m benchmarks

pictures: $(READY)          ## draw the pictures of the README anew
	$(BIN)/python .github/pictures.py

lock:                       ## pin every dependency anew
	rm -rf .lock-venv
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install -q ".[dev]"
	{ echo "# Every dependency, pinned; made by \`make lock\`."; .lock-venv/bin/python -m pip freeze --all --exclude lesarten --exclude pip; } > requirements.lock
	rm -rf .lock-venv

clean:                      ## remove everything that is made
	rm -rf $(VENV) site build *.egg-info .pytest_cache .ruff_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@
