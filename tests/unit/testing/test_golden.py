"""Golden files are written by one option alone, and whatever differs is shown."""

from __future__ import annotations

import pytest

from cstrack.testing.golden import compare, golden_of, stale


def test_a_missing_golden_file_fails(tmp_path):
    """With what to do, and nothing is written."""
    expected = tmp_path / "a.txt.golden.json"
    with pytest.raises(AssertionError, match=r"a\.txt\.golden\.json is missing: .* --update-golden"):
        compare(expected, "{}\n", update=False)
    assert not expected.exists()


def test_a_difference_fails_and_is_shown(tmp_path):
    """As a person reads it."""
    expected = tmp_path / "a.txt.golden.json"
    expected.write_bytes(b'{\n  "a": 1\n}\n')
    with pytest.raises(AssertionError, match=r'(?s)-  "a": 1\n\+  "a": 2'):
        compare(expected, '{\n  "a": 2\n}\n', update=False)


def test_a_long_difference_is_cut(tmp_path):
    """Two thousand changed lines are told in sixty."""
    expected = tmp_path / "a.txt.golden.json"
    expected.write_bytes(b"x\n" * 2_000)
    with pytest.raises(AssertionError, match=r"\.\.\. and [0-9]+ lines more") as error:
        compare(expected, "y\n" * 2_000, update=False)
    assert len(str(error.value).splitlines()) < 70


def test_the_same_passes_and_bytes_count(tmp_path):
    """A line end that differs is a difference."""
    expected = tmp_path / "a.csv"
    compare(expected, b"a\r\n", update=True)
    compare(expected, b"a\r\n", update=False)
    with pytest.raises(AssertionError):
        compare(expected, b"a\n", update=False)


def test_a_golden_file_whose_document_is_gone_is_stale(tmp_path):
    """It promises what nobody can check."""
    for name in ("a.txt", "a.txt.golden.json", "b.txt.golden.json"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert stale(tmp_path) == ("b.txt.golden.json",)
    assert golden_of(tmp_path / "a.txt").name == "a.txt.golden.json"
