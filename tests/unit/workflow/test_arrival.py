"""What came of a file goes through JSON and comes out the same."""

from __future__ import annotations

import inspect
import json

import pytest

from cstrack import errors
from cstrack.errors import CstrackError, UnknownName
from cstrack.problems import Problem, Severity
from cstrack.reading.inputs import find_inputs
from cstrack.workflow.arrival import (
    Arrival,
    arrival_from_plain,
    arrival_to_plain,
    error_from_plain,
    error_to_plain,
)
from cstrack.workflow.told import prepare
from cstrack.workflow.trip import arrive, travel
from cstrack.workflow.wire import from_line, input_from_plain, input_to_plain, to_line

ALL = sorted(
    name
    for name, kind in vars(errors).items()
    if inspect.isclass(kind) and issubclass(kind, CstrackError) and kind is not CstrackError
)


def test_every_example_arrives_as_it_left(root):
    """Papers, records of every kind, periods, figures, citations, and the account of rows."""
    told = prepare(
        "",
        authority=None,
        loader=None,
        paper_date=None,
        no_plugins=False,
        disabled=(),
        plugins=None,
        limits=None,
        project=False,
    )
    found = find_inputs([root / "examples" / "papers"]).value
    assert found
    for one in found:
        arrival = arrive(one, told, travel)
        assert arrival.result is not None
        assert arrival_from_plain(json.loads(json.dumps(arrival_to_plain(arrival)))) == arrival


def test_problems_arrive_with_odd_letters():
    """Half a character, a NUL, a line end: JSON in ASCII holds them all."""
    odd = Problem(code="input.failed", message="\ud800 \0 \n \u2028 £", severity=Severity.NOTE, document="\x1b[31m")
    arrival = Arrival(problems=(odd,), plugins=(odd,))
    line = to_line(arrival_to_plain(arrival))
    assert line.count(b"\n") == 1
    assert arrival_from_plain(from_line(line)) == arrival


@pytest.mark.parametrize("name", ALL)
def test_every_error_of_the_caller_arrives_by_its_name(name):
    """With its fields, whatever they are."""
    kind = getattr(errors, name)
    made = {
        field.name: ("a", "b") if "tuple" in str(field.type) else 3 if "int" in str(field.type) else "a"
        for field in kind.__attrs_attrs__
    }
    error = kind(**made)
    heard = error_from_plain(json.loads(json.dumps(error_to_plain(error))))
    assert type(heard) is kind
    assert str(heard) == str(error)


@pytest.mark.parametrize("name", ["sys", "define", "NoSuchError", "annotations"])
def test_what_is_no_error_of_ours_is_not_made(name):
    """A worker that says odd things makes the parent run nothing."""
    with pytest.raises((AttributeError, TypeError)):
        error_from_plain({"name": name, "fields": {}})


@pytest.mark.parametrize("line", [b"", b"[]\n", b"no JSON\n", b'"text"\n', b"\xff\n"])
def test_a_line_that_says_nothing_is_no_line(line):
    """One kind of error for all of them."""
    with pytest.raises(ValueError):
        from_line(line)


def test_a_file_in_a_zip_is_named_by_where_it_lies(root, tmp_path):
    """So that a worker need not read the directory again."""
    import zipfile

    with zipfile.ZipFile(tmp_path / "papers.zip", "w") as archive:
        archive.writestr("2015/a.txt", "The hub opens by 31 March 2015.")
    (found,) = find_inputs([tmp_path / "papers.zip"]).value
    assert input_from_plain(json.loads(json.dumps(input_to_plain(found))), None) == found
    assert input_from_plain(input_to_plain(found), b"abc").content == b"abc"
    assert not to_line({"error": error_to_plain(UnknownName("loader", "x", ("a",)))}).startswith(b"[")
