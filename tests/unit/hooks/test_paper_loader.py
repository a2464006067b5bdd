"""The loader of prose papers: what it recognises, what it tells of a paper, and its account of every sentence."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.facts.profile import PaperProfile
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.builtin_readers import TextReader
from cstrack.hooks.contracts import Limits, LoadContext, LoadResult, Strength
from cstrack.hooks.paper_loader import PaperLoader, paper_loaders
from cstrack.problems import Severity
from cstrack.testing import make

WIRRAL, TORBAY = "E08000015", "E06000027"
TEXT = """\
Wirral Council

Progress report

20 January 2015

1. The budget of Children's Services for 2014/15 is £12.5m.

2. The DCS will open a family centre by 30 September 2015.

3. Snow fell on the hills that week.
"""


def paper(text: str = TEXT, name: str = "paper.txt") -> Document:
    """A document, read by our own reader."""
    document = TextReader().read(make.source(name, text), text.encode(), Limits()).value
    assert document is not None
    return document


def loader(**changes: object) -> PaperLoader:
    """Wirral's loader of a profile that knows one office."""
    profile = PaperProfile(
        id="wirral.paper", title="Wirral", authority=WIRRAL, roles={"DCS": "Director of Children's Services"}
    )
    fields: dict = {"id": "wirral.paper", "title": "Wirral", "authorities": frozenset({WIRRAL}), "profile": profile}
    return PaperLoader(**{**fields, **changes})


CORE = PaperLoader(id="core.paper", title="any prose paper", refines=None)


def load(document: Document, by: PaperLoader = CORE, **told: object) -> LoadResult:
    """What a loader makes of a document."""
    return by.load(document, LoadContext(vocabulary=default_vocabulary(), **told))


def codes(result: LoadResult) -> list[str]:
    """The codes of the problems of a load."""
    return [problem.code for problem in result.problems]


class TestRecognising:
    """An order, with reasons."""

    def test_the_core_recognises_any_prose(self):
        """Whoever's paper it is."""
        match = CORE.recognise(paper())
        assert match is not None
        assert (match.strength, match.evidence) == (Strength.GENERIC, ("it holds prose",))

    def test_nobody_recognises_a_table_alone(self):
        """Cells need a profile that maps their columns."""
        cells = evolve(paper(), blocks=tuple(evolve(block, kind=BlockKind.CELL) for block in paper().blocks))
        assert CORE.recognise(cells) is None
        assert CORE.recognise(evolve(paper(), blocks=())) is None

    def test_a_council_recognises_its_own_papers(self):
        """By the head of the paper, with the code and the place among the reasons."""
        match = loader().recognise(paper())
        assert match is not None
        assert match.strength is Strength.AUTHORITY
        assert match.evidence == (f"{WIRRAL} named by its head",)

    def test_a_council_declines_anothers_and_nobodys(self):
        """A paper that names another, or no one."""
        assert loader().recognise(paper(TEXT.replace("Wirral", "Torbay"))) is None
        assert loader().recognise(paper(TEXT.replace("Wirral Council\n", "\n"))) is None

    def test_what_the_caller_says_counts_more(self):
        """`--authority` makes a paper one of the authority's, and takes it from another."""
        match = loader().recognise(paper(TEXT.replace("Wirral Council\n", "\n")), WIRRAL)
        assert match is not None
        assert match.evidence == (f"{WIRRAL} named by the caller",)
        assert loader().recognise(paper(), TORBAY) is None

    def test_a_layout_is_known_by_all_its_literals(self):
        """Case, blanks, dashes and quotes folded."""
        profile = PaperProfile(id="wirral.report", title="t", authority=WIRRAL, literals=("PROGRESS  REPORT", "wirral"))
        match = loader(profile=profile).recognise(paper())
        assert match is not None
        assert match.evidence[:2] == ("its head prints 'PROGRESS  REPORT'", "its head prints 'wirral'")
        missing = evolve(profile, literals=("Progress report", "Appendix"))
        assert loader(profile=missing).recognise(paper()) is None

    def test_a_layout_of_nobody_known_is_a_layout(self):
        """The literals stand there, and no authority does."""
        profile = PaperProfile(id="wirral.report", title="t", authority=WIRRAL, literals=("Progress report",))
        match = loader(profile=profile).recognise(paper(TEXT.replace("Wirral Council\n", "\n")))
        assert match is not None
        assert match.strength is Strength.LAYOUT

    def test_literals_stand_in_the_head(self):
        """The same words far below make no layout."""
        far = (
            TEXT
            + "".join(f"\n{number}. Words of no weight.\n" for number in range(4, 40))
            + "\n41. BUDGET MONITORING\n"
        )
        profile = PaperProfile(id="wirral.report", title="t", authority=WIRRAL, literals=("BUDGET MONITORING",))
        assert loader(profile=profile).recognise(paper(far)) is None


