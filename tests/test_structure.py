"""The house rules of docs/architecture.md, held by tests: one-way imports, small files, names that mean something."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("models", "extractors", "verifier", "samples")
MAY_IMPORT = {
    "cli.py": {"verifier"},
    "verifier": {"verifier", "extractors", "models"},
    "extractors": {"extractors", "models"},
    "samples": {"samples", "models"},
    "models": {"models"},
}
SAYS_NOTHING = {"utils", "helpers", "common", "misc", "core", "base", "manager"}
LINES_A_FILE = 400
LINES_A_FUNCTION = 50


def sources(*rooms: str) -> list[Path]:
    found = [ROOT / "cli.py"] if "cli.py" in rooms else []
    for room in rooms:
        found += sorted((ROOT / room).rglob("*.py"))
    return found


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    ours = {*ROOMS, "cli", "tests", "benchmarks"}
    for path in sources(room):
        found = imported(ast.parse(path.read_text("utf-8"))) & ours
        assert found <= MAY_IMPORT[room], f"{path.relative_to(ROOT)} imports {found - MAY_IMPORT[room]}"


def test_import_linter_agrees() -> None:
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    "path", sources("cli.py", *ROOMS, "tests", "benchmarks"), ids=lambda p: str(p.relative_to(ROOT))
)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LINES_A_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < LINES_A_FUNCTION, f"{path.name}:{node.lineno} {node.name}"


def test_names_say_something() -> None:
    for path in sources("cli.py", *ROOMS, "tests", "benchmarks"):
        parts = {*path.relative_to(ROOT).parts[:-1], path.stem}
        assert not parts & SAYS_NOTHING, path


def test_no_two_test_files_share_a_name() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(name for name in set(names) if names.count(name) > 1) == [], "pytest cannot collect them together"


def test_top_level_holds_only_the_rooms() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.split("\0") if line}
    allowed = {*ROOMS, "cli.py", "tests", "benchmarks", "docs", ".ci", ".gitignore", "Makefile", "LICENSE", "README.md"}
    allowed |= {
        "README.zh-CN.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "deploy",
        "pyproject.toml",
        "requirements.lock",
        "requirements-paddleocr.lock",
    }
    assert top <= allowed


def test_no_other_distribution_ships_our_names() -> None:
    owners = packages_distributions()
    for name in ("cli", "models", "extractors", "verifier"):
        others = {d for d in owners.get(name, []) if d != "heyan"}
        assert not others, f"{name} is also shipped by {others}: install heyan in an environment of its own"


def test_lock_file_is_hashed_and_names_no_index() -> None:
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert "--index" not in text
        pins = [line for line in text.splitlines() if line and line[0].isalpha()]
        assert pins
        assert all("==" in line for line in pins)
        assert text.count("--hash=sha256:") >= len(pins)
