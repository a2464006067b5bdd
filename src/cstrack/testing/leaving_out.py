"""Leaving a test of a contract out, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def unless_left_out(leave_out: Mapping[str, str], name: str) -> None:
    """Skip the test that calls this where the plugin's author gave a reason for it.

    pytest is imported here and nowhere else of the kit, so that the package works without it.
    """
    reason = leave_out.get(name)
    if reason:
        import pytest

        pytest.skip(reason)
