# Each target sets up all it needs. `make` alone prints this list.
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/bin/
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help demo test test-lowest lint bench package vocab docs notebooks clean

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
	@export KG_STORE=demo/store PATH="$(CURDIR)/$(RUN):$$PATH"; for command in \
	  "kg query who-takes -p sender=GBR -c receiver,relation,who,asOf -f table" \
	  "kg query fell-through -c title,status,who -f table | sed -n 1,15p" \
	  "kg timeline us-rwanda-2025 | sed -n 1,21p"; do \
	  echo; echo "\$$ $$command"; eval "$$command" || exit 1; \
	done
	@echo
	KG_STORE=demo/store $(RUN)kg view -o demo/graph.html
	@echo "Open demo/graph.html in a browser; it needs no network. More: KG_STORE=demo/store $(RUN)kg query --list -f table"

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

test-lowest:  ## the tests without browser, with the lowest versions that pyproject.toml allows (Python 3.11)
	@mkdir -p build
	$(PYTHON) tools/lowest.py > build/lowest.txt
	$(PYTHON) -m venv build/lowest
	build/lowest/bin/pip install --quiet --upgrade pip
	build/lowest/bin/pip install --quiet --constraint build/lowest.txt --editable ".[dev]"
	build/lowest/bin/pytest -n auto --ignore=tests/view

package: $(VENV)/.base  ## build dist/, and try the wheel and its extras where there is no checkout
	rm -rf dist
	$(PY) -m pip install --quiet build
	$(PY) -m build
	@place=$$(mktemp -d) && trap 'rm -rf "$$place"' EXIT && wheel=$$(ls $(CURDIR)/dist/*.whl) && \
	  $(PYTHON) -m venv $$place/venv && cd $$place && PATH=$$place/venv/bin:$$PATH && \
	  pip install --quiet "$$wheel" && kg build && kg query who-takes --format table && kg check && \
	  kg view && test -s migkg.html && kg export -o tables.zip && test -s tables.zip && \
	  pip install --quiet "$$wheel[html,llm,net,notebook]" && \
	  python -c "import httpx, IPython, matplotlib, trafilatura, kg; print(kg.demo().query('who-takes').to_pandas())"

vocab: $(VENV)/.dev  ## regenerate kg/rdf/vocab.py from ontology/
	$(PY) tools/make_vocab.py

docs: $(VENV)/.dev  ## regenerate docs/reference
	$(PY) tools/make_reference.py

notebooks: $(VENV)/.dev  ## open the notebooks
	$(RUN)jupyter lab notebooks

clean:  ## remove what the other targets made
	rm -rf $(VENV) demo kg-store build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
