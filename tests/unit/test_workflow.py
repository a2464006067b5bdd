"""The arrows joined: load, assess, export, record, compare."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

import pytest

import cstrack
from cstrack.errors import (
    BadLimit,
    InvalidProfile,
    NothingRead,
    NotOffered,
    NotWritten,
    OtherAuthority,
    OutputExists,
    PluginFailure,
    UnknownAuthority,
    UnknownName,
    UnreadableDate,
)
from cstrack.hooks.contracts import ExportContext
from cstrack.hooks.plugins import Plugins
from cstrack.hooks.registry import load_plugins
from cstrack.model.finding import Finding, Priority
from cstrack.model.register import Register
from cstrack.problems import Severity
from cstrack.testing import records as make
from cstrack.workflow.assessing import assess_contained
from cstrack.workflow.days import as_day
from cstrack.workflow.loading import load as load_anyhow

#: What is tested here is the same in any process: tests/unit/workflow tries the others.
load = partial(load_anyhow, isolation="none")

PAPER = """Overview and Scrutiny Board

On: 11th December 2014

1. Purpose

1.1 Spending of £1.2m on transport in 2013/14 is reported.

1.2 The new hub will open by 31 March 2015.
"""


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "torbay-2014-12-11.txt").write_text(PAPER, encoding="utf-8")
    (folder / "wirral-2014-12-12.txt").write_text(PAPER + "\n1.3 A review begins in May 2015.\n", encoding="utf-8")
    return folder


def codes(register):
    return [problem.code for problem in register.problems]


def test_a_folder_of_papers_becomes_one_register(papers):
    """In the order of their names, each with its own authority."""
    register = load(papers, no_plugins=True)
    assert [paper.source.name for paper in register.papers] == ["torbay-2014-12-11.txt", "wirral-2014-12-12.txt"]
    assert register.authorities == ("E06000027", "E08000015")
    assert [line.figure.value for line in register.budgets] == [1_200_000, 1_200_000]


def test_paths_may_be_text_paths_or_several(papers):
    """One path or many, of any kind that names a file."""
    one, two = sorted(papers.iterdir())
    assert len(load(str(one), no_plugins=True).papers) == 1
    assert len(load([one, str(two)], no_plugins=True).papers) == 2


def test_one_bad_file_never_stops_the_others(papers):
    """Missing, empty and binary files are a problem each; the papers are read."""
    (papers / "empty.txt").write_bytes(b"")
    (papers / "binary.txt").write_bytes(bytes(range(256)) * 20)
    register = load([papers, papers / "missing.txt"], no_plugins=True)
    assert len(register.papers) == 2
    assert {"input.empty", "input.binary", "input.missing"} <= set(codes(register))
    assert all(problem.severity is Severity.ERROR for problem in register.problems if problem.code.startswith("input."))


def test_nothing_read_is_an_error_that_says_why(tmp_path):
    """Only where no paper at all could be read."""
    with pytest.raises(NothingRead, match=r"nothing could be read from .*missing\.txt: .* is not there"):
        load(tmp_path / "missing.txt")
    with pytest.raises(NothingRead, match="no paper was found"):
        load(tmp_path)


def test_the_same_bytes_are_counted_once(papers):
    """A copy under another name would count every pound twice."""
    (papers / "torbay-copy.txt").write_text(PAPER, encoding="utf-8")
    register = load(papers, no_plugins=True)
    assert "input.repeated" in codes(register)
    assert len(register.papers) == 2


def test_the_callers_authority_counts_more_than_the_papers(papers):
    """By name or by code; an unknown one is refused before anything is read."""
    register = load(papers / "torbay-2014-12-11.txt", authority="York", no_plugins=True)
    assert register.papers[0].authority == "E06000014"
    assert register.papers[0].authority_basis == "argument"
    with pytest.raises(UnknownAuthority, match="Did you mean Torbay"):
        load(papers, authority="Torbey")


def test_settings_hold_for_the_folder_and_all_below(papers):
    """cstrack.toml is found upward; the caller counts more."""
    (papers.parent / "cstrack.toml").write_text('[cstrack]\nauthority = "York"\npublished = false\n', encoding="utf-8")
    register = load(papers, no_plugins=True)
    assert {paper.authority_basis for paper in register.papers} == {"project"}
    assert not any(paper.source.published for paper in register.papers)
    assert load(papers, project=False, no_plugins=True).papers[0].authority == "E06000027"
    assert load(papers, authority="Leeds", no_plugins=True).papers[0].authority_basis == "argument"


def test_settings_with_a_slip_are_refused_with_the_line(papers):
    """An unknown key would be a setting that silently does nothing."""
    (papers / "cstrack.toml").write_text('[cstrack]\nautority = "York"\n', encoding="utf-8")
    with pytest.raises(
        InvalidProfile, match=r"line 2: unknown key 'autority' in \[cstrack\]: did you mean 'authority'"
    ):
        load(papers)


def test_a_date_for_papers_that_carry_none(tmp_path):
    """As a date or as ISO text."""
    (tmp_path / "leeds.txt").write_text("1. The service spends £2m a year on agency staff.\n", encoding="utf-8")
    register = load(tmp_path, paper_date="2015-02-01", no_plugins=True)
    assert register.papers[0].date is not None
    assert register.papers[0].date.start == date(2015, 2, 1)


def test_a_loader_that_is_not_there_is_wrong_use(papers):
    """Asked for by its id, a loader is obeyed or it is an error."""
    with pytest.raises(UnknownName, match="unknown loader 'nobody'"):
        load(papers, loader="nobody", no_plugins=True)
    assert load(papers, loader="core.paper").papers[0].loader == "core.paper"


def test_plugins_that_were_handed_over_stay_in_this_process(papers):
    """Objects cannot be sent: to ask for another process is refused, to ask for nothing reads here."""
    given = load_plugins(no_plugins=True)
    assert len(load_anyhow(papers, plugins=given).papers) == 2
    with pytest.raises(NotOffered, match="use isolation='none', or install the plugins"):
        cstrack.load(papers, plugins=given, isolation="process")


@pytest.mark.parametrize("jobs", [0, -1, True, "2"])
def test_a_number_of_jobs_that_cannot_be_is_refused(papers, jobs):
    """Before anything is read."""
    with pytest.raises(BadLimit, match="jobs is a whole number from 1 on"):
        load(papers, jobs=jobs)


def test_a_failure_of_our_own_is_the_files_problem_alone(papers, monkeypatch):
    """A mistake of cstrack shows itself on one file, told, and the others are read."""
    from cstrack.workflow import trip

    def fails(document):
        if "torbay" in document.source.name:
            raise RecursionError("too deep")
        return recognise_head(document)

    recognise_head = trip.recognise_head
    monkeypatch.setattr(trip, "recognise_head", fails)
    register = load(papers, no_plugins=True)
    assert [paper.source.name for paper in register.papers] == ["wirral-2014-12-12.txt"]
    assert "input.failed" in codes(register)


def test_progress_is_told_before_each_file_and_at_the_end(papers):
    """How many are done, how many there are, and which is next."""
    told = []
    load(papers, no_plugins=True, watch=lambda *step: told.append(step))
    assert told == [(0, 2, "torbay-2014-12-11.txt"), (1, 2, "wirral-2014-12-12.txt"), (2, 2, "")]


def test_a_paper_relied_on_is_held_where_it_was_read(tmp_path):
    """What the papers of one load know of each other is joined once all are read."""
    first = "Improvement Board\n\n3 March 2015\n\n1. The report to Cabinet on 5 February 2015 sets out the savings.\n"
    (tmp_path / "a.txt").write_text(first, encoding="utf-8")
    assert [one.held for one in load(tmp_path, no_plugins=True).relied] == [False]
    second = "REPORT TO CABINET\n\nTo: Cabinet\n\nOn: 5 February 2015\n\n1. Savings of £1m are proposed.\n"
    (tmp_path / "b.txt").write_text(second, encoding="utf-8")
    assert any(one.held for one in load(tmp_path, no_plugins=True).relied)


class Raising:
    """A check that fails."""

    id = "bad.check"
    title = "always fails"

    def check(self, register, history, as_of):
        raise RuntimeError("no luck")


class Quoting:
    """An exporter that writes the title, or fails."""

    def __init__(self, own_id, suffix, authorities=frozenset(), *, failing=False):
        self.id, self.title, self.suffix, self.authorities, self.failing = own_id, "t", suffix, authorities, failing

    def export(self, register, findings, context):
        assert isinstance(context, ExportContext)
        if self.failing:
            raise RuntimeError("no luck")
        return f"{context.title} {context.as_of}".encode()


def test_a_check_that_fails_stops_no_other(papers):
    """Findings of the others are returned; the failure is a problem, and a warning to the caller."""
    register = load(papers, no_plugins=True)
    plugins = Plugins(checks=(Raising(),))
    assert [problem.code for problem in assess_contained(register, as_of="2015-03-31", plugins=plugins).problems] == [
        "check.failed"
    ]
    with pytest.warns(UserWarning, match="no luck"):
        assert cstrack.assess(register, as_of="2015-03-31", plugins=plugins) == ()


class Dated:
    """A check that says which day it was asked for."""

    id = "day.check"
    title = "tells the day"

    def check(self, register, history, as_of):
        yield Finding(
            code="day.told", priority=Priority.NOTE, authority=None, message=str(as_of), rule="", citations=register.records[0].citations
        )  # fmt: skip


def test_findings_are_for_a_day(papers):
    """A date or ISO text; what is no date is refused."""
    register, plugins = load(papers, no_plugins=True), Plugins(checks=(Dated(),))
    for day in ("2015-03-31", date(2015, 3, 31)):
        assert [one.message for one in cstrack.assess(register, as_of=day, plugins=plugins)] == ["2015-03-31"]
    with pytest.raises(UnreadableDate, match="give a date such as"):
        cstrack.assess(register, as_of="31 March")


def test_the_checks_that_are_installed_are_used(papers):
    """Without plugins handed over, those of the register's authorities are asked, the core's first."""
    found = cstrack.assess(load(papers), as_of="2014-12-01")
    assert "paper.not_yet_published" in {one.code for one in found}


def test_days_are_dates_or_iso_text():
    """A datetime counts by its day."""
    assert as_day(datetime.fromisoformat("2015-03-31T12:00:00")) == date(2015, 3, 31)


def test_the_suffix_says_how_a_file_is_written(tmp_path):
    """Among exporters that serve any authority; the first of a suffix wins."""
    plugins = Plugins(
        exporters=(
            Quoting("x.own", ".md", frozenset({"E06000027"})),
            Quoting("x.first", ".md"),
            Quoting("x.second", ".md", failing=True),
        )
    )
    path = cstrack.export(Register(), (), tmp_path / "a.MD", title="T", as_of="2015-03-31", plugins=plugins)
    assert path.read_text(encoding="utf-8") == "T 2015-03-31"
    with pytest.raises(UnknownName, match=r"'\.zip'"):
        cstrack.export(Register(), (), tmp_path / "a.zip", plugins=plugins)


def test_an_exporter_of_one_authority_is_chosen_by_its_id(tmp_path):
    """Another authority's register is refused in one clear line, and no file is left."""
    plugins = Plugins(exporters=(Quoting("torbay.own", ".md", frozenset({"E06000027"})),))
    stranger = Register(papers=(make.paper(authority="E08000015"),))
    with pytest.raises(OtherAuthority, match=r"torbay\.own serves E06000027"):
        cstrack.export(stranger, (), tmp_path / "a.md", exporter="torbay.own", plugins=plugins)
    assert not list(tmp_path.iterdir())


