# bitfront: build, test, install. `make help` says what there is to do.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Debian packages: what building and running needs, and what the tests need besides.
BUILD_PACKAGES := libncurses-dev libdnnl-dev libsqlite3-dev zlib1g-dev liblzma-dev libssl-dev libyaml-dev libmatio-dev curl
TEST_PACKAGES := tmux sqlite3 xz-utils procps shellcheck groff-base

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=

SCRATCH := .build-release
RELEASE := $(SCRATCH)/release
# For a quick start. A type is asked for by a call and not by its name, for which the runtime would search 7,700 conformances: a tenth
# fewer instructions. Functions in sections of their own, of which those that nobody calls are left out; 96,000 relocations packed; no
# list of 14,000 symbols that nobody looks up: a tenth less memory.
COMPILING := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xfrontend -Xswiftc -function-sections
LINKING := -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic
# What a start calls stands side by side: a quarter less memory.
ORDERING := -Xlinker --symbol-ordering-file=$(CURDIR)/Scripts/functions-in-use.txt -Xlinker --no-warn-symbol-ordering
SWIFT_BUILD := swift build -c release --static-swift-stdlib --disable-local-rpath --scratch-path $(SCRATCH) $(COMPILING) $(LINKING) $(ORDERING)
# Folders count too, so that a file that is gone is noticed as well as one that has changed.
SOURCES := Makefile Package.swift Scripts/functions-in-use.txt Scripts/link-archives $(shell find Sources -type f -o -type d)
SHELLS := bash zsh fish
COMPLETIONS := $(SHELLS:%=$(SCRATCH)/completions/%)

BIN = $(DESTDIR)$(PREFIX)/bin
LIBEXEC = $(DESTDIR)$(PREFIX)/libexec/bitfront
SHARE = $(DESTDIR)$(PREFIX)/share
MAN_PAGE = $(SHARE)/man/man1/bitfront.1
COMPLETION_bash = $(SHARE)/bash-completion/completions/bitfront
COMPLETION_zsh = $(SHARE)/zsh/site-functions/_bitfront
COMPLETION_fish = $(SHARE)/fish/vendor_completions.d/bitfront.fish

.PHONY: help run build test check bench soak install uninstall clean packages test-packages

help: ## say what there is to do
	@echo 'usage: make TARGET'
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  \1|\2/p' Makefile | while IFS='|' read -r target text; do \
	  printf '  %-12s %s\n' "$${target# *}" "$$text"; done

run: build ## build what has changed and open the explorer; ARGS='table --study hashemi2017' runs a command
	@exec $(RELEASE)/bitfront $(ARGS)

build: packages $(SCRATCH)/built ## build the programs for use (release, Swift's library linked in)

$(SCRATCH)/built: $(SOURCES)
	@Scripts/check-swift
	@Scripts/link-archives .build-release/archives # where Package.swift looks for them
	@rm -f $(RELEASE)/bitfront # the order of functions is no source that the linker's caller knows of
	$(SWIFT_BUILD) --product bitfront
	$(SWIFT_BUILD) --product bitfront-trainer
	@touch $@

test: test-packages ## install what the tests need, check formatting and the module diagram, build and run every test
	@Scripts/check-swift
	@Scripts/check
	@Scripts/run-tests

check: ## the part of the tests that needs no build
	@Scripts/check

bench: build ## print what the benchmarks measure on this machine; ARGS=explorer prints a part of it
	$(SWIFT_BUILD) --product bitfront-bench
	@Scripts/bench $(ARGS)

soak: build test-packages ## run the checks that are too long for every day, minutes to hours each; ARGS='kill-loop' runs one
	@SWIFT_BUILD='$(SWIFT_BUILD)' Scripts/soak $(ARGS)

$(COMPLETIONS): $(SCRATCH)/completions/%: $(SCRATCH)/built
	@mkdir -p $(@D)
	@$(RELEASE)/bitfront --generate-completion-script $* > $@.partial
	@mv $@.partial $@

install: build $(COMPLETIONS) ## install under PREFIX (/usr/local), inside DESTDIR if it is given
	install -D -m 755 $(RELEASE)/bitfront '$(BIN)/bitfront'
	install -D -m 755 $(RELEASE)/bitfront-trainer '$(LIBEXEC)/bitfront-trainer'
	find Presets -type f \( -name '*.yaml' -o -path '*/results/*' \) -printf '%P\n' | while IFS= read -r preset; do \
	  install -D -m 644 "Presets/$$preset" '$(SHARE)/bitfront/presets/'"$$preset"; done
	install -D -m 644 docs/bitfront.1 '$(MAN_PAGE)'
	$(foreach shell,$(SHELLS),install -D -m 644 $(SCRATCH)/completions/$(shell) '$(COMPLETION_$(shell))';)

uninstall: ## remove what install put there
	rm -f '$(BIN)/bitfront' '$(MAN_PAGE)' $(foreach shell,$(SHELLS),'$(COMPLETION_$(shell))')
	rm -rf '$(LIBEXEC)' '$(SHARE)/bitfront/presets'
	@rmdir '$(SHARE)/bitfront' 2>/dev/null || true

clean: ## remove everything that was built
	rm -rf .build $(SCRATCH)

packages:
	@Scripts/install-packages $(BUILD_PACKAGES)

test-packages:
	@Scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
