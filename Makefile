# make site: build the real site into _site/ · make test: check everything

PYTHON ?= python3
BIN = .venv/bin
# The program starts in half the time where Python keeps what it has compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test check serve schema kills faults hostile reproducible s3 screenshots patterns fuzz bench bench-reading bench-hostile bench-search bench-server \
  licences audit release requirements clean

site: .venv/site
	@$(BIN)/python build.py

check: .venv/site
	@$(BIN)/python build.py check

serve: .venv/site
	@$(BIN)/python build.py serve

test: .venv/test .venv/release
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.programs
	@$(BIN)/python -m pytest -n 3 --dist worksteal

# What editors check targets.yaml with, after a change of the reader or of its words.
schema: .venv/site
	@$(BIN)/python build.py schema > data/targets.schema.json

# Kills builds and edits at random moments; what they write must be old or new. COUNT=1000
COUNT ?= 1000
kills: .venv/test
	@$(BIN)/python -m tests.kills builds $(COUNT)
	@$(BIN)/python -m tests.kills edits $(COUNT)

# Lets every call to the system fail that publishing a site makes, and writing a file.
faults: .venv/test
	@$(BIN)/python -m tests.faults

# Builds the site on machines as unlike as can be pretended: the bytes must be the same.
reproducible: .venv/test
	@$(BIN)/python -m tests.reproducible

# Every hostile text behind every text of a project, and for every value that has a form.
hostile: .venv/test
	@RUNS=all $(BIN)/python -m pytest tests/test_hostile.py tests/browser/test_hostile.py

# Publishes to a server of the S3 protocol, on loopback.
s3: .venv/s3/made
	@.venv/s3/bin/python -m tests.s3

screenshots: .venv/test site patterns
	@$(BIN)/python -m tests.browser.screenshots

# Inputs that nobody would write, at every reader: none may end in a traceback, hang, or run.
# On Linux (x86-64, Python 3.11 to 3.13). COUNT=100000 takes 70 minutes.
fuzz: COUNT = 100000
fuzz: .venv/fuzz
	@$(BIN)/python -m tests.fuzz $(COUNT)

patterns: .venv/test
	@$(BIN)/python -m tests.patterns

# Builds, saves and readers, beside Hugo, into bench/README.md: half an hour on two cores with nothing else
# to do. SIZES="35 1000" RUNS=5 PARTS="builds saves readers"
SIZES ?= 35 1000 10000 50000
RUNS ?= 5
PARTS ?=
bench: .venv/bench
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m bench.speed --sizes "$(SIZES)" --runs $(RUNS) $(PARTS)

bench-reading: .venv/test
	@$(BIN)/python -m bench.reading

bench-hostile: .venv/test
	@$(BIN)/python -m bench.hostile

bench-search: .venv/test
	@$(BIN)/python -m bench.search

# Four minutes, on loopback alone.
bench-server: .venv/test
	@$(BIN)/python -m bench.server

# The tables of docs/licences.md, after a change of requirements/.
licences: .venv/test .venv/release
	@$(BIN)/python -m release.licences

# Known vulnerabilities: exits 0 for none, 1 for some, 3 where no database was reached (make says Error 3).
# ADVISORIES=a clone of the PyPA's advisory database, where there is no network.
ADVISORIES ?=
audit: .venv/release
	@$(BIN)/python -m release.audit $(ADVISORIES)

# The files of a release, into dist/: the committed tree, what is inside it, their sums.
release: .venv/site .venv/release
	@$(BIN)/python -m release

# The environments, made anew when the pinned requirements change.
.venv/site: requirements/site.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/test: requirements/test.txt .venv/site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/release: requirements/release.txt .venv/site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/fuzz: requirements/fuzz.txt .venv/test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/bench: requirements/bench.txt .venv/test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# An environment of its own: botocore wants an older python-dateutil.
.venv/s3/made: requirements/s3.txt .venv/site
	@test -x .venv/s3/bin/python || $(PYTHON) -m venv .venv/s3
	@.venv/s3/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Pins again from pyproject.toml; needs uv.
requirements:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url pyproject.toml -o requirements/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --extra test pyproject.toml -o requirements/test.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-package pip --constraint requirements/test.txt \
	  --extra release pyproject.toml -o requirements/release.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --constraint requirements/test.txt \
	  --extra fuzz pyproject.toml -o requirements/fuzz.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --constraint requirements/test.txt \
	  --extra bench pyproject.toml -o requirements/bench.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --extra s3 --extra s3-test pyproject.toml -o requirements/s3.txt

clean:
	rm -rf .venv ._*.cache _site _bench _patterns dist
