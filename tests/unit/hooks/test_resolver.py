"""Which loader reads a document: an order, told; a tie, told; a failure, closed."""

from __future__ import annotations

import pytest
from attrs import evolve, frozen

from cstrack.document.document import Document
from cstrack.errors import UnknownName
from cstrack.hooks.contracts import LoadContext, LoadResult, Match, Strength
from cstrack.hooks.failure import Failure, Phase
from cstrack.hooks.paper_loader import PaperLoader
from cstrack.hooks.plugins import PluginRow, Plugins, State
from cstrack.hooks.registry import load_plugins
from cstrack.hooks.resolver import Step, choose_loader
from cstrack.problems import Severity
from cstrack.testing import make

WIRRAL = "E08000015"


@frozen(kw_only=True)
class Stub:
    """A loader that answers as it is told."""

    id: str
    strength: Strength | None = Strength.LAYOUT
    refines: str | None = None
    authorities: frozenset[str] = frozenset()
    title: str = "a stub"
    error: BaseException | None = None
    answer: object = None

    def recognise(self, document: Document) -> Match | None:
        if self.error:
            raise self.error
        if self.answer:
            return self.answer  # type: ignore[return-value]
        return None if self.strength is None else Match(strength=self.strength, evidence=(f"{self.id} says so",))

    def load(self, document: Document, context: LoadContext) -> LoadResult:
        raise NotImplementedError


def plugins(*loaders: Stub, failures: tuple[Failure, ...] = (), serving: str | None = None) -> Plugins:
    """Some loaders, each plugin in a distribution of its own."""
    names = dict.fromkeys(loader.id.partition(".")[0] for loader in loaders)
    rows = tuple(
        PluginRow(
            name=name,
            distribution=f"cstrack-{name}",
            version="1",
            state=State.LOADED,
            authorities=(serving,) if serving and name != "core" else (),
        )
        for name in names
    )
    return Plugins(loaders=loaders, rows=rows, failures=failures)


@pytest.fixture
def paper() -> Document:
    """A paper of Wirral, by its name."""
    return make.document("Some work will be done by 31 March 2015.", name="wirral-2015-01-05.txt")


@pytest.fixture
def nobodys() -> Document:
    """A paper of nobody known."""
    return make.document("Some work will be done by 31 March 2015.", name="paper.txt")


def test_the_only_one_reads_it(nobodys):
    """With its evidence among the candidates."""
    choice = choose_loader(nobodys, plugins(Stub(id="a.x"), Stub(id="b.x", strength=None)))
    assert (choice.loader.id, choice.step) == ("a.x", Step.ALONE)
    assert [(one.loader.id, one.evidence) for one in choice.candidates] == [("a.x", ("a.x says so",))]


def test_the_strongest_reads_it(nobodys):
    """Whatever the order of installation."""
    loaders = [
        Stub(id="a.x", strength=Strength.LAYOUT),
        Stub(id="b.x", strength=Strength.EXACT),
        Stub(id="c.x", strength=Strength.AUTHORITY),
    ]
    for ordered in (loaders, loaders[::-1]):
        choice = choose_loader(nobodys, plugins(*ordered))
        assert (choice.loader.id, choice.step) == ("b.x", Step.STRENGTH)
        assert [one.loader.id for one in choice.candidates] == ["b.x", "c.x", "a.x"]


@pytest.mark.parametrize("strength", list(Strength))
def test_what_refines_beats_and_never_ties(nobodys, strength):
    """Through others too, and however surely the general one recognises the document."""
    general = Stub(id="core.paper", strength=Strength.AUTHORITY)
    council = Stub(id="a.paper", strength=Strength.LAYOUT, refines="core.paper")
    layout = Stub(id="a.report", strength=strength, refines="a.paper")
    choice = choose_loader(nobodys, plugins(layout, council, general))
    assert (choice.loader.id, choice.step) == ("a.report", Step.REFINES)
    assert {one.loader.id: one.refined_by for one in choice.candidates} == {
        "a.report": None,
        "a.paper": "a.report",
        "core.paper": "a.report",
    }


def test_refining_reaches_through_one_that_is_silent(nobodys):
    """The loader between does not recognise this document; the order holds."""
    loaders = (
        Stub(id="core.paper", strength=Strength.LAYOUT),
        Stub(id="a.paper", strength=None, refines="core.paper"),
        Stub(id="a.report", strength=Strength.LAYOUT, refines="a.paper"),
    )
    assert choose_loader(nobodys, plugins(*loaders)).loader.id == "a.report"


def test_two_that_refine_each_other_beat_nobody(nobodys):
    """A circle is no order: it is a tie."""
    loaders = (Stub(id="a.x", refines="b.x"), Stub(id="b.x", refines="a.x"))
    assert choose_loader(nobodys, plugins(*loaders)).step is Step.AMBIGUOUS


def test_a_tie_of_strangers_is_a_problem_that_says_how_to_settle_it(nobodys):
    """With both named, and the line to paste."""
    choice = choose_loader(nobodys, plugins(Stub(id="a.x"), Stub(id="b.x")))
    assert choice.loader is None
    assert choice.step is Step.AMBIGUOUS
    (problem,) = choice.problems
    assert (problem.code, problem.severity) == ("loader.ambiguous", Severity.ERROR)
    assert problem.message == (
        "paper.txt: a.x and b.x recognise it equally well. Choose one with --loader a.x, "
        'or write [prefer] in cstrack.toml: loaders = ["a.x"]'
    )


