"""A worker answers each question with a line, whatever the file does to it."""

from __future__ import annotations

import io
import json
from contextlib import nullcontext

import pytest

from cstrack.errors import UnknownName
from cstrack.hooks.contained import AT_WORK
from cstrack.reading.inputs import Input
from cstrack.worker import serving
from cstrack.worker.serving import answer_to, serve
from cstrack.workflow.arrival import Arrival, arrival_from_plain
from cstrack.workflow.told import orders_of, prepare

TEXT = b"Torbay Council\n\n11 December 2014\n\n1. Spending of \xc2\xa31.2m on transport in 2013/14 is reported.\n"


@pytest.fixture
def told():
    return prepare(
        "",
        authority=None,
        loader=None,
        paper_date=None,
        no_plugins=True,
        disabled=(),
        plugins=None,
        limits=None,
        project=False,
    )


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    """No alarm, since one watches over the tests; and nobody is told whose code runs in them."""
    monkeypatch.setattr(serving, "alarmed", lambda seconds: nullcontext())
    token = AT_WORK.set(lambda who: None)
    yield
    AT_WORK.reset(token)


def question(content: bytes) -> bytes:
    asked = {"input": {"path": "", "name": "torbay.txt", "part": None}, "bytes": len(content), "wanted": "records"}
    return json.dumps(asked).encode() + b"\n" + content


def said(told, *contents: bytes) -> list[dict]:
    give = io.BytesIO()
    serve(json.loads(json.dumps(orders_of(told))), io.BytesIO(b"".join(map(question, contents))), give)
    return [json.loads(line) for line in give.getvalue().splitlines()]


def test_it_is_ready_and_answers_each_file_in_turn(told):
    """Whose code is at work is said in between."""
    ready, *rest = said(told, TEXT, b"")
    assert ready == {"ready": True}
    answers = [arrival_from_plain(line["arrival"]) for line in rest if "arrival" in line]
    assert [answer.result is not None for answer in answers] == [True, False]
    assert answers[1].problems[0].code == "input.empty"
    at_work = [line["at"] for line in rest if "at" in line]
    assert {"core.text", "core.paper", ""} <= set(at_work)


def test_it_ends_after_a_file_that_needed_too_much_memory(told, monkeypatch):
    """What is left of its memory is nothing to build on."""
    monkeypatch.setattr(serving, "arrive", lambda found, told, trip: _raise(MemoryError()))
    assert said(told, TEXT, TEXT) == [{"ready": True}, {"memory": True}]


def test_it_ends_quietly_where_nobody_hears_it(told):
    """The parent is gone."""

    class Closed(io.BytesIO):
        def write(self, _):
            raise BrokenPipeError

    serve(json.loads(json.dumps(orders_of(told))), io.BytesIO(question(TEXT)), Closed())


def _raise(error):
    raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), GeneratorExit(), ValueError("odd")])
def test_what_would_end_the_process_ends_the_file(told, monkeypatch, error):
    """The parent gets an answer."""
    monkeypatch.setattr(serving, "arrive", lambda found, told, trip: _raise(error))
    answer = arrival_from_plain(answer_to(Input(path="", name="a.txt", content=b"x"), told, "records")["arrival"])
    assert answer.problems[0].code == "worker.died"
    assert type(error).__name__ in answer.problems[0].message


def test_an_error_of_the_caller_is_handed_on(told, monkeypatch):
    """By its name and its fields."""
    monkeypatch.setattr(serving, "arrive", lambda found, told, trip: _raise(UnknownName("loader", "x", ("a",))))
    answer = answer_to(Input(path="", name="a.txt", content=b"x"), told, "records")
    assert answer == {"error": {"name": "UnknownName", "fields": {"kind": "loader", "asked": "x", "known": ("a",)}}}


def test_memory_that_ends_while_the_answer_is_made_is_memory(told, monkeypatch):
    """Not the plugin's fault."""
    monkeypatch.setattr(serving, "arrival_to_plain", lambda arrival: _raise(MemoryError()))
    assert answer_to(Input(path="", name="a.txt", content=TEXT), told, "records") == {"memory": True}


def test_an_answer_that_is_too_long_is_a_problem(told, monkeypatch):
    """The parent's memory is bounded too."""
    monkeypatch.setattr(serving, "MOST", 100)
    answer = arrival_from_plain(answer_to(Input(path="", name="torbay.txt", content=TEXT), told, "records")["arrival"])
    assert answer.result is None
    assert answer.problems[0].code == "input.too_complex"


def test_what_cannot_be_sent_is_the_plugins_fault(told, monkeypatch):
    """Where no loader is known, it is the file's."""
    once = iter([ValueError("odd")])
    real = serving.arrival_to_plain
    monkeypatch.setattr(serving, "arrive", lambda found, told, trip: Arrival())
    monkeypatch.setattr(
        serving, "arrival_to_plain", lambda arrival: _raise(error) if (error := next(once, None)) else real(arrival)
    )
    answer = arrival_from_plain(answer_to(Input(path="", name="a.txt", content=b"x"), told, "records")["arrival"])
    assert answer.problems[0].code == "plugin.bad_return"
    assert answer.problems[0].plugin is None
