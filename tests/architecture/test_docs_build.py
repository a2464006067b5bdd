"""The documentation builds."""

from __future__ import annotations

import pytest


@pytest.mark.timeout(600)
def test_the_documentation_builds_without_a_warning(root, child, tmp_path):
    """A dangling link or an unknown name is an error: Sphinx with warnings as errors."""
    assert (root / "docs" / "conf.py").is_file(), "docs/conf.py is not written yet"
    argv = ["-W", "--keep-going", "-q", "-b", "html", "-d", str(tmp_path / "trees"), "docs", str(tmp_path / "html")]
    outcome = child("-m", "sphinx", *argv)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert (tmp_path / "html" / "index.html").is_file()
