"""How others look at an authority without grading it, and what they recommend to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_KINDS = (
    ("monitoring visit", pattern("recognition.oversight.monitoring", r"\bmonitoring[ ]visits?\b", 2)),
    ("focused visit", pattern("recognition.oversight.focused", r"\bfocus(?:s)?ed[ ]visits?\b", 2)),
    ("annual conversation", pattern("recognition.oversight.conversation", r"\bannual[ ](?:conversation|engagement[ ]meeting)s?\b", 2)),
    ("peer review", pattern("recognition.oversight.peer", r"\b(?:peer[ ](?:review|challenge|audit|diagnostic)s?(?:[ ]process)?|(?:adoption|improvement|safeguarding)[ ]diagnostic)\b", 2)),
    ("improvement board", pattern("recognition.oversight.board", r"\b(?:improvement[ ]board|improvement[ ]and[ ]assurance[ ]board)\b", 2)),
    ("intervention", pattern("recognition.oversight.intervention", r"\b(?:(?:statutory[ ]|government[ ]|into[ ]|from[ ]|of[ ]|out[ ]of[ ]|in[ ]|under[ ]|expect[ ])intervention|improvement[ ]notice|statutory[ ]direction|direction[ ]notice|commissioner[ ](?:was|has[ ]been|is)[ ]appointed|written[ ]statement[ ]of[ ]action)\b", 2)),
    ("inspection", pattern("recognition.oversight.inspection", r"\b(?:next[ ]ofsted[ ]visit|(?:ofsted|cqc|ilacs|sif|jtai|send|full|standard|short|four[ ]week|area|next|joint[ ]targeted[ ]area)[ ](?:[a-z]{2,12}[ ]){0,2}?(?:re-?)?inspection|re-?inspection|inspection[ ]by[ ](?:ofsted|cqc|hmip))\b", 2)),
)  # fmt: skip
_AHEAD = pattern(
    "recognition.oversight.ahead",
    r"\b(?:will|would|due|expect(?:ed|s)?|is[ ]to|are[ ]to|forthcoming|upcoming|planned|scheduled|next|await(?:ed|ing)?|preparing|preparation|subject[ ]to[ ]an?|is[ ]now)\b",
    2,
)
_OVER = pattern(
    "recognition.oversight.over",
    r"\b(?:no[ ]longer|removed[ ]from|completed|came[ ]out[ ]of|exited|lifted|ended|stepped[ ]down|was|were|had|has[ ]been|following|after|last|took[ ]place)\b",
    2,
)
_BY = pattern(
    "recognition.oversight.by",
    r"\b(?P<by>ofsted|cqc|care[ ]quality[ ]commission|hmip|the[ ]government|government|department[ ]for[ ]education|dfe|secretary[ ]of[ ]state|local[ ]government[ ]association|lga)\b",
    2,
)
#: Kinds that go on for years: only their beginning and their end are events.
_STANDING = frozenset({"intervention", "improvement board"})
_BEGINS = pattern(
    "recognition.oversight.begins",
    r"\b(?:removed|entered|placed|escalated|lifted|exited?|left|issued|subject[ ]to|appointed|established|set[ ]up|stepped[ ]down|ended|came[ ]out|taken[ ]out|imposed|served|remains?[ ]in)\b",
    2,
)
_DENIED = pattern(
    "recognition.oversight.denied", r"\b(?:not|never)[ ](?:[a-z]{2,12}[ ]){0,2}?(?:expect|anticipate|plan)", 2
)
_RECOMMENDS = pattern(
    "recognition.oversight.recommends",
    r"""\b(?P<by>ofsted|inspectors|the[ ](?:inspection|inspectors|peer[ ](?:review|challenge)(?:[ ]team)?|review(?:[ ]team)?|report|task[ ](?:and[ ]finish[ ])?group|working[ ]group|auditors?|commissioner|adviser|lga)
    |(?:last[ ]year's[ ])?(?:[a-z]{3,12}[ ]){0,3}task[ ]group|peer[ ]reviewers|officers)[ ](?:[^.;]{0,90}?[ ])??(?:also[ ])?(?:recommended|recommends|suggested|has[ ]recommended|had[ ]recommended|made[ ][a-z0-9]{1,12}[ ]recommendations?)\b""",
    2,
)  # fmt: skip
#: One of these stands in every sentence that tells of oversight.
_CUES = word_set(
    """visit visits conversation conversations engagement peer adoption improvement safeguarding intervention notice direction commissioner statement
    inspection re-inspection reinspection recommended recommends suggested recommendation recommendations"""
)
_DATES = (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SPAN, PeriodKind.CHOICE, PeriodKind.SEASON)


def recognise_oversight(scene: Scene) -> Iterator[Statement]:
    """Visits, interventions and peer reviews, and what they recommended, in reading order.

    Args:
        scene: the paper.

    Yields:
        One statement for each kind of oversight a sentence tells of, and one for each recommendation.
    """
    for index, block in enumerate(scene.document.blocks):
        if block.kind is BlockKind.HEADING or scene.sections[index] in ("contacts", "relied") or scene.is_head(index):
            continue
        for sentence in scene.sentences.get(index, ()):
            if not scene.says(sentence, _CUES):
                continue
            words = scene.text(index)[sentence.start : sentence.end]
            recommends = _RECOMMENDS.search(words)
            if recommends:
                yield _recommendation(scene, sentence, recommends.group("by"))
            yield from _events(scene, sentence, words)


def _events(scene: Scene, sentence: Sentence, words: str) -> Iterator[Statement]:
    if scene.document.blocks[sentence.block].kind is BlockKind.BULLET and len(words) < 80 and not _AHEAD.search(words):
        return  # the heading of a talk: "feedback from the monitoring visit"
    for kind, expression in _KINDS:
        found = expression.search(words)
        if found is None:
            continue
        start, end = _clause(words, found.start(), found.end())
        clause = words[start:end]
        ahead, over = _AHEAD.search(clause), _OVER.search(clause)
        by = _BY.search(clause) or _BY.search(words)
        when = _near(scene, sentence, sentence.start + found.start(), sentence.start + end)
        when = when or (_next_sentence(scene, sentence) if ahead else None)
        if (
            _DENIED.search(clause)
            or not (when or ahead or over)
            or (kind in _STANDING and not (when or _BEGINS.search(clause)))
        ):
            continue
        yield scene.statement(
            StatementKind.OVERSIGHT,
            sentence.block,
            sentence.start + start,
            sentence.start + end,
            f"oversight.{kind.replace(' ', '_')}",
            (
                ("kind", kind),
                ("by", by.group("by") if by else None),
                ("expected", "yes" if ahead and not (over and not when) else None),
                ("firmness", "expected" if ahead else "reported"),
            ),
            on=when.period if when else None,
            marks=(when.span,) if when else (),
            inferred=tuple(f"on.{name}" for name in when.inferred) if when else (),
        )


def _next_sentence(scene: Scene, sentence: Sentence) -> PeriodMention | None:
    """The date of the sentence behind, where that goes on with "It" or "This"."""
    for one in scene.sentences.get(sentence.block, ()):
        if sentence.end <= one.start <= sentence.end + 2 and scene.text(one.block).startswith(
            ("It ", "This "), one.start
        ):
            dated = [found for found in scene.between(one.block, one.start, one.end) if found.period.kind in _DATES]
            return dated[0] if dated else None
    return None


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    left = max(
        (words.rfind(mark, 0, start) + len(mark) for mark in ("; ",) if words.rfind(mark, 0, start) >= 0), default=0
    )
    cut = words.find("; ", end)
    return left, cut if cut >= 0 else len(words)


def _near(scene: Scene, sentence: Sentence, start: int, end: int) -> PeriodMention | None:
    dated = [one for one in scene.between(sentence.block, sentence.start, sentence.end) if one.period.kind in _DATES]
    after = [one for one in dated if start <= one.start < end]
    return after[0] if after else next(reversed([one for one in dated if one.start < start]), None)


def _recommendation(scene: Scene, sentence: Sentence, by: str) -> Statement:
    return scene.statement(
        StatementKind.RECOMMENDATION,
        sentence.block,
        sentence.start,
        sentence.end,
        "recommendation.by",
        (("by", by), ("firmness", "reported")),
    )
