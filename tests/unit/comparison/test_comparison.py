"""The same promise again, and what moved."""

from __future__ import annotations

from collections import Counter

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cstrack.comparison.compare import compare
from cstrack.comparison.likeness import Weights
from cstrack.comparison.matching import pair_records
from cstrack.comparison.subjects import with_subjects
from cstrack.comparison.wording import words_of
from cstrack.model.action import Lifecycle
from cstrack.model.change import ChangeKind
from cstrack.model.register import Register
from cstrack.model.target import Comparator
from cstrack.testing import records as make

OLD, NEW = make.paper("march.txt", "2014-03-13"), make.paper("december.txt", "2014-12-11")


def _register(paper, *records):
    return Register(papers=(paper,), records=records)


def _kinds(before, after):
    return [change.kind for change in compare(before, after)]


def test_a_promise_is_known_again_in_other_words():
    """Its rarer words are shared; the date that moved is told with its days and both wordings."""
    old = make.action(OLD, "The Liquidlogic system will be implemented by September", due=make.on("2014-09-30"))
    new = make.action(NEW, "Implementation of Liquidlogic: the system will be implemented", due=make.on("2014-12-31"))
    moved = next(one for one in compare(_register(OLD, old), _register(NEW, new)) if one.kind is ChangeKind.MOVED)
    assert moved.days == 92
    assert moved.before.quote != moved.after.quote
    assert "liquidlogic" in moved.evidence


def test_promises_that_share_only_everyday_words_are_two():
    """ "Children's services will continue" says nothing."""
    old = make.action(OLD, "The service will continue to work with children and families")
    new = make.action(NEW, "The service will recruit managers for children")
    assert pair_records((old,), (new,)) == ()


def test_what_is_gone_is_not_mentioned_since():
    """Prose papers need not repeat each other, so nothing more is said."""
    old = make.action(OLD, "A multi-agency stakeholder event will take place")
    new = make.action(NEW, "The recruitment of team managers is under way")
    assert _kinds(_register(OLD, old), _register(NEW, new)) == [ChangeKind.ADDED, ChangeKind.NOT_MENTIONED_SINCE]


def test_closing_and_change_of_owner_are_told():
    """Owner changed, never owner gone."""
    old = make.action(OLD, "Publish the sufficiency strategy", owners=("Head of Placements",))
    new = make.action(
        NEW, "Publish the sufficiency strategy", lifecycle=Lifecycle.COMPLETED, owners=("Head of Commissioning",)
    )
    assert _kinds(_register(OLD, old), _register(NEW, new)) == [
        ChangeKind.MATCHED,
        ChangeKind.CLOSED,
        ChangeKind.OWNER_CHANGED,
    ]


def test_a_target_weakens_by_its_direction():
    """At most 10% becoming at most 12% is weaker; at least 90% becoming at least 95% is stronger."""

    def changed(one, two, comparator):
        old = make.target(OLD, make.percent(one), "agency social workers rate", comparator=comparator)
        new = make.target(NEW, make.percent(two), "agency social workers rate", comparator=comparator)
        return [kind for kind in _kinds(_register(OLD, old), _register(NEW, new)) if kind is not ChangeKind.REWORDED]

    assert ChangeKind.WEAKENED in changed("10", "12", Comparator.AT_MOST)
    assert ChangeKind.STRENGTHENED in changed("90", "95", Comparator.AT_LEAST)
    assert not {ChangeKind.WEAKENED, ChangeKind.STRENGTHENED} & set(changed("10", "12", Comparator.NOT_SAID))


def test_one_name_for_the_same_promise_across_papers():
    """The later record takes over the subject of the earlier; others keep their own; papers of others stay apart."""
    old = make.action(OLD, "Implement the Liquidlogic case system")
    new = make.action(NEW, "Implement the Liquidlogic case system fully")
    other = make.action(make.paper("other.txt", "2014-12-11", "E08000015"), "Implement the Liquidlogic case system")
    register = Register(
        papers=(NEW, OLD, make.paper("other.txt", "2014-12-11", "E08000015")), records=(new, old, other)
    )
    named = with_subjects(register).records
    assert named[0].subject == named[1].subject == old.id
    assert named[2].subject == other.id


WORDS = st.lists(
    st.sampled_from(["placement", "adoption", "fostering", "recruit", "review", "publish", "panel", "audit"]),
    min_size=1,
)


@given(st.lists(WORDS, max_size=6))
def test_a_register_compared_with_itself_has_not_moved(titles):
    """Every record is matched with one of its own words and nothing else is said."""
    records = tuple(make.action(OLD, " ".join(words), at=at) for at, words in enumerate(titles))
    register = _register(OLD, *records)
    changes = compare(register, register)
    assert {change.kind for change in changes} <= {ChangeKind.MATCHED}
    assert len(changes) == len(records)


WORDS = ("placement", "foster", "review", "thresholds", "hub", "liquidlogic", "recruit", "managers", "audit", "court")


def _every_pair(before, after, at_least):
    """The rule without a short cut: every pair of records is compared, and the most alike are taken first."""
    words = [words_of(record) for record in (*before, *after)]
    weights = Weights({}, Counter(word for one in words for word in one), len(words))
    options = []
    for one, old in enumerate(before):
        for two, new in enumerate(after):
            likeness = weights.likeness(words_of(old), words_of(new)) if type(old) is type(new) else None
            if likeness is not None and likeness >= at_least and words_of(old) & words_of(new):
                options.append((-likeness, one, two))
    pairs, taken = {}, set()
    for _, one, two in sorted(options):
        if one not in taken and two not in pairs:
            taken.add(one)
            pairs[two] = before[one].id
    return [(pairs[two], after[two].id) for two in sorted(pairs)]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), max_size=8),
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), max_size=8),
    st.sampled_from((0.3, 0.45, 0.6, 0.9)),
)
def test_pairs_are_those_of_comparing_all_with_all(old, new, at_least):
    """Wordings that share no telling word are never looked at, and that changes nothing."""
    before = [make.action(OLD, " ".join(words), at=at) for at, words in enumerate(old)]
    after = [make.action(NEW, " ".join(words), at=at) for at, words in enumerate(new)]
    pairs = pair_records(before, after, at_least)
    assert [(pair.before.id, pair.after.id) for pair in pairs] == _every_pair(before, after, at_least)


def test_records_of_one_wording_are_paired_in_their_order():
    """Ten thousand lines of one wording are compared once."""
    old = make.action(OLD, "Publish the sufficiency strategy")
    before = [evolve(old, id=f"action-{at:016x}") for at in range(5_000)]
    after = [evolve(old, id=f"action-{at:016x}") for at in range(10_000, 20_000)]
    pairs = pair_records(before, after)
    assert [(pair.before, pair.after) for pair in pairs] == list(zip(before, after[:5_000], strict=True))
