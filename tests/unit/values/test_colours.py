"""Colours by the names that people give them."""

from __future__ import annotations

from cstrack.values.colours import colour_name


def test_names_of_colours():
    """As keys call them, whatever the shade."""
    assert [colour_name(rgb) for rgb in ("C6E0B4", "FFD966", "FF7C80", "7030A0", "D9D9D9", "000000")] == [
        "green",
        "amber",
        "red",
        "purple",
        "grey",
        "black",
    ]
