# Each target sets up all it needs. `make` alone prints this list.
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/bin/
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench vocab docs notebooks clean

help:  ## print this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## ?/  make \1\t/' | expand -t 22

$(VENV)/.base: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	$(PY) -m pip install --quiet --editable ".[dev]"
	@touch $@

demo: $(VENV)/.base  ## build the graph from the shipped article, print answers, write demo/graph.html
	@mkdir -p demo
	KG_STORE=demo/store $(RUN)kg build
	@for question in who-takes status-as-of who-said-what fell-through; do \
	  echo; echo "\$$ kg query $$question"; KG_STORE=demo/store $(RUN)kg query $$question --format table || exit 1; \
	done
	@echo
	KG_STORE=demo/store $(RUN)kg view -o demo/graph.html
	@echo "Open demo/graph.html in a browser; it needs no network."

test: $(VENV)/.dev browser lint  ## everything that CI runs: lint, types, layers, tests
	$(RUN)pytest -n auto

lint: $(VENV)/.dev
	$(RUN)ruff check .
	$(RUN)ruff format --check .
	$(RUN)mypy
	$(RUN)lint-imports
	$(PY) tools/make_vocab.py --check
	$(PY) tools/make_reference.py --check

.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core)

bench: $(VENV)/.dev browser  ## measure ratios against the bare libraries
	$(PY) -m benchmarks

.PHONY: bench-public
bench-public: $(VENV)/.dev  ## score single stages on public corpora: POLNEAR=... TEMPEVAL=... CROSSNER=... (folders)
	$(PY) -m benchmarks.public polnear=$(POLNEAR) timebank=$(TEMPEVAL) crossner=$(CROSSNER)

vocab: $(VENV)/.dev  ## regenerate kg/rdf/vocab.py from ontology/
	$(PY) tools/make_vocab.py

docs: $(VENV)/.dev  ## regenerate docs/reference
	$(PY) tools/make_reference.py

notebooks: $(VENV)/.dev  ## open the notebooks
	$(RUN)jupyter lab notebooks

clean:  ## remove what the other targets made
	rm -rf $(VENV) demo kg-store build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