def test_an_exporter_that_fails_leaves_no_file(tmp_path):
    """Half a report would look like a whole one."""
    plugins = Plugins(exporters=(Quoting("x.bad", ".md", failing=True),))
    with pytest.raises(PluginFailure, match="no luck"):
        cstrack.export(Register(), (), tmp_path / "a.md", plugins=plugins)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path):
    """And refused before any work is done."""
    path = tmp_path / "a.json"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputExists, match="--force"):
        cstrack.export(Register(), (), path)
    assert path.read_text(encoding="utf-8") == "mine"
    cstrack.export(Register(), (), path, force=True)
    assert path.read_text(encoding="utf-8").startswith("{")
    with pytest.raises(NotWritten, match="make it first"):
        cstrack.export(Register(), (), tmp_path / "no" / "a.json")


def test_reports_are_recorded_opened_and_compared(papers, tmp_path):
    """The way of DESIGN's example: record, open, compare; the same report is not added twice."""
    before = load(papers / "torbay-2014-12-11.txt", no_plugins=True)
    after = Register(papers=before.papers, records=before.records[:1])
    store = tmp_path / "plan.cstrack"
    assert cstrack.record(before, into=store, report_date="2014-12-31")
    assert not cstrack.record(before, into=store, report_date=date(2014, 12, 31))
    history = cstrack.open_history(store)
    assert cstrack.to_dicts(history["2014-12-31"]) == cstrack.to_dicts(before)
    assert {change.kind.value for change in cstrack.compare(history["2014-12-31"], after)} >= {"matched"}


def test_of_two_papers_of_one_name_and_day_the_later_added_counts(tmp_path):
    """No clock is needed for that: a store keeps the order. Papers of other names stand beside it."""
    store = tmp_path / "plan.cstrack"
    first, second = make.paper("a.txt"), make.evolved_source(make.paper("a.txt"), sha256="sha256:corrected")
    for paper in (first, second, make.paper("b.txt")):
        assert cstrack.record(Register(papers=(paper,)), into=store, report_date="2014-12-31")
    assert cstrack.open_history(store)["2014-12-31"].papers == (second, make.paper("b.txt"))