def test_a_tie_inside_one_distribution_is_its_own_bug(nobodys):
    """Its author is to be told, not the user."""
    (problem,) = choose_loader(nobodys, plugins(Stub(id="a.x"), Stub(id="a.y"))).problems
    assert problem.message.endswith("Both come from cstrack-a: a bug of it, to be reported to its author")


def test_preference_settles_a_tie_and_nothing_else(nobodys):
    """A preferred loader that recognises the document less surely is not chosen."""
    tied = plugins(Stub(id="a.x"), Stub(id="b.x"), Stub(id="c.x", strength=Strength.GENERIC))
    choice = choose_loader(nobodys, tied, prefer=("c.x", "b.x"))
    assert (choice.loader.id, choice.step) == ("b.x", Step.PREFERRED)


def test_a_loader_that_is_asked_for_is_obeyed(nobodys):
    """Even where it recognises nothing."""
    choice = choose_loader(nobodys, plugins(Stub(id="a.x"), Stub(id="b.x", strength=None)), loader_id="b.x")
    assert (choice.loader.id, choice.step, choice.candidates) == ("b.x", Step.ASKED, ())


def test_a_loader_that_nobody_has_is_the_callers_mistake(nobodys):
    """With those that are known."""
    with pytest.raises(UnknownName, match=r"unknown loader 'z\.z'\. Known: a\.x"):
        choose_loader(nobodys, plugins(Stub(id="a.x")), loader_id="z.z")


def test_no_loader_is_told_in_one_line(nobodys):
    """With what to do."""
    choice = choose_loader(nobodys, plugins(Stub(id="a.x", strength=None)))
    assert (choice.loader, choice.step) == (None, Step.NONE)
    assert choice.problems[0].code == "loader.none"
    assert "cstrack explain" in choice.problems[0].message


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(0)])
def test_a_recogniser_that_fails_is_told_and_the_others_are_asked(nobodys, error):
    """It counts as one that does not recognise the document."""
    choice = choose_loader(nobodys, plugins(Stub(id="a.x", error=error), Stub(id="b.x")))
    assert choice.loader.id == "b.x"
    (problem,) = choice.problems
    assert (problem.code, problem.plugin) == ("plugin.failed", "a")
    assert "a.x of cstrack-a failed while recognising" in problem.message


def test_an_answer_that_is_no_match_is_told(nobodys):
    """`True` says nothing about how surely, or why."""
    choice = choose_loader(nobodys, plugins(Stub(id="a.x", answer=True), Stub(id="b.x")))
    assert choice.loader.id == "b.x"
    assert choice.problems[0].code == "plugin.bad_return"


def broken(name: str = "wirral") -> Failure:
    """The failure of the plugin that serves Wirral."""
    return Failure(
        plugin=name,
        distribution=f"cstrack-{name}",
        version="1",
        phase=Phase.IMPORT,
        message="ImportError",
        authorities=frozenset({WIRRAL}),
    )


def test_no_weaker_loader_reads_the_paper_of_a_failed_plugin(paper):
    """A poorer reading would look like a full one."""
    choice = choose_loader(paper, plugins(Stub(id="core.paper", strength=Strength.GENERIC), failures=(broken(),)))
    assert (choice.loader, choice.step, choice.authority) == (None, Step.UNAVAILABLE, WIRRAL)
    (problem,) = choice.problems
    assert (problem.code, problem.severity, problem.plugin) == ("loader.unavailable", Severity.ERROR, "wirral")


def test_as_sure_a_loader_of_somebody_else_may_read_it(paper):
    """One that knows the authority is no weaker."""
    choice = choose_loader(paper, plugins(Stub(id="b.x", strength=Strength.AUTHORITY), failures=(broken(),)))
    assert choice.loader.id == "b.x"


def test_the_failure_of_another_authoritys_plugin_changes_nothing(nobodys):
    """Nobody's paper, and York's, are read."""
    some = plugins(Stub(id="core.paper", strength=Strength.GENERIC), failures=(broken(),))
    assert choose_loader(nobodys, some).loader.id == "core.paper"
    assert choose_loader(nobodys, some, authority="E06000014").loader.id == "core.paper"


def test_a_plugin_that_fails_while_recognising_its_own_paper_closes_too(paper):
    """It serves the authority and could not say whether it reads the paper."""
    some = plugins(
        Stub(id="core.paper", strength=Strength.GENERIC), Stub(id="wirral.x", error=KeyError("x")), serving=WIRRAL
    )
    choice = choose_loader(paper, some)
    assert choice.step is Step.UNAVAILABLE
    assert [problem.code for problem in choice.problems] == ["plugin.failed", "loader.unavailable"]


def test_an_authority_that_was_told_counts(nobodys):
    """--authority makes a nameless paper one of the authority whose plugin failed."""
    some = plugins(Stub(id="core.paper", strength=Strength.GENERIC), failures=(broken(),))
    assert choose_loader(nobodys, some, authority=WIRRAL).step is Step.UNAVAILABLE


def test_our_own_loaders_are_told_the_authority(nobodys):
    """A paper that names nobody is the council's where the caller says so."""
    some = load_plugins(no_plugins=True)
    council = PaperLoader(id="wirral.paper", title="Wirral", authorities=frozenset({WIRRAL}))
    both = evolve(some, loaders=(*some.loaders, council))
    assert choose_loader(nobodys, both).loader.id == "core.paper"
    assert choose_loader(nobodys, both, authority=WIRRAL).loader.id == "wirral.paper"
