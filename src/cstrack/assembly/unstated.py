"""Numbers that a paper speaks of without printing them: kept with their direction, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.assembly.terms import terms_in
from cstrack.model.identity import record_id
from cstrack.model.indicator import Basis, Observation
from cstrack.model.record import Firmness
from cstrack.model.target import Target
from cstrack.sources.span import Span
from cstrack.values.missing import Direction, NotStated
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.assembly.places import Surroundings
    from cstrack.assembly.terms import Term
    from cstrack.facts.statement import Sentence
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.model.budget import BudgetLine
    from cstrack.model.record import Record
    from cstrack.sources.citation import Citation

_HAS_MOVED = pattern(
    "assembly.unstated.has_moved",
    r"(?i)\ (?:(?:has|have)\ (?:also\ |now\ |all\ )?(?P<perfect>fallen|decreased|reduced|declined|dropped|risen|increased|grown|remained|stayed|stabilised)|"
    r"(?P<past>fell|rose|dropped|grew)|(?:is|are)\ (?P<present>falling|rising|decreasing|increasing|reducing|stable))(?![a-z])",
)
_NEEDS_TO = pattern(
    "assembly.unstated.needs_to",
    r"(?i)(?<![a-z])(?:needs?\ to|must|should)\ (?P<way>fall|decrease|reduce|come\ down|rise|increase|grow)(?![a-z])(?:\ (?:further|still|more|again)){0,3}",
)
_REACHED = pattern(
    "assembly.unstated.reached",
    r"(?i)(?<![a-z])(?:reach(?:ed|ing)?|met|meeting|achiev(?:ed|ing)|exceeded)\ (?:all\ )?(?:of\ )?(?:their|its|the|this|all)\ targets?(?![a-z])",
)
_PART_OF = pattern(
    "assembly.unstated.part_of",
    r"(?i)(?P<will>will\ |expected\ to\ |forecast\ to\ )?(?<![a-z])(?:achiev|deliver|mak|secur|realis)[a-z]{1,3}\ (?P<part>(?:most|some|much|part|all\ but\ some|the\ majority|a\ proportion)\ of\ (?:the\ |its\ |this\ )?)\Z",
)
#: Longest label made of a sentence.
_LABEL = 60
_DOWN = ("fall", "fell", "decreas", "reduc", "declin", "drop", "come down")
_LEVEL = ("remain", "stay", "stabil", "stable")


def unstated(surroundings: Surroundings, vocabulary: Vocabulary) -> Iterator[Record]:
    """What a paper says of an indicator without a number: that it fell, that it must fall, that targets were reached.

    Only sentences without any figure of their own are read, and only of what the catalogue of indicators names.

    Args:
        surroundings: the paper.
        vocabulary: the words of the field.
    """
    counted = {
        (figure.block, surroundings.sentence_at(figure.block, figure.start))
        for figure in surroundings.facts.figures
        if figure.rule != "figure.duration"
    }
    for sentence in surroundings.facts.sentences:
        if (sentence.block, (sentence.start, sentence.end)) in counted:
            continue
        text = surroundings.texts[sentence.block]
        yield from _of_sentence(surroundings, sentence, text, vocabulary)


def _of_sentence(surroundings: Surroundings, sentence: Sentence, text: str, vocabulary: Vocabulary) -> Iterator[Record]:
    moved = _HAS_MOVED.search(text, sentence.start, sentence.end)
    if moved is not None:
        subject = _subject(text, sentence.start, moved.start(), vocabulary)
        if subject is not None:
            way = moved["perfect"] or moved["past"] or moved["present"]
            yield _observation(surroundings, sentence, subject, (subject.start, moved.end()), way, vocabulary)
            needs = _NEEDS_TO.search(text, moved.end(), sentence.end)
            if needs is not None:
                yield _target(surroundings, sentence, subject, needs.span(), needs["way"], vocabulary)
    reached = _REACHED.search(text, sentence.start, sentence.end)
    if reached is not None:
        yield _observation(surroundings, sentence, None, (reached.start(), reached.end()), "", vocabulary)


def _subject(text: str, start: int, end: int, vocabulary: Vocabulary) -> Term | None:
    """The indicator that ends right before the verb."""
    found = terms_in(text, start, end, vocabulary.words("indicator"))
    near = [term for term in found if end - term.end <= len(" of young people ")]
    return near[-1] if near else None


def _direction(way: str) -> Direction:
    folded = way.lower()
    if not folded:
        return Direction.NOT_STATED
    if folded.startswith(_DOWN):
        return Direction.DOWN
    return Direction.LEVEL if folded.startswith(_LEVEL) else Direction.UP


def _cited(surroundings: Surroundings, sentence: Sentence, words: tuple[int, int]) -> Citation:
    document = surroundings.document
    block = document.blocks[sentence.block]
    text = surroundings.texts[sentence.block]
    return document.cite(document.plain(block).span(*words), block, text[sentence.start : sentence.end])


def _named(subject: Term | None, sentence: str, vocabulary: Vocabulary) -> str:
    if subject is None:
        return sentence[:_LABEL].rpartition(" ")[0] if len(sentence) > _LABEL else sentence
    name = vocabulary.words("indicator_name").get(subject.meaning, subject.printed)
    return name[:1].upper() + name[1:]


def _observation(
    surroundings: Surroundings,
    sentence: Sentence,
    subject: Term | None,
    words: tuple[int, int],
    way: str,
    vocabulary: Vocabulary,
) -> Observation:
    citation = _cited(surroundings, sentence, words)
    unit = vocabulary.words("indicator_unit").get(subject.meaning, "count") if subject is not None else "count"
    return Observation(
        id=record_id("observation", citation.source.sha256, f"{citation.span.start if citation.span else 0}.words"),
        authority=surroundings.facts.head.authority,
        citations=(citation,),
        label=_named(subject, citation.sentence or "", vocabulary),
        rule="words.direction" if way else "words.targets_reached",
        figure=NotStated(direction=_direction(way), unit=unit, printed=citation.quote),
        indicator=None if subject is None else subject.meaning,
        change=bool(way),
    )


def _target(
    surroundings: Surroundings,
    sentence: Sentence,
    subject: Term,
    words: tuple[int, int],
    way: str,
    vocabulary: Vocabulary,
) -> Target:
    citation = _cited(surroundings, sentence, words)
    unit = vocabulary.words("indicator_unit").get(subject.meaning, "count")
    return Target(
        id=record_id("target", citation.source.sha256, f"{citation.span.start if citation.span else 0}.words"),
        authority=surroundings.facts.head.authority,
        citations=(citation,),
        label=_named(subject, citation.sentence or "", vocabulary),
        firmness=Firmness.AIMED,
        rule="words.needs_to",
        figure=NotStated(direction=_direction(way), unit=unit, printed=citation.quote),
        indicator=subject.meaning,
        change=True,
    )


def parts_of(surroundings: Surroundings, lines: Sequence[BudgetLine]) -> Iterator[BudgetLine]:
    """Parts of a sum that the paper does not count: "will achieve most of the £6.3m budget savings".

    Args:
        surroundings: the paper.
        lines: its budget lines.
    """
    text = surroundings.document.text
    for line in lines:
        span = line.citation.span
        if span is None:
            continue
        part = _PART_OF.search(text, max(0, span.start - 60), span.start)
        if part is not None:
            start = part.start("part")
            words = Span(start, span.end)
            yield evolve(
                line,
                id=record_id("budget", line.citation.source.sha256, f"{start}.words"),
                citations=(
                    evolve(line.citation, span=words, quote=surroundings.document.text_at(words)),
                    line.citation,
                ),
                figure=NotStated(unit="GBP", printed=surroundings.document.text_at(words)),
                basis=Basis.FORECAST if part["will"] else Basis.ACTUAL,
                rule="words.part_of",
            )
