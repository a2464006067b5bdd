"""Money that moves: from which purse, into which, how much, in which years."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assembly.scopes import recurrence_of
from cstrack.model.budget import FundingMovement
from cstrack.model.identity import record_id
from cstrack.values.missing import NotStated, Reason
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from cstrack.assembly.places import Surroundings
    from cstrack.facts.statement import Sentence
    from cstrack.model.budget import BudgetLine, Recurrence
    from cstrack.model.record import Amount
    from cstrack.values.period import Period

#: Words of one sentence: a point between digits ends none.
_WORDS = r"(?:[^.;]|\.(?=[0-9]))"
_PURSE = (
    r"(?:the\ |its\ |our\ |in-year\ |general\ |earmarked\ |[A-Za-z'&-]{2,24}\ ){0,5}?(?:reserves?|balances|contingency|fund|"
    r"underspends?|under\ spends?|under-spends?|savings|base\ budget|budget|loan|grant|capital\ programme|capital\ receipts|overspends?|over\ spends?)"
)

#: What an overspend is called.
_OVER = r"(?P<destination>(?:overspends?|over\ spends?|over-spends?|deficit|shortfall|gap|pressures?))(?![a-z])"
_MEETING = r"(?:fund|meet|financ|cover|offset|manag|mitigat|absorb)(?:e|s|es|ed|ing)?"

#: Each way money moves: what stands before, between and behind. The groups ``source`` and ``destination`` are purses as printed.
_WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "overspend met",
        pattern(
            "assembly.movements.met",
            rf"(?i)(?<![a-z]){_MEETING}\ {_WORDS}{{0,24}}?{_OVER}{_WORDS}{{0,120}}?\ (?:from|by|using|through|out\ of)\ (?P<source>{_PURSE})(?![a-z])",
        ),
    ),
    (
        "overspend met",
        pattern(
            "assembly.movements.is_met",
            rf"(?i)(?<![a-z]){_OVER}{_WORDS}{{0,80}}?\ (?:be|been|being|is|was|are|were)\ (?:{_MEETING}|met)\ (?:from|by|using|through|out\ of|with)\ (?P<source>{_PURSE})(?![a-z])",
        ),
    ),
    (
        "transfer",
        pattern(
            "assembly.movements.transfer",
            rf"(?i)(?<![a-z])(?:mov(?:e|ed|ing)|transfer(?:red|ring|s)?|vir(?:e|ed|ing)|reallocat(?:e|ed|ing))\ {_WORDS}{{0,60}}?"
            rf"(?P<source>(?:contingency|reserves?|balances|budget|underspends?|grant|funding))(?![a-z]){_WORDS}{{0,40}}?\ (?:in)?to\ (?P<destination>{_PURSE})(?![a-z])",
        ),
    ),
    (
        "repayment",
        pattern(
            "assembly.movements.repay",
            rf"(?i)(?:(?P<source>(?:under\ ?-?spends?|savings|surplus))(?![a-z]){_WORDS}{{0,60}}?)?(?<![a-z])(?:repay(?:s|ing|ment)?|repaid|replenish(?:ed|ing|ment)?|"
            rf"pay\ back|paid\ back)(?![a-z]){_WORDS}{{0,48}}?(?P<destination>(?:loans?|reserves?|balances|borrowing|debt))(?![a-z])",
        ),
    ),
    (
        "drawing",
        pattern(
            "assembly.movements.draw",
            rf"(?i)(?<![a-z])(?:draw(?:n|s|ing|-?down)?|drew|used?|using|release[ds]?|call(?:ed)?\ on|transfer(?:red)?|taken)(?![a-z]){_WORDS}{{0,48}}?\ (?:from|of)\ "
            r"(?P<source>(?:the\ )?(?:[A-Za-z'-]{2,20}\ ){0,4}?(?:reserves?|balances|contingency))(?![a-z])"
            r"(?:\ (?:for|to\ fund|to\ support|towards?)\ (?P<destination>(?:the\ )?(?:[A-Za-z'&-]{2,20}\ ?){1,5}))?",
        ),
    ),
)
#: Money spent once to save later; told only where a sum stands beside it.
_INVEST_TO_SAVE = pattern("assembly.movements.invest", r"(?i)invest[-\ ]to[-\ ]save(?![a-z])")
_SOME_OF = pattern(
    "assembly.movements.some_of",
    r"(?i)(?<![a-z])(?:some|part|most|much|half|a\ proportion|a\ share|the\ rest)\ of\ (?:the\ |its\ |this\ )?\Z",
)


@final
@frozen(kw_only=True)
class _Moved:
    source: str | None
    destination: str | None
    rule: str
    recurrence: Recurrence


def movements_of(surroundings: Surroundings, lines: Sequence[BudgetLine]) -> Iterator[FundingMovement]:
    """Money that the paper says moves, one movement for each sum of its sentence, or one not stated.

    Args:
        surroundings: the paper.
        lines: its budget lines, in order; a movement names those it speaks of.
    """
    begins = [line_start(line) for line in lines]
    for sentence in surroundings.facts.sentences:
        text = surroundings.texts[sentence.block]
        own = lines[bisect_left(begins, sentence.span.start) : bisect_left(begins, sentence.span.end)]
        moved = _moved(text[sentence.start : sentence.end], sums=bool(own))
        if moved is not None:
            yield from _records(surroundings, sentence, moved, own)


def _moved(sentence: str, *, sums: bool) -> _Moved | None:
    for rule, way in _WAYS:
        found = way.search(sentence)
        if found is not None:
            groups = {name: (words or "").strip() or None for name, words in found.groupdict().items()}
            return _Moved(
                source=groups.get("source"),
                destination=groups.get("destination"),
                rule=f"movement.{rule.replace(' ', '_')}",
                recurrence=recurrence_of(sentence),
            )
    if sums and _INVEST_TO_SAVE.search(sentence):
        recurrence = recurrence_of(sentence)
        return _Moved(source="invest to save", destination=None, rule="movement.invest_to_save", recurrence=recurrence)
    return None


def _records(
    surroundings: Surroundings, sentence: Sentence, moved: _Moved, lines: Sequence[BudgetLine]
) -> Iterator[FundingMovement]:
    text = surroundings.document.text
    stated = [line for line in lines if not _SOME_OF.search(text[max(0, line_start(line) - 24) : line_start(line)])]
    if stated:
        for ordinal, line in enumerate(stated):
            yield _record(surroundings, sentence, moved, line.figure, line.period, (line,), ordinal)
    else:
        amount = NotStated(reason=Reason.NOT_STATED, unit="GBP", printed=_printed(text, lines))
        yield _record(surroundings, sentence, moved, amount, None, lines, 0)


def line_start(line: BudgetLine) -> int:
    """Offset of a line's words in the document's text."""
    return line.citation.span.start if line.citation.span is not None else 0


def _printed(text: str, lines: Sequence[BudgetLine]) -> str:
    if not lines or lines[0].citation.span is None:
        return ""
    span = lines[0].citation.span
    some = _SOME_OF.search(text[max(0, span.start - 24) : span.start])
    return (some.group() if some else "") + text[span.start : span.end]


def _record(
    surroundings: Surroundings,
    sentence: Sentence,
    moved: _Moved,
    amount: Amount,
    period: Period | None,
    lines: Sequence[BudgetLine],
    ordinal: int,
) -> FundingMovement:
    document = surroundings.document
    block = document.blocks[sentence.block]
    words = surroundings.texts[sentence.block][sentence.start : sentence.end]
    return FundingMovement(
        id=record_id("movement", document.source.sha256, str(sentence.span.start), ordinal),
        authority=surroundings.facts.head.authority,
        citations=(document.cite(sentence.span, block, words), *(line.citation for line in lines)),
        label=f"{moved.source or 'not stated'} to {moved.destination or 'not stated'}",
        source=moved.source,
        destination=moved.destination,
        figure=amount,
        period=period,
        recurrence=moved.recurrence,
        lines=tuple(line.id for line in lines),
        rule=moved.rule,
    )
