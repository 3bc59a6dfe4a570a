# make site: build the real site into _site/ · make test: check everything

PYTHON ?= python3
BIN = .venv/bin

.PHONY: site test check serve schema kills screenshots patterns fuzz bench-reading bench-hostile bench-search requirements clean

site: .venv/site
	@$(BIN)/python build.py

check: .venv/site
	@$(BIN)/python build.py check

serve: .venv/site
	@$(BIN)/python build.py serve

test: .venv/test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.programs
	@$(BIN)/python -m pytest -n 2 --dist worksteal

# What editors check targets.yaml with, after a change of the reader or of its words.
schema: .venv/site
	@$(BIN)/python build.py schema > data/targets.schema.json

# Kills record, import and build at random moments; what they write must be old or new. COUNT=1000
COUNT ?= 1000
kills: .venv/test
	@$(BIN)/python -m tests.kills $(COUNT)

screenshots: .venv/test site patterns
	@$(BIN)/python -m tests.browser.screenshots

# Inputs that nobody would write, at every reader: none may end in a traceback, hang, or run.
# Needs the extra `fuzz` (Linux). COUNT=100000 takes an hour.
fuzz: COUNT = 100000
fuzz: .venv/test
	@$(BIN)/python -m tests.fuzz $(COUNT)

patterns: .venv/test
	@$(BIN)/python -m tests.patterns

bench-reading: .venv/test
	@$(BIN)/python -m bench.reading

bench-hostile: .venv/test
	@$(BIN)/python -m bench.hostile

bench-search: .venv/test
	@$(BIN)/python -m bench.search

# The environments, made anew when the pinned requirements change.
.venv/site: requirements/site.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/test: requirements/test.txt .venv/site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Pins again from pyproject.toml; needs uv.
requirements:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url pyproject.toml -o requirements/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --extra test pyproject.toml -o requirements/test.txt

clean:
	rm -rf .venv _site _bench _patterns
