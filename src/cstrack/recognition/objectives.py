"""Aims that a sentence states, "The aim is to", "we are committed to", and those that a list names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.actions import SILENT
from cstrack.recognition.dues import timing_of
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.lists import Listing
    from cstrack.recognition.scene import Scene

_AIM = pattern(
    "recognition.objectives.aim",
    r"""\b(?:(?P<word>aim|ambition|goal|objective|vision|priority|aspiration|pledge|mission|(?:key|primary|main|overall|overarching|initial)[ ](?:focus|priority|aim|objective|milestone|goal|ambition))
    (?:[ ](?:of|for|in|within|over|throughout)[ ][A-Za-z0-9'’ -]{2,60}?)?[ ](?:is|was|remains|will[ ]be|has[ ]been)(?:[ ](?:now|still|also|simply))?[ ](?:to|that|on|for|in)\b
    |what[ ](?:i|we|the[ ][a-z]{4,12})[ ](?:want|wants|hope[ ]for|aim[ ]for|seek|seeks)\b[^.;]{0,40}?[ ](?:is|are)\b
    |(?:we|the[ ](?:council|service|authority|board|partnership)|[A-Z][a-z]{2,20})[ ](?:aims?|aspires?)[ ]to\b
    |(?:we|the[ ](?:council|service|authority|directorate))[ ](?:are|is|remains?)[ ](?:fully[ ]|wholly[ ]|strongly[ ])?(?:committed|determined|keen|ambitious)[ ]to\b)""",
    2,
)


#: Titles of aims that are numbered by the word for them: "Priority 1 - Every child is safe", "Outcome B: Families get help".
_TITLED = pattern(
    "recognition.objectives.titled",
    r"""(?:(?:strategic|key|our|improvement|delivery|main|shared|core|plan|cross-cutting)[ ]){0,2}(?P<word>[a-z]{3,12})[ ](?:no\.?[ ]?|number[ ])?
    (?:[0-9]{1,2}[a-z]?|[A-H]|one|two|three|four|five|six|seven|eight|nine|ten)(?:[ ]?[:.-]|[ ]is)?[ ]{1,3}(?P<title>['"]?[A-Z][^|]{3,180})\Z""",
    2,
)
#: What is no title of an aim: a sentence about it.
_ABOUT = pattern("recognition.objectives.about", r"(?:of|was|has|is|are|were|in|had|and)\b")
#: Aims one after the other in a sentence: "Our priorities for 2023/24 are: reducing drift; improving supervision".
_INLINE = pattern(
    "recognition.objectives.inline",
    r"""\b(?:our|the|its|their|whose|these|board's|council's|partnership's)[ ](?:[a-z0-9'-]{2,14}[ ]){0,3}?(?P<word>[a-z]{4,12})(?:[ ](?:for|in|of)[ ][A-Za-z0-9/' -]{2,40}?)?
    [ ](?:are|were|remain|will[ ]be|include)(?:[ ](?:as[ ]follows|to|[a-z]{4,10}(?=:)))?[ ]?(?P<colon>:)?[ ]""",
    2,
)


_CUES = word_set(
    "aim aims ambition goal objective vision priority aspiration pledge mission focus milestone want wants aspires aspire committed determined keen ambitious"
)


def recognise_aims(scene: Scene, taken: Collection[int], listed: Sequence[Statement]) -> Iterator[Statement]:
    """The aims that sentences and numbered titles state, in reading order.

    Args:
        scene: the paper.
        taken: blocks read elsewhere.
        listed: aims that lists name; a title that repeats one is no other aim.

    Yields:
        One statement for each aim.
    """
    seen = {_title(scene, one) for one in listed}
    for index, block in enumerate(scene.document.blocks):
        titled = None if index in taken else _titled(scene, index)
        if titled is not None:
            if _title(scene, titled) not in seen:
                yield titled
            seen.add(_title(scene, titled))
            continue
        if index in taken or block.kind is BlockKind.HEADING or scene.sections[index] in SILENT or scene.is_head(index):
            continue
        text = scene.text(index)
        for sentence in scene.sentences.get(index, ()):
            joined = tuple(_inline(scene, sentence))
            yield from joined
            if joined or not scene.says(sentence, _CUES):
                continue
            aim = _AIM.search(text, sentence.start, sentence.end)
            if aim is None or text[sentence.end - 1] in ":?" or " of which " in text[sentence.start : sentence.end]:
                continue
            word = (aim.group("word") or "aim").casefold().split()[-1]
            timing = timing_of(scene, index, aim.start(), sentence.end, "planned")
            yield scene.statement(
                StatementKind.OBJECTIVE,
                index,
                sentence.start,
                sentence.end,
                "objective.aim",
                (("word", word), ("firmness", "aimed")),
                due=timing.due,
                marks=timing.marks,
            )


def _title(scene: Scene, aim: Statement) -> str:
    return scene.text(aim.block)[aim.start : aim.end].casefold().strip(" .;,")


def _titled(scene: Scene, index: int) -> Statement | None:
    """The aim that a numbered title names."""
    text = scene.text(index)
    found = _TITLED.match(text) if len(text) < _LONGEST else None
    word = found.group("word").casefold() if found else ""
    if found is None or _ABOUT.match(found.group("title")) or text[-1:] in "?;":
        return None
    if word not in _NAMED or scene.vocabulary.words("list").get(_NAMED[word]) != "objective":
        return None
    start = found.start("title")
    words = (("word", word), ("firmness", "aimed"))
    return scene.statement(StatementKind.OBJECTIVE, index, start, len(text), "objective.titled", words)


def _inline(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """The aims that a sentence lists, parted by semicolons, or by commas behind a colon."""
    text = scene.text(sentence.block)
    if text[sentence.end - 1] in ":?":
        return
    found = _INLINE.search(text, sentence.start, sentence.end)
    word = found.group("word").casefold() if found else ""
    if found is None or scene.vocabulary.words("list").get(word) != "objective":
        return
    mark = "; " if text.find("; ", found.end(), sentence.end) >= 0 else ", "
    if mark == ", " and not found.group("colon"):
        return
    start = found.end()
    order = 0
    while start < sentence.end:
        cut = text.find(mark, start, sentence.end)
        end = cut if cut >= 0 else sentence.end
        order += 1
        begins = start + (4 if text.startswith("and ", start) else 0)
        yield scene.statement(
            StatementKind.OBJECTIVE,
            sentence.block,
            begins,
            end,
            "objective.inline",
            (("order", str(order)), ("word", _NAMED_BY.get(word, word)), ("firmness", "aimed")),
        )
        start = end + len(mark)


#: Words by which one aim is named, and the words for several.
_NAMED = {
    "priority": "priorities", "outcome": "outcomes", "objective": "objectives", "aim": "aims", "theme": "themes", "pledge": "pledges",
    "strand": "strands", "ambition": "ambitions", "goal": "goals", "pillar": "pillars", "commitment": "commitments", "promise": "promises",
    "mission": "missions", "principle": "principles",
}  # fmt: skip
_NAMED_BY = {several: one for one, several in _NAMED.items()}
#: Characters of the longest title of an aim.
_LONGEST = 240


def list_objectives(scene: Scene, listing: Listing) -> Iterator[Statement]:
    """The priorities, strands or pledges that a list names."""
    for order, index in enumerate(listing.members, 1):
        text = scene.text(index)
        sentences = scene.sentences.get(index, ())
        end = sentences[0].end if sentences else len(text)
        if len(text) < 4:
            continue
        timing = timing_of(scene, index, 0, end, "planned")
        yield scene.statement(
            StatementKind.OBJECTIVE,
            index,
            0,
            end,
            "objective.listed",
            (("order", str(order)), ("word", _singular(listing.word)), ("firmness", "aimed")),
            due=timing.due,
            lead=listing.lead,
            marks=timing.marks,
        )


def _singular(word: str) -> str:
    irregular = {"priorities": "priority", "aims and objectives": "objective", "objectives": "objective"}
    return irregular.get(word, word.removesuffix("s"))
