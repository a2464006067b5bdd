"""When a decision was made and by whom, as the lead-in or the page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind

if TYPE_CHECKING:
    from cstrack.facts.mention import PeriodMention
    from cstrack.recognition.leads import Lead
    from cstrack.recognition.scene import Scene
    from cstrack.sources.span import Span

_MAKER = pattern("recognition.decision_days.maker", r"decision[ ]maker:[ ]?(?P<maker>[^|]{3,100})", 2)
_MEETS = pattern(
    "recognition.decision_days.meets",
    r"\b(?:committee|panel|board|cabinet|council|commission|executive|forum|meeting|session|sub-committee|decision)\b",
    2,
)
#: Blocks at the top of a page that can say when its meeting was.
_TOP = 8


def day_named(scene: Scene, index: int, lead: Lead) -> PeriodMention | None:
    """The day that a lead-in's own words name: "on October 30th the Council agreed"."""
    days = [
        one
        for one in scene.between(index, max(0, lead.start - 40), lead.stop)
        if (one.period.kind is PeriodKind.DAY and (one.start <= lead.end or _tells_when(scene, index, lead, one)))
        or (lead.rule == "decision.thing" and one.period.kind in (PeriodKind.DAY, PeriodKind.MONTH))
        or (
            one.period.kind is PeriodKind.MONTH
            and lead.start <= one.start
            and one.end <= lead.end
            and not lead.rule.endswith("lead")
        )
    ]
    return next((one for one in days if one.period.kind is PeriodKind.DAY), days[0] if days else None)


def _tells_when(scene: Scene, index: int, lead: Lead, mention: PeriodMention) -> bool:
    """Whether a day behind the verb is that of the decision: "adopted the plan on 30 October", not "agreed to meet on 30 October"."""
    text = scene.text(index)
    alone = lead.rule == "decision.body" and not text.startswith((" to", " that", ":"), lead.end)
    return alone and text[max(0, mention.start - 3) : mention.start + 3].casefold().find("on ") >= 0


def day_of(scene: Scene, named: PeriodMention | None, outcome: str) -> tuple[Period | None, tuple[Span, ...]]:
    """When a thing was decided, and where that was read.

    Args:
        scene: the paper.
        named: the day that the lead-in names.
        outcome: what is only recommended has no day of decision.

    Returns:
        The lead-in's day; else the page's "Date of decision"; else the day of the meeting, from the head matter of a paper that
        tells of a meeting or from a line at its top; else None.
    """
    if named is not None:
        return _gone_by(scene, named), (named.span,)
    if outcome == "recommended":
        return None, ()
    if scene.stamp is not None:
        return scene.stamp.period, (scene.stamp.span,)
    if scene.head.date_basis == "head" and scene.reported:
        return scene.head.date, ()
    met = _meeting_line(scene)
    return (met.period, (met.span,)) if met else (None, ())


def _gone_by(scene: Scene, named: PeriodMention) -> Period:
    """The day named; a year earlier where its year was inferred and it would lie ahead of the paper: what was decided has gone by."""
    period, paper = named.period, scene.head.date
    ahead = paper is not None and paper.end is not None and period.start is not None and period.start >= paper.end
    if not (ahead and named.inferred and period.start is not None) or (period.start.month, period.start.day) == (2, 29):
        return period
    return Period.from_edtf(period.edtf.replace(str(period.start.year), str(period.start.year - 1), 1))


def _meeting_line(scene: Scene) -> PeriodMention | None:
    """The day that a line at the top gives for the meeting: "Scrutiny Committee, Tuesday, 14 June 2022 6.30 pm"."""
    for index in range(min(len(scene.plains), _TOP)):
        text = scene.text(index)
        days = [one for one in scene.periods.get(index, ()) if one.period.kind is PeriodKind.DAY]
        opens = bool(days) and days[0].start <= 1 and text[days[0].end : days[0].end + 3] == " - "
        if days and len(text) < 160 and text[-1:] not in ".;" and (opens or _MEETS.search(text)):
            return days[0]
    return None


def maker_of(scene: Scene) -> str | None:
    """Who decides: the page's "Decision maker", else the body of the head matter."""
    for index in range(min(len(scene.plains), 12)):
        maker = _MAKER.search(scene.text(index))
        if maker:
            return maker.group("maker").strip()
    return scene.head.body
