# The commands of the project. Each sets up what it needs; `make setup` does all of it at once.
# Everything is written to target/, .build/, bindings-wasm/ (node_modules, dist) and the package managers' caches.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test bench fuzz sandbox fmt lint docs setup clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## send through the Python package and the Node build to a gateway on loopback
	@scripts/demo.sh

test: ## check everything: format, lints, docs, tests in three languages, types, examples
	@scripts/test.sh

bench: ## measure against plain JSON and validation libraries, in ratios
	@scripts/bench.sh

fuzz: ## run every fuzz target for SECONDS_EACH seconds (60), or only TARGET
	@scripts/fuzz.sh

sandbox: ## start the gateway on loopback alone; PORT chooses its port
	@cargo run --quiet --locked -p smskernel-sandbox -- $(if $(PORT),--port $(PORT))

fmt: ## format the Rust and Python sources
	@scripts/lint.sh --fix

lint: ## check the format and the lints of Rust and Python
	@scripts/lint.sh

docs: ## write docs/codes.md and docs/outcomes.md from the tables of the core
	@scripts/pages.sh

setup: ## install the wasm target, the Python tools, the Node packages, the browsers and the checkers
	@scripts/setup.sh rust tools node runtimes browsers checkers

clean: ## remove everything that was built or installed in this folder
	@rm -rf target .build tests/fuzz/target bindings-wasm/dist bindings-wasm/node_modules bindings-wasm/test/runtimes/node_modules
