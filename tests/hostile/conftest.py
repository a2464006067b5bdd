"""Hostile files, made when the tests run, and what a run makes of them."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent

PAPER = """Overview and Scrutiny Board

On: 11th December 2014

1. Purpose

1.1 Spending of £1.2m on transport in 2013/14 is reported.

1.2 The new hub will open by 31 March 2015.
"""


def beside(name: str) -> ModuleType:
    """A module of this folder, which is no package."""
    found = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[name] = module
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def files() -> ModuleType:
    """What makes hostile files."""
    return beside("files")


@pytest.fixture(scope="session")
def mutants() -> ModuleType:
    """What changes files at random."""
    return beside("mutants")


@pytest.fixture(params=beside("mutants").SEEDS)
def suffix(request) -> str:
    """Each format that has a sound file to change."""
    return request.param


@pytest.fixture
def mock_site(tmp_path) -> Path:
    """A folder with the mock plugin as a distribution, for ``PYTHONPATH``."""
    site = tmp_path / "site"
    metadata = site / "cstrack_mock-1.0.dist-info"
    metadata.mkdir(parents=True)
    shutil.copy(HERE / "mock_plugin.py", site / "cstrack_mock.py")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: cstrack-mock\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[cstrack.v1]\nmock = cstrack_mock:plugin\n", encoding="utf-8")
    return site


@pytest.fixture
def mock(mock_site, monkeypatch) -> Path:
    """The mock plugin, installed for this process and those it starts."""
    monkeypatch.syspath_prepend(str(mock_site))
    return mock_site


@pytest.fixture
def folder(tmp_path) -> Callable[..., Path]:
    """A folder of files; ``neighbours`` good papers stand before, between and behind them."""

    def made(neighbours: bool = True, **files: str | bytes) -> Path:
        place = tmp_path / "papers"
        place.mkdir()
        for name, content in files.items():
            path = place / f"{name.replace('__', '.')}{'' if '__' in name else '.txt'}"
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        if neighbours:
            for name in ("a-torbay", "m-torbay", "z-torbay"):
                text = PAPER.replace("1.2m", f"{ord(name[0])}.2m")
                (place / f"{name}-2014-12-11.txt").write_text(text, encoding="utf-8")
        return place

    return made
