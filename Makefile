# Every command sets up what it needs: a virtual environment from requirements.txt, packages from package-lock.json.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(VENV)/bin/python

.PHONY: help serve check new-mode new-scenario i18n test unit build microsim lint bench diagrams picture golden clean

help: ## Say what there is
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

serve: setup ## Build, serve at http://127.0.0.1:8000/ (PORT=…), build again on every change
	@$(RUN) -m tools.serve --port $(PORT)

i18n: setup ## Bring translations up to date with the content: make i18n LANGUAGE=de
	@$(RUN) -m tools.i18n $(LANGUAGE)

check: setup ## Say whether the content is right, and where it disagrees with the model or rests on nothing
	@$(RUN) -m tools.check

new-mode: setup ## Begin a mode, with every place that needs words marked: make new-mode NAME="Message batches"
	@$(RUN) -m tools.new mode "$(NAME)" $(if $(LESSON),--lesson $(LESSON))

new-scenario: setup ## Begin a scenario: make new-scenario NAME="Nightly report" (LESSON=… for another lesson than the first)
	@$(RUN) -m tools.new scenario "$(NAME)" $(if $(LESSON),--lesson $(LESSON))

test: setup ## Lint, then every test, in three real browsers too, and the pure ones in the Python that learners get
	@$(MAKE) --no-print-directory lint
	@$(RUN) -m tools.browser
	@$(RUN) -m tools.engines
	@$(RUN) -m pytest -n 2 --dist loadgroup $(ARGS)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" node tests/pyodide/run.mjs

unit: setup ## Run the tests that need no browser, but for the slow few: less than a minute
	@$(RUN) -m pytest -n 2 --dist loadgroup -m "not slow" tests/engine tests/lessons engine simulator $(ARGS)

build: setup ## Assemble dist/, the one static folder
	@$(RUN) -m tools.build

microsim: setup ## Write microsim/<name>/ for each lesson, the folder that a book takes as it is (LANGUAGE=de: a German book)
	@$(RUN) -m tools.microsim $(LANGUAGE)

lint: setup ## Check content and its English, types, style and format
	@$(RUN) -m tools.lint
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

bench: setup ## Measure start and speed against other pages, in a real browser
	@$(RUN) -m tools.browser
	@$(RUN) -m tools.bench $(ARGS)

diagrams: setup ## Draw the kept diagrams again, in a real browser
	@$(RUN) -m tools.browser
	@$(RUN) -m tools.drawings

picture: setup ## Take the picture of each lesson again, in a real browser
	@$(RUN) -m tools.browser
	@$(RUN) -m tools.microsim.picture

golden: setup ## Write the golden files again; review them as a diff
	@$(RUN) -m pytest -q tests/engine tests/lessons --golden $(ARGS)

clean: ## Remove what was built and installed
	rm -rf dist microsim node_modules $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache

.PHONY: setup
setup: $(VENV)/.ready node_modules/.ready

$(VENV)/.ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@echo "Setting up Python packages…"
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

node_modules/.ready: package-lock.json $(VENV)/.ready requirements-node.txt
	@echo "Setting up browser libraries…"
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" sh tools/node.sh
	@touch $@
