"""A call into a plugin's code never ends the run, and is never taken for a success."""

from __future__ import annotations

import sys

import pytest

from cstrack.hooks.contained import AT_WORK, LONGEST, Caught, attempt


def test_a_result_passes():
    """What is returned is returned."""
    assert attempt(lambda: 42) == 42


def test_an_error_is_one_line_with_its_traceback():
    """A message over several lines becomes one."""

    def fails() -> None:
        raise ValueError("first\n  second")

    caught = attempt(fails)
    assert isinstance(caught, Caught)
    assert caught.message == "ValueError: first second"
    assert "in fails" in caught.traceback


def test_an_error_without_words_is_named():
    """Only its kind is left to tell."""

    def fails() -> None:
        raise RuntimeError

    caught = attempt(fails)
    assert isinstance(caught, Caught)
    assert caught.message == "RuntimeError"


def test_a_long_message_is_cut():
    """A plugin that prints its input into an error fills no screen."""

    def fails() -> None:
        raise ValueError("x" * 10_000)

    caught = attempt(fails)
    assert isinstance(caught, Caught)
    assert len(caught.message) == LONGEST


def test_an_exit_is_a_failure():
    """sys.exit(0) in a plugin would end the run as a success."""
    caught = attempt(lambda: sys.exit(0))
    assert isinstance(caught, Caught)
    assert caught.message == "sys.exit: 0"


def test_endless_recursion_is_a_failure():
    """It is the plugin's, and the run goes on."""

    def endless() -> int:
        return endless()

    assert isinstance(attempt(endless), Caught)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_an_interruption_passes(error):
    """Who presses Ctrl-C means the run, not the plugin."""

    def stops() -> None:
        raise error

    with pytest.raises(error):
        attempt(stops)


def test_whose_code_runs_is_told_before_and_after():
    """A process that is ended in the middle of a call can so name the plugin; a call of ours is nobody's."""
    told: list[str] = []
    token = AT_WORK.set(told.append)
    try:
        attempt(lambda: told.append("runs"), "wirral.paper")
        attempt(lambda: 1 // 0, "york")
        attempt(lambda: None)
    finally:
        AT_WORK.reset(token)
    assert told == ["wirral.paper", "runs", "", "york", ""]
