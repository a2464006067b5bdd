"""What every test of the repository may ask for, those of the plugins included."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent

# Derandomised, so that a run repeats itself: the same commit passes or fails twice alike. `long` is for looking.
settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=50,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


#: `--update-golden`, as the plugins of strangers load it too.
pytest_plugins = ("cstrack.testing.pytest_plugin",)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def child() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs this interpreter as a child, at the root of the checkout, with what it says kept as text."""

    def run(*argv: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, "PYTHONUTF8": "1", **variables}
        command = [sys.executable, *argv]
        return subprocess.run(command, cwd=cwd, env=environ, capture_output=True, encoding="utf-8", check=False)

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of founding papers beside the checkout, which a stranger's clone does not have."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder is not beside this checkout")
    return folder
