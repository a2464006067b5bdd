"""What came in through the doors is called so that its failure is a problem, told, and the run goes on."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import frozen

from cstrack.document.document import Document
from cstrack.errors import MissingExtra, OtherAuthority
from cstrack.hooks.calls import check_with, choose_reader, export_with, load_with, read_with
from cstrack.hooks.contracts import ExportContext, Limits, LoadContext, LoadResult, Match, Strength
from cstrack.hooks.plugins import Plugins
from cstrack.hooks.registry import load_plugins
from cstrack.model.finding import Finding, Priority
from cstrack.model.paper import Paper
from cstrack.model.register import Register
from cstrack.problems import Outcome, Severity
from cstrack.testing import make

AS_OF = date(2015, 3, 31)
WIRRAL, TORBAY = "E08000015", "E06000027"


@frozen(kw_only=True)
class Stub:
    """Anything that comes in through a door, and does as it is told."""

    id: str = "guest.thing"
    title: str = "a thing"
    media_types: tuple[str, ...] = ()
    authorities: frozenset[str] = frozenset()
    refines: str | None = None
    suffix: str = ".thing"
    returns: object = None
    error: BaseException | None = None

    def recognise(self, *_: object) -> object:
        return self._answer()

    def read(self, *_: object) -> object:
        return self._answer()

    def load(self, *_: object) -> object:
        return self._answer()

    def check(self, *_: object) -> object:
        return self._answer()

    def export(self, *_: object) -> object:
        return self._answer()

    def _answer(self) -> object:
        if self.error:
            raise self.error
        return self.returns


def called(how: str, stub: Stub) -> Outcome:
    """One of the four calls, with the least that it needs."""
    paper = make.document("A paper.")
    return {
        "read": lambda: read_with(stub, paper.source, b"A paper.", Limits()),
        "load": lambda: load_with(stub, paper, LoadContext(vocabulary=load_plugins(no_plugins=True).vocabulary)),
        "check": lambda: check_with(stub, Register(), None, AS_OF),
        "export": lambda: export_with(stub, Register(), (), ExportContext()),
    }[how]()


CODES = {"read": "input.unreadable", "load": "loader.failed", "check": "check.failed", "export": "exporter.failed"}


@pytest.mark.parametrize("how", CODES)
@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(0), RecursionError("deep")])
def test_what_it_raises_is_a_problem(how, error):
    """An error, and an exit that would look like success."""
    outcome = called(how, Stub(error=error))
    assert not outcome.value
    (problem,) = outcome.problems
    assert (problem.code, problem.severity, problem.plugin) == (CODES[how], Severity.ERROR, "guest")
    assert problem.message.startswith("guest.thing failed")
    assert "\n" not in problem.message


@pytest.mark.parametrize("how", CODES)
@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_an_interruption_passes(how, error):
    """It is the run that is interrupted."""
    with pytest.raises(type(error)):
        called(how, Stub(error=error))


@pytest.mark.parametrize("how", ["read", "load", "export"])
@pytest.mark.parametrize("returned", [None, 42, "text", []])
def test_what_it_returns_amiss_is_a_problem(how, returned):
    """42 would pass through the whole trip and fail in an exporter."""
    (problem,) = called(how, Stub(returns=returned)).problems
    assert problem.code == "plugin.bad_return"
    assert problem.message.startswith(f"guest.thing returned {type(returned).__name__} where a ")


def test_an_outcome_of_something_else_is_a_problem():
    """The right envelope with the wrong letter."""
    (problem,) = called("read", Stub(returns=Outcome(value="text"))).problems
    assert problem.code == "plugin.bad_return"


@pytest.mark.parametrize("returned", [[42], ["finding"], [None]])
def test_a_check_returns_findings(returned):
    """Anything else is the plugin's mistake."""
    (problem,) = called("check", Stub(returns=returned)).problems
    assert problem.code == "plugin.bad_return"


def test_a_check_that_fails_late_is_a_problem():
    """A generator is run to its end where its failure is still its own."""

    def late():
        yield Finding(code="a.b", priority=Priority.LOW, authority=None, message="m", rule="r", citations=())
        raise OSError("late")

    outcome = called("check", Stub(returns=late()))
    assert outcome.value == ()
    assert outcome.problems[0].message == "guest.thing failed: OSError: late"


