"""What the contracts ask of pytest: the option that writes golden files.

A plugin's own project loads it with ``addopts = "-p cstrack.testing.pytest_plugin"``.
"""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes golden files anew instead of comparing with them."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        default=False,
        help="write the golden files from what the code reads today",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes golden files."""
    return bool(request.config.getoption("--update-golden"))
