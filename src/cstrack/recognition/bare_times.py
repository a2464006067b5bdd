"""Numbers alone that go on with a stretch of time: "from 19 weeks to 12", "9.1 days a head, 0.6 above target"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.bare import ENDS_LOOSELY, REACH
from cstrack.recognition.figure_drafts import FigureDraft
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.numerals import Numeral

#: Between a stretch of time and the one it became: "from 19 weeks to 12".
_THEN = pattern(
    "recognition.bare_times.then",
    r"(?i)(?:\ (?:in|at|on|per|a)\ [a-z0-9' ]{3,24})?,?\ (?:to|against|compared\ (?:with|to)|down\ from|up\ from|from)\ (?:only\ |just\ |now\ |the\ )?"
    r"(?:(?:an?|the)\ (?:target|threshold|standard|limit|(?:national|england|regional)\ average|average|figure)\ of\ )?\Z",
)
#: Words of a limit right before a number.
_LIMIT = pattern(
    "recognition.bare_times.limit",
    r"(?i)(?<![a-z])(?:threshold|standard|limit|norm|average)\ (?:is|was|of|being|at|stands\ at|stood\ at)\ (?:now\ |then\ )?\Z",
)
#: What a number of a stretch of time is said of: "Average days between order and match: 187".
_TIME_SAID_OF = pattern(
    "recognition.bare_times.time_said_of",
    r"(?i)(?<![a-z])(?P<unit>working\ day|day|week|month)s\ (?:between|from|to|taken|lost|waited|waiting|spent)(?![a-z])[^.;0-9]{0,60}(?::|\ (?:was|were|is|are|stood\ at|averaged|average|at|fell\ to|rose\ to))\ \Z",
)
#: A difference right behind the stretch of time it is one of: "9.1 days a head, 0.6 above target".
_MORE_OR_LESS = pattern(
    "recognition.bare_times.more_or_less",
    r"(?i)\ (?:above|below|more|fewer|less|higher|lower|better|worse|over|under|up|down|short|ahead|longer|shorter)(?![a-z])",
)
_RIGHT_BEHIND = pattern(
    "recognition.bare_times.right_behind", r"(?i)(?:\ a\ head|\ per\ [a-z]{3,8})?(?:,\ |\ \()(?:which\ (?:is|was)\ )?\Z"
)


def same_time(text: str, number: Numeral, last: FigureDraft | None, time: FigureDraft | None) -> FigureDraft | None:
    """A number that goes on with a stretch of time: "from 19 weeks to 12"; None where it does not.

    Args:
        text: the plain text of its block.
        number: the number.
        last: the figure right before it in the sentence.
        time: the first stretch of time that the sentence measures.
    """
    if number.to is not None:
        return None
    said = _TIME_SAID_OF.search(text, max(0, number.start - 2 * REACH), number.start)
    if said is not None:
        unit = said["unit"].lower().replace(" ", "_")
        return FigureDraft(
            number=number, end=number.end, unit=unit, rule="inherited", inherits=said.span("unit"), duration=True
        )
    if time is not None and _LIMIT.search(text, max(0, number.start - REACH), number.start):
        return _as_long(number, time)
    if last is None or not last.duration or number.start - last.end > REACH:
        return None
    became = _THEN.fullmatch(text, last.end, number.start) and ENDS_LOOSELY.match(text, number.end)
    more = _RIGHT_BEHIND.fullmatch(text, last.end, number.start) and _MORE_OR_LESS.match(text, number.end)
    return _as_long(number, last) if became or more else None


def _as_long(number: Numeral, time: FigureDraft) -> FigureDraft:
    return FigureDraft(
        number=number,
        end=number.end,
        unit=time.unit,
        rule="inherited",
        inherits=(time.number.start, time.end),
        duration=True,
    )