def test_what_works_passes():
    """Values as they were returned, with the problems that came with them."""
    finding = Finding(code="a.b", priority=Priority.LOW, authority=None, message="m", rule="r", citations=())
    assert called("check", Stub(returns=[finding])).value == (finding,)
    assert called("export", Stub(returns=b"x")).value == b"x"
    paper = make.document("A paper.")
    assert called("read", Stub(returns=Outcome(value=paper))).value is paper
    result = LoadResult(paper=Paper(source=paper.source), records=(), rows_read=0, rows_used=0, empty_because="none")
    assert called("load", Stub(returns=result)).value is result


def register(*codes: str | None) -> Register:
    """A register with a paper of each authority."""
    return Register(papers=tuple(Paper(source=make.source(f"{code}.txt"), authority=code) for code in codes))


@pytest.mark.parametrize("codes", [(TORBAY,), (WIRRAL, TORBAY), (None,), (WIRRAL, None)])
def test_another_authoritys_register_is_refused(codes):
    """Before the exporter sees it; so are papers of nobody known."""
    stub = Stub(authorities=frozenset({WIRRAL}), error=AssertionError("it was called"))
    with pytest.raises(OtherAuthority, match=r"the exporter guest\.thing serves E08000015 and the register holds"):
        export_with(stub, register(*codes), (), ExportContext())


def test_its_own_authoritys_register_is_exported():
    """And one of nobody's papers at all."""
    stub = Stub(authorities=frozenset({WIRRAL}), returns=b"x")
    assert export_with(stub, register(WIRRAL), (), ExportContext()).value == b"x"
    assert export_with(stub, register(), (), ExportContext()).value == b"x"


def test_a_missing_extra_is_the_callers_to_install():
    """The message that says how is not turned into a plugin's failure."""
    with pytest.raises(MissingExtra, match="python -m pip install"):
        called("export", Stub(error=MissingExtra("xlsx", "a workbook")))


def match(strength: Strength) -> Match:
    """A match of this strength."""
    return Match(strength=strength, evidence=("it says so",))


def test_the_surest_reader_reads():
    """Of two alike the first, which is the core's own."""
    weak, strong, also = (
        Stub(id="a.x", returns=match(Strength.GENERIC)),
        Stub(id="b.x", returns=match(Strength.LAYOUT)),
        Stub(id="c.x", returns=match(Strength.LAYOUT)),
    )
    assert choose_reader(b"", "x", Plugins(readers=(weak, strong, also))) is strong


def test_a_reader_that_fails_while_recognising_is_passed_over():
    """And one that answers with something else; none left is told by None."""
    failing, odd = Stub(id="a.x", error=SystemExit(0)), Stub(id="b.x", returns=True)
    good = Stub(id="c.x", returns=match(Strength.GENERIC))
    assert choose_reader(b"", "x", Plugins(readers=(failing, odd, good))) is good
    assert choose_reader(b"", "x", Plugins(readers=(failing, odd))) is None


def test_our_own_readers_know_their_files():
    """Text and Markdown, and nothing that only looks like a name."""
    plugins = load_plugins(no_plugins=True)
    chosen = {name: choose_reader(b"A paper.", name, plugins) for name in ("a.txt", "a.md", "a.pdf")}
    assert {name: reader and reader.id for name, reader in chosen.items()} == {
        "a.txt": "core.text",
        "a.md": "core.markdown",
        "a.pdf": None,
    }


def test_our_own_readers_read():
    """A document with the reader's mark."""
    plugins = load_plugins(no_plugins=True)
    for name in ("a.txt", "a.md"):
        reader = choose_reader(b"# A paper", name, plugins)
        outcome = read_with(reader, make.source(name), b"# A paper\n\nSome words.", Limits())
        assert isinstance(outcome.value, Document)
        assert outcome.value.source.reader


@pytest.mark.parametrize(
    ("paper", "records", "problems", "told"),
    [
        ("no paper", (), (), "returned str where a Paper is due"),
        (None, [], (), "returned list where a tuple is due"),
        (None, ("no record",), (), "returned str where a Record is due"),
        (None, (), (42,), "returned int where a Problem is due"),
    ],
)
def test_a_result_that_holds_something_else_is_a_bad_return(paper, records, problems, told):
    """It would break the register for every other paper."""
    own = paper or Paper(source=make.source("a.txt"))
    result = LoadResult(
        paper=own, records=records, rows_read=0, rows_used=0, problems=problems, empty_because="nothing"
    )
    outcome = called("load", Stub(returns=result))
    assert outcome.value is None
    assert outcome.problems[0].code == "plugin.bad_return"
    assert told in outcome.problems[0].message
