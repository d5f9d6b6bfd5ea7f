# Every target sets up by itself what it needs: a virtual environment in .venv, filled from the lock files.
# Needs make and Python 3.11 or newer, and for the browser tests a Chromium (CHROMIUM=/path/to/it where it is not found).

PYTHON ?= python3
SEEDS ?= seeds
OUTPUT ?=
STRICT ?=
BASE ?=
MARKDOWN ?=
PORT ?= 8000
SIZES ?= 100 1000
# What is audited (the first holds all that requirements.lock does, and the extras); further options of pip-audit, such as another service.
LOCKED ?= requirements-dev.lock requirements-supply.lock
AUDIT ?=

VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test
OPTIONS := --seeds "$(SEEDS)" $(if $(OUTPUT),--output "$(OUTPUT)")
# The tools that list and audit what is pinned: apart, so that what they need themselves is not taken for ours.
SUPPLY := .venv-supply
LOCK := $(RUN) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock"
# What the map needs of D3, each after what it needs itself.
D3 := $(addprefix d3-,dispatch timer quadtree force selection color interpolate ease transition drag zoom)

.DEFAULT_GOAL := help
.PHONY: help site check diff serve test bench lint lock vendor sbom audit clean

help:  ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile
	@echo '  Sources from elsewhere: make site SEEDS=../inbox     Warnings count too: make site STRICT=1'

site: $(READY)  ## Build the site into site/
	@$(RUN) -m generator build $(OPTIONS) $(if $(STRICT),--strict)

check: $(READY)  ## Check everything and build nothing
	@$(RUN) -m generator check $(OPTIONS) $(if $(STRICT),--strict)

diff: $(READY)  ## Tell what the sources, as they stand, change (BASE=main: since that revision of git)
	@$(RUN) -m generator diff $(OPTIONS) $(if $(BASE),--base "$(BASE)") $(if $(MARKDOWN),--markdown)

serve: $(READY)  ## Preview on http://127.0.0.1:8000 and rebuild after every change
	@$(RUN) -m generator serve $(OPTIONS) --port $(PORT)

test: $(READY_TO_TEST)  ## Run all tests
	@$(RUN) -m pytest $(ARGS)

bench: $(READY_TO_TEST)  ## Measure what a build costs: make bench SIZES="100 1000 10000"
	@$(RUN) -m benchmarks.run $(SIZES)

lint: $(READY_TO_TEST)  ## Check style and types
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m mypy

lock: $(READY_TO_TEST)  ## Pin the newest versions that pyproject.toml allows
	@$(PIP) 'uv>=0.9,<1'
	@$(LOCK) --upgrade --extra build pyproject.toml -o requirements.lock
	@$(LOCK) --upgrade --extra build --extra dev --extra docx --extra html --extra pdf --extra zensical -c requirements.lock pyproject.toml -o requirements-dev.lock
	@$(LOCK) --upgrade --group supply -o requirements-supply.lock

vendor:  ## Fetch the scripts of others that the site and its tests use, as vendor/package-lock.json pins them (needs npm)
	@npm ci --prefix vendor --ignore-scripts --no-audit --no-fund --silent
	@cd vendor/node_modules && cat $(foreach part,$(D3),$(part)/dist/$(part).min.js) > ../../docs/assets/vendor/d3-map.min.js
	@cd vendor/node_modules && tail -n +1 $(foreach part,$(D3),$(part)/LICENSE) > ../../docs/assets/vendor/d3-map.LICENSE.txt
	@cd vendor/node_modules/axe-core && cp axe.min.js ../../../tests/site/vendor/ && cp LICENSE ../../../tests/site/vendor/axe.LICENSE.txt
	@sha256sum docs/assets/vendor/*.js tests/site/vendor/*.js > vendor/SHA256SUMS

sbom: $(READY) $(SUPPLY)/.ready  ## List what the site is built with and serves, with licences: sbom.cdx.json and THIRD-PARTY.md
	@$(PYTHON) -m venv --clear .venv-runtime
	@.venv-runtime/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements.lock
	@$(SUPPLY)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible .venv-runtime/bin/python | $(RUN) vendor/sbom.py

audit: $(SUPPLY)/.ready  ## Look up known vulnerabilities of what is pinned (needs the network; the scripts that the site serves need npm)
	@$(SUPPLY)/bin/pip-audit $(addprefix --requirement ,$(LOCKED)) --require-hashes --disable-pip --strict --progress-spinner off $(AUDIT); \
	  python=$$?; npm audit --prefix vendor --package-lock-only --omit=dev && exit $$python

clean:  ## Delete what was built, and the virtual environment
	rm -rf build site $(VENV) $(SUPPLY) .venv-runtime .pytest_cache .mypy_cache .ruff_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Seedbed needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
	  echo "Install it, or name another: make $(or $(MAKECMDGOALS),site) PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV) from requirements.lock ..."
	@$(RUN) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_TO_TEST): requirements-dev.lock $(READY)
	@echo "Setting up $(VENV) for tests from requirements-dev.lock ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

$(SUPPLY)/.ready: requirements-supply.lock
	@$(PYTHON) -m venv --clear $(SUPPLY)
	@$(SUPPLY)/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-supply.lock
	@touch $@
