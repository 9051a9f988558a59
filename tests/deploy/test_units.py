"""The units and the Containerfile: sound as far as that can be told without a running systemd or a container engine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.limited import allowed_calls, settings_of

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
HEYAN = Path(sys.executable).with_name("heyan")
UNITS = sorted(DEPLOY.glob("*.service"))
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")


@pytest.fixture
def installed(tmp_path: Path) -> list[Path]:
    """The units with the paths of this checkout, for systemd looks whether the program is there."""
    for unit in [*UNITS, *DEPLOY.glob("*.timer")]:
        text = unit.read_text("utf-8").replace("/opt/heyan/.venv/bin/heyan", str(HEYAN))
        (tmp_path / unit.name).write_text(text.replace("file:///opt/heyan", f"file://{ROOT}"), "utf-8")
    return sorted(tmp_path.iterdir())


@needs_systemd
def test_systemd_finds_no_fault_with_the_units(installed: list[Path]) -> None:
    done = subprocess.run(["systemd-analyze", "verify", *installed], capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if "heyan" in line]
    assert (done.returncode, told) == (0, [])


@needs_systemd
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_the_units_leave_little_open(unit: Path) -> None:
    command = ["systemd-analyze", "--no-pager", "security", "--offline=true", "--threshold=20", str(unit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd-analyze cannot look at files")
    assert done.returncode == 0, done.stdout[-300:]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_the_units_share_their_hardening(unit: Path) -> None:
    own = {pair for pair in settings_of(unit) if pair[0] not in ("Description", "ExecStart", "Environment")}
    first = settings_of(DEPLOY / "heyan-serve.service")
    start = [name for name, _ in first].index("NoNewPrivileges")
    hardening = {pair for pair in first[start:] if pair[0] != "WantedBy" and "landlock" not in pair[1]}
    assert hardening <= own
    assert {("User", "heyan"), ("UMask", "0077"), ("StateDirectory", "heyan"), ("StateDirectoryMode", "0700")} <= own


def test_the_example_settings_are_settings() -> None:
    from verifier.hook.settings import settings_from_environment

    text = (DEPLOY / "heyan.env.example").read_text("utf-8")
    given = dict(re.findall(r"^#(HEYAN_\w+)=(\S+)$", text, re.M))
    assert len(given) >= 8
    made = settings_from_environment({**given, "HEYAN_DATA": "/nowhere"})
    assert made.secure_cookies
    assert made.database.startswith("postgresql+psycopg://heyan@/heyan?host=")


@needs_systemd
@pytest.mark.ocr
def test_the_fences_round_reading_stand_inside_the_units_limits() -> None:
    """The engine reads there, and every fence can be put up; without the landlock calls one could not."""
    unit = "heyan-serve.service"
    allowed = allowed_calls(DEPLOY / unit)
    assert allowed == allowed_calls(DEPLOY / "heyan-worker.service")
    assert {"landlock_restrict_self", "prctl", "prlimit64"} <= allowed
    assert not {"mount", "ptrace", "bpf", "init_module", "chown"} & allowed
    if not Path("/usr/lib/x86_64-linux-gnu/libseccomp.so.2").exists():
        pytest.skip("libseccomp is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "tests.deploy.limited", DEPLOY / unit, HEYAN, "doctor"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    fences = next(line for line in done.stdout.splitlines() if "防护" in line)
    assert all(name in fences for name in ("内存与文件上限", "禁止改动文件", "禁止联网与启动程序"))


def instructions() -> list[tuple[str, str]]:
    """The Containerfile's instructions, continued lines joined."""
    text = re.sub(r"\\\n", " ", (DEPLOY / "Containerfile").read_text("utf-8"))
    lines = [line.split(None, 1) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, rest) for word, rest in lines]


def test_the_container_runs_as_nobody_and_from_what_is_locked() -> None:
    known = {"FROM", "RUN", "WORKDIR", "COPY", "ENV", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL"}
    known |= {"HEALTHCHECK", "ENTRYPOINT", "CMD"}
    told = instructions()
    assert {word for word, _ in told} <= known
    bases = [rest.split()[0] for word, rest in told if word == "FROM"]
    assert set(bases) == {"docker.io/library/debian:bookworm-slim"}
    assert [rest for word, rest in told if word == "USER"] == ["10001:10001"]
    assert any("--require-hashes -r requirements.lock" in rest for word, rest in told if word == "RUN")
    for word, rest in told:
        if word in ("ENTRYPOINT", "CMD"):
            assert all(isinstance(part, str) for part in json.loads(rest))
        if word == "HEALTHCHECK":
            assert "/healthz" in json.loads(rest[rest.index("[") :])[2]


def copied() -> list[str]:
    """What the build copies out of this repository."""
    found: list[str] = []
    for word, rest in instructions():
        if word == "COPY" and not rest.startswith("--from"):
            found += rest.split()[:-1]
    return found


def test_the_package_builds_from_what_the_container_copies(tmp_path: Path) -> None:
    listed = {line.lstrip("!") for line in (DEPLOY / "Containerfile.containerignore").read_text("utf-8").splitlines()}
    assert set(copied()) <= listed
    for name in copied():
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    import zipfile

    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"cli.py", "verifier/hook/storage/migrations/env.py", "verifier/hook/desk/static/desk.js"} <= names
    assert any(name.startswith("verifier/packs/") and name.endswith(".toml") for name in names)
