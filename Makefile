# Frontier Atlas: every command a developer or a reader needs. `make help` lists them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test data check base bench lint web mutate screenshots clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.run: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/.run

# Development tools of the page, in node_modules; reinstalled when package-lock.json says otherwise.
.PHONY: node
node:
	@cmp -s package-lock.json node_modules/.lock || { npm ci --no-audit --no-fund && cp package-lock.json node_modules/.lock; }

run: $(VENV)/.run ## Set everything up and open the atlas in the browser
	$(BIN)/python -m layers warm
	$(BIN)/python -m streamlit run streamlit_app.py --server.port $(PORT)

test: $(VENV)/.dev node ## Set everything up and run all tests, browser tests included
	$(BIN)/python -m pytest -n 2 --dist loadfile
	npm test --silent

lint: $(VENV)/.dev node ## Ruff, mypy, Biome, tsc
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	npm run --silent lint

check: $(VENV)/.run node ## Validate every shipped file; prove that data/ and layers/web/dist are what the builds make
	$(BIN)/python -m geo check
	$(BIN)/python -m data.build --check
	npm run --silent build -- --check

data: $(VENV)/.run ## Rebuild data/*.geojson from data/base and data/authored
	$(BIN)/python -m data.build

web: node ## Bundle layers/web/src into layers/web/dist
	npm run --silent build

base: $(VENV)/.dev ## Make the base extract again from the Natural Earth packages (200 MB of downloads)
	$(BIN)/python -m data.build.base

bench: $(VENV)/.dev ## Measure the atlas against its baselines, as ratios
	$(BIN)/python -m benchmarks

mutate: $(VENV)/.dev node ## Make small slips in a copy of the code and count those that a test sees
	$(BIN)/python -m benchmarks.mutate

screenshots: $(VENV)/.dev ## Take the pictures of the README and of docs/
	$(BIN)/python -m docs.screenshots

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .cache .pytest_cache .ruff_cache .mypy_cache .hypothesis
