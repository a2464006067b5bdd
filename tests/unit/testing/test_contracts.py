"""The contracts fail where they should: each is run on a plugin that breaks one promise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from attrs import evolve

from cstrack.hooks.registry import load_plugins
from cstrack.testing import ExporterContract, LoaderContract
from cstrack.testing.examples import register_of
from cstrack.testing.exporter_suite import obeyed
from cstrack.testing.hostile import TEXTS, WORDS, documents, poisoned

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"


def loader_contract(plugin: str, examples: Path) -> LoaderContract:
    """The contract of loaders on one plugin."""
    return type("Contract", (LoaderContract,), {"plugin": plugin, "examples": examples})()


def exporter_contract(exporter: str, examples: Path) -> ExporterContract:
    """The contract of exporters on one exporter."""
    return type("Contract", (ExporterContract,), {"exporter": exporter, "examples": examples})()


@pytest.fixture
def examples(tmp_path) -> Path:
    """Wirral's examples, to be spoilt."""
    return Path(shutil.copytree(PLUGINS / "cstrack-wirral" / "tests" / "examples", tmp_path / "examples"))


def test_a_plugin_that_is_not_installed_is_told():
    """With the command that installs it."""
    with pytest.raises(AssertionError, match="no plugin nowhere is installed: python -m pip install"):
        loader_contract("nowhere", Path()).test_import_is_light()


def test_a_folder_without_papers_fails(tmp_path):
    """Golden files alone are no examples."""
    (tmp_path / "a.txt.golden.json").write_text("{}", encoding="utf-8")
    with pytest.raises(AssertionError, match="no paper stands in"):
        loader_contract("wirral", tmp_path).test_there_are_examples()
    with pytest.raises(AssertionError, match=r"no paper stands beside a\.txt\.golden\.json"):
        loader_contract("wirral", tmp_path).test_no_golden_file_is_stale()


def test_an_example_of_another_council_fails(examples):
    """It is read by somebody else, who is named."""
    (examples / "york.txt").write_text("City of York Council\n\nSome work goes on.\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"york\.txt is read by core\.paper"):
        loader_contract("wirral", examples).test_examples_reach_a_loader_of_the_plugin()


def test_a_paper_that_changed_fails(examples):
    """A figure that reads differently today."""
    paper = examples / "wirral-2014-07-14.txt"
    paper.write_bytes(paper.read_bytes().replace("£1.7m".encode(), "£1.8m".encode()))
    with pytest.raises(AssertionError, match="1800000"):
        loader_contract("wirral", examples).test_what_is_read_equals_the_golden_files(update_golden=False)
    loader_contract("wirral", examples).test_what_is_read_equals_the_golden_files(update_golden=True)
    loader_contract("wirral", examples).test_what_is_read_equals_the_golden_files(update_golden=False)


def test_a_test_can_be_left_out_with_its_reason(tmp_path):
    """And only with one."""
    contract = type(
        "C",
        (LoaderContract,),
        {"plugin": "x", "examples": tmp_path, "leave_out": {"test_there_are_examples": "none yet"}},
    )()
    with pytest.raises(pytest.skip.Exception, match="none yet"):
        contract.test_there_are_examples()


def test_every_test_of_the_contracts_can_be_left_out():
    """Each asks under its own name."""
    for suite in (LoaderContract, ExporterContract):
        names = [name for name in vars(suite) if name.startswith("test_")]
        assert names
        contract = type(
            "C",
            (suite,),
            {"leave_out": dict.fromkeys(names, "a reason"), "plugin": "x", "exporter": "x", "examples": Path()},
        )()
        for name in names:
            arguments = (False,) if "golden_file" in name and "stale" not in name else ()
            with pytest.raises(pytest.skip.Exception, match="a reason"):
                getattr(contract, name)(*arguments)


def test_a_careless_exporter_is_caught(monkeypatch, examples):
    """One that puts a paper's words into a page as they are."""
    from cstrack_wirral.portfolio import PortfolioSummary

    contract = exporter_contract("wirral.portfolio-summary", examples)
    contract.test_nothing_out_of_a_paper_is_obeyed()

    def careless(*called):
        return "\n".join(record.label for record in called[1].records).encode("utf-8", "replace")

    monkeypatch.setattr(PortfolioSummary, "export", careless)
    with pytest.raises(AssertionError, match="markup stands unescaped"):
        contract.test_nothing_out_of_a_paper_is_obeyed()


def test_an_exporter_with_a_memory_is_caught(monkeypatch, examples):
    """The second file says something else."""
    from cstrack_wirral.portfolio import PortfolioSummary

    count = iter(range(10))
    monkeypatch.setattr(PortfolioSummary, "export", lambda *_: str(next(count)).encode())
    with pytest.raises(AssertionError):
        exporter_contract("wirral.portfolio-summary", examples).test_the_same_bytes_each_time()


@pytest.mark.parametrize(
    ("written", "suffix", "told"),
    [
        (b"a,=1+1\r\n", ".csv", "formula"),
        (b'"-cmd|calc"\r\n', ".csv", "formula"),
        (b"\xef\xbb\xbf@SUM(A1)\r\n", ".csv", "formula"),
        (b"a,\x1b[31m\r\n", ".csv", "terminal"),
        (b"<p onclick='x()'>", ".html", "onclick"),
        (b"<a href=' javascript:x()'>", ".html", "href"),
        (b"<script>alert(1)</script>", ".html", "script"),
        (b"<img src=x>", ".html", "image"),
        (b"[x](javascript:alert(1))", ".md", "unescaped"),
        (b"words <script>", ".md", "unescaped"),
    ],
)
def test_what_a_program_would_obey_is_seen(written, suffix, told):
    """In each format of which something is known."""
    assert told in (obeyed(written, suffix) or "")


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        (b"a,'=1+1,-1200000,1.5\r\n", ".csv"),
        (b"<p>&lt;script&gt;</p><a href='#words-1'>", ".html"),
        (b"words \\<script\\>", ".md"),
        (b'{"a": "<script>"}', ".json"),
        (b"\x00", ".xlsx"),
    ],
)
def test_what_nothing_obeys_passes(written, suffix):
    """Escaped words, numbers, and formats of which nothing is known."""
    assert obeyed(written, suffix) is None


def test_every_word_of_a_paper_is_poisoned(examples):
    """No word of the paper is left, and the records keep their kinds, ids and numbers."""
    register = register_of(examples, load_plugins(only=("wirral",)))
    hostile = poisoned(register)
    assert [(type(one), one.id) for one in hostile.records] == [(type(one), one.id) for one in register.records]
    assert all(one.label == WORDS and one.citation.quote == WORDS for one in hostile.records)
    assert [one.figure.value for one in hostile.budgets] == [one.figure.value for one in register.budgets]
    assert {paper.title for paper in hostile.papers} == {WORDS}
    assert evolve(hostile.papers[0], title="x").authority == register.papers[0].authority


def test_hostile_documents_are_documents():
    """One a text; those of blanks alone have no block."""
    assert set(documents()) == set(TEXTS)
    assert documents()["blanks"].blocks == ()
    assert documents()["one long line"].blocks


def test_the_kit_works_without_pytest(child):
    """Who checks a plugin in a notebook has none."""
    script = "import sys; sys.modules['pytest'] = None; from cstrack.testing import ExporterContract, LoaderContract"
    outcome = child("-c", script)
    assert outcome.returncode == 0, outcome.stderr