class TestLoading:
    """A paper with what it says of itself, its records, and an account."""

    def test_the_paper_is_described(self):
        """Whose, when, what, by whom it was read and why."""
        read = load(paper(), loader()).paper
        assert (read.authority, read.authority_basis, read.date.edtf, read.date_basis) == (
            WIRRAL,
            "head",
            "2015-01-20",
            "head",
        )
        assert (read.loader, read.evidence) == ("wirral.paper", (f"{WIRRAL} named by its head",))
        assert read.title == "Progress report"

    def test_every_sentence_is_accounted_for(self):
        """Used, or skipped with a reason."""
        result = load(paper())
        assert result.rows_read == result.paper.sentences
        assert result.rows_read == result.rows_used + sum(result.rows_skipped.values())
        assert result.rows_skipped["nothing that can be tracked"] >= 1
        assert result.rows_skipped["head matter"] >= 1

    def test_contact_points_are_their_own_reason(self):
        """A heading of the profile under which nothing is read."""
        profile = PaperProfile(id="wirral.paper", title="t", authority=WIRRAL, sections={"Whom to ask": "contacts"})
        text = TEXT + "\nWhom to ask\n\nThe office is open on Mondays.\n"
        assert load(paper(text), loader(profile=profile)).rows_skipped.get("contact points") == 1

    def test_the_profile_is_used(self):
        """An office stands for its short form."""
        owners = {owner for record in load(paper(), loader()).records for owner in getattr(record, "owners", ())}
        assert "The Director of Children's Services" in owners

    def test_own_words_are_added_to_the_fields(self):
        """A word that the field knows keeps its meaning."""
        profile = PaperProfile(id="wirral.paper", title="t", vocabulary={"service": {"hubs4kids": "Early help"}})
        text = TEXT.replace("Children's Services for 2014/15", "Hubs4Kids for 2014/15")
        labels = {record.label for record in load(paper(text), loader(profile=profile)).records}
        assert "Early help" in labels

    def test_a_paper_of_nobody_is_read_with_a_warning(self):
        """Silence is not a fault of the paper's content."""
        result = load(paper(TEXT.replace("Wirral Council\n", "\n")))
        assert result.paper.authority is None
        assert result.records
        assert codes(result) == ["paper.authority_unknown"]
        assert result.problems[0].severity is Severity.WARNING

    def test_a_paper_without_a_date_is_read_with_a_warning(self):
        """What is due by it cannot be told."""
        assert "paper.date_unknown" in codes(load(paper("Wirral Council\n\nWork goes on.\n")))

    def test_a_date_that_was_told_is_kept(self):
        """By the caller."""
        result = load(paper("Wirral Council\n\nWork goes on.\n"), paper_date=date(2015, 1, 20))
        assert result.paper.date.edtf == "2015-01-20"
        assert "paper.date_unknown" not in codes(result)

    def test_an_authority_that_differs_is_told(self):
        """The caller is obeyed, and the page's word is not hidden."""
        result = load(paper(), authority=TORBAY, authority_basis="argument")
        assert {record.authority for record in result.records} == {TORBAY}
        assert codes(result) == ["paper.authority_differs"]

    def test_an_authority_that_agrees_is_no_matter(self):
        """What was told is what the page says."""
        assert codes(load(paper(), authority=WIRRAL, authority_basis="argument")) == []

    def test_an_exempt_paper_is_unpublished_and_an_error(self):
        """What is made of it stays with those who may read it."""
        exempt = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972\n\n"
        result = load(paper(exempt + TEXT))
        assert result.paper.exempt
        assert not result.paper.source.published
        assert all(not record.citation.source.published for record in result.records)
        assert [problem.severity for problem in result.problems if problem.code == "paper.exempt"] == [Severity.ERROR]

    def test_a_paper_without_records_says_why(self):
        """Nothing is empty without a reason."""
        result = load(paper("Wirral Council\n\n20 January 2015\n\nSnow fell on the hills.\n"))
        assert result.records == ()
        assert result.empty_because

    def test_facts_can_be_adjusted(self):
        """One function, where a habit cannot be told as data."""
        seen: list[Document] = []

        def forget(facts, document):
            seen.append(document)
            return evolve(facts, figures=(), statements=())

        result = load(paper(), loader(adjust=forget))
        assert not [record for record in result.records if hasattr(record, "figure")]
        assert seen

    def test_a_loader_chosen_by_its_id_says_so(self):
        """It recognised nothing, and was told to read."""
        assert load(paper(TEXT.replace("Wirral", "Torbay")), loader()).paper.evidence == ("chosen by its id",)


def test_loaders_of_profiles_refine_one_another():
    """The council's own refines the core's, its layouts the council's own."""
    council = PaperProfile(id="devon.paper", title="t", authority="E10000008")
    layout = PaperProfile(id="devon.report", title="t", authority="E10000008", literals=("x",))
    first, second = paper_loaders((council, layout))
    assert (first.id, first.refines, first.authorities) == ("devon.paper", "core.paper", {"E10000008"})
    assert (second.id, second.refines, second.profile) == ("devon.report", "devon.paper", layout)


@pytest.mark.parametrize("kind", [BlockKind.CLAUSE, BlockKind.BULLET, BlockKind.PARAGRAPH])
def test_one_block_of_prose_is_enough(kind):
    """Even among tables."""
    document = paper()
    prose = Block(kind=kind, pieces=document.blocks[0].pieces)
    cells = tuple(evolve(block, kind=BlockKind.CELL) for block in document.blocks[1:])
    assert CORE.recognise(evolve(document, blocks=(prose, *cells))) is not None
