# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
JOBS ?= $(shell nproc)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: demo test test-long test-paddleocr fuzz lint bench bench-all samples record lock clean

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: $(READY)  ## verify the made-up applicants with the real OCR engine (exit 1 only says that somebody does not pass)
	$(BIN)/heyan verify samples/applicants --output samples-report || test $$? -eq 1

test: $(READY) lint  ## everything but the long sets
	sh tests/system_packages.sh
	$(BIN)/python -m pytest -m "not slow and not paddleocr and not fuzz" --cov --cov-report=term:skip-covered

test-long: $(READY)  ## the long sets alone
	sh tests/system_packages.sh
	$(BIN)/python -m pytest -m "slow and not paddleocr and not fuzz"

.venv-paddleocr/.ready: requirements-paddleocr.lock
	$(PYTHON) -m venv .venv-paddleocr
	.venv-paddleocr/bin/pip install --quiet --no-deps --require-hashes -r requirements-paddleocr.lock
	.venv-paddleocr/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

test-paddleocr: .venv-paddleocr/.ready  ## the paddleocr engine, in an environment of its own
	sh tests/system_packages.sh
	.venv-paddleocr/bin/python -m pytest -m paddleocr tests/extractors/ocr

fuzz: $(READY)  ## random input for HEYAN_FUZZ_MINUTES (10)
	HEYAN_FUZZ_MINUTES=$${HEYAN_FUZZ_MINUTES:-10} $(BIN)/python -m pytest -m fuzz tests/fuzzing

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv-faster-paddle/.ready: benchmarks/requirements-faster-paddle.lock
	$(PYTHON) -m venv .venv-faster-paddle
	.venv-faster-paddle/bin/pip install --quiet --no-deps --require-hashes -r benchmarks/requirements-faster-paddle.lock
	touch $@

bench: $(READY)  ## pages a minute against bare RapidOCR on the same pages
	$(BIN)/python -m benchmarks.ocr_speed

bench-all: $(READY)  ## the same against PaddleOCR, faster-paddle, Tesseract and the two networks alone
	$(BIN)/python -m benchmarks.ocr_speed --all

samples: $(READY)  ## draw the applicants again; needs the fonts that tests/system_packages.sh names
	$(BIN)/python -m samples.generate

record: $(READY)  ## read all samples again with the real engine and keep the words for the fast tests
	$(BIN)/python -m tests.record

lock:  ## pin again; needs uv
	sh tests/lock.sh

clean:
	rm -rf $(VENV) .venv-paddleocr .venv-faster-paddle samples-report .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
