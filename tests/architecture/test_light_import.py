"""`import cstrack` is quick: what is heavy is imported where it is used."""

from __future__ import annotations

import pytest

HEAVY = (
    "pint",
    "tabulate",
    "click",
    "jinja2",
    "xlsxwriter",
    "python_calamine",
    "openpyxl",
    "pandas",
    "polars",
    "numpy",
    "sqlite3",
)


@pytest.mark.parametrize("module", ["cstrack", "cstrack.plugin"])
def test_importing_leaves_what_is_heavy_out(child, module):
    """A notebook, a scheduled job and a plugin each import the package first; half a second there is half a second a file."""
    script = f"import sys, {module}; print(*sorted({set(HEAVY)!r} & set(sys.modules)))"
    outcome = child("-c", script)
    assert outcome.returncode == 0, outcome.stderr
    loaded = outcome.stdout.split()
    assert not loaded, (
        f"import {module} also imports {', '.join(loaded)}: move that import into the function that uses it"
    )
