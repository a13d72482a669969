# Everything that is made stays in this folder: .venv and .cache.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
BIN := .venv/bin
export REFIGHT_CACHE ?= $(CURDIR)/.cache/refight
export PYTHON
# Tests on all cores, those of one file together: what they set up is made once.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist loadfile
LOCKED := pyproject.toml tools/setup.sh

.PHONY: help run test quick check fix page bench peers fuzz golden size lock screenshots clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

run: .venv/.run ## set up, refight both acts 1,000 times each, write the page
	@$(BIN)/refight warmup
	@$(BIN)/refight fall
	@$(BIN)/refight liberation
	@echo
	@$(BIN)/refight export --html results/khorramshahr.html
	@echo "Or serve it, and try what-ifs of your own: $(BIN)/refight serve"

test: .venv/.dev ## set up with what tests need, then run them all
	@$(BIN)/refight warmup
	@$(PYTEST) $(ARGS)

quick: .venv/.dev ## the tests that take less than ten seconds each
	@$(PYTEST) -m "not slow" $(ARGS)

check: .venv/.dev ## format, lint, types, imports, spelling: what CI asks
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --cache-dir .cache/imports
	@$(BIN)/codespell

fix: .venv/.dev ## mend format and lint where a machine can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

page: page/node_modules/.made ## build the page anew (needs Node 20.19 and npm)
	@cd page && npm run --silent build

screenshots: .venv/.dev ## take the pictures of the page in docs anew
	@$(BIN)/python -m tools.screenshots $(ARGS)

bench: .venv/.dev ## measure speed against a calibration loop
	@$(BIN)/python -m benchmarks.run $(ARGS)

peers: .venv/.dev ## refight one scene by several ways of working, as ratios
	@$(BIN)/python -m benchmarks.peers $(ARGS)

fuzz: .venv/.dev ## give bad input to every reader, for SECONDS (60)
	@$(BIN)/refight warmup
	@$(BIN)/python -m tools.fuzz --seconds $(or $(SECONDS),60) $(ARGS)

golden: .venv/.dev ## renew the golden numbers and print what moved
	@$(BIN)/python -m tools.golden $(ARGS)

size: .venv/.dev ## lines of code, long files and long functions
	@$(BIN)/python -m tools.size

lock: .venv/.dev ## resolve dependencies anew, write uv.lock and requirements
	@tools/lock.sh $(ARGS)

clean: ## remove what was made
	rm -rf .venv .cache dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

page/node_modules/.made: page/package-lock.json
	@cd page && npm ci --silent
	@touch $@

.venv/.run: requirements.txt $(LOCKED)
	@tools/setup.sh run
	@touch $@

.venv/.dev: requirements-dev.txt $(LOCKED)
	@tools/setup.sh dev
	@touch $@ .venv/.run
