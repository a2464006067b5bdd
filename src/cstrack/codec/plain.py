"""Nouns to plain dicts, lists and text, and back: the only module that knows cattrs.

The law: ``from_plain(type(noun), to_plain(noun)) == noun``. Numbers become plain decimal text and dates ISO text, so that what
comes out can be written as JSON and nothing passes through a float. A record says which it is under ``record``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from cstrack import problems
from cstrack.codec.lines import FURTHER_KINDS, KINDS
from cstrack.document import block, document, grid, place
from cstrack.errors import UnreadableNoun
from cstrack.facts import facts, key, mention, statement, table
from cstrack.model import (
    action,
    budget,
    change,
    comment,
    decision,
    finding,
    history,
    indicator,
    judgement,
    paper,
    plan,
    progress,
    record,
    register,
    target,
)
from cstrack.model.record import Record
from cstrack.sources import citation, source, span
from cstrack.values import figure, missing, period
from cstrack.values.figure import Figure
from cstrack.values.missing import NotStated

if TYPE_CHECKING:
    from types import ModuleType

    from cattrs import Converter

T = TypeVar("T")

#: Where the nouns stand. `decision` follows `problems`, since the Outcome that a field holds is that of a decision.
_NOUNS: tuple[ModuleType, ...] = (
    *(
        period,
        figure,
        missing,
        source,
        span,
        citation,
        problems,
        block,
        grid,
        place,
        document,
        mention,
        statement,
        key,
        table,
        facts,
    ),
    *(
        action,
        budget,
        change,
        comment,
        decision,
        finding,
        history,
        indicator,
        judgement,
        paper,
        plan,
        progress,
        record,
        register,
        target,
    ),
)

#: Record classes by the word that stands under ``record``.
_RECORDS: dict[str, type[Record]] = {word: kind for kind, word in (KINDS | FURTHER_KINDS).items()}
_WORDS: dict[type[Record], str] = {kind: word for word, kind in _RECORDS.items()}


def to_plain(noun: Any) -> Any:
    """A noun as dicts, lists, text, whole numbers, booleans and None.

    Args:
        noun: any noun of the model, or a tuple of them.

    Returns:
        What :mod:`json` can write. Keys stand in the order of the fields.
    """
    return _converter().unstructure(noun)


def from_plain(kind: type[T], plain: Any) -> T:
    """The noun that :func:`to_plain` made plain.

    Args:
        kind: its class; ``Record`` for a record of any kind.
        plain: what :func:`to_plain` returned, also after a way through JSON.

    Returns:
        The noun.

    Raises:
        UnreadableNoun: the plain form is not one of this kind.
    """
    try:
        return _converter().structure(plain, kind)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise UnreadableNoun(kind.__name__, f"{type(error).__name__}: {error}") from error


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(detailed_validation=False)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    _resolve()
    _teach_records(converter)
    converter.register_structure_hook(
        Figure | NotStated, lambda plain, _: converter.structure(plain, NotStated if "reason" in plain else Figure)
    )
    return converter


def _resolve() -> None:
    """Make the fields' types real: the noun modules import each other for the type checker only."""
    names: dict[str, Any] = {"Mapping": Mapping, "Sequence": Sequence, "date": date, "Decimal": Decimal}
    for module in _NOUNS:
        own = {
            name: value for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__
        }
        names.update(own)
    for value in tuple(names.values()):
        if isinstance(value, type) and attrs.has(value):
            attrs.resolve_types(value, None, names)


def _teach_records(converter: Converter) -> None:
    """A record's plain form names its class; wherever any record may stand, the class decides."""
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    def taught(kind: type[Record], word: str) -> None:
        fields = make_dict_unstructure_fn(kind, converter)
        converter.register_unstructure_hook(kind, lambda one: {"record": word, **fields(one)})
        converter.register_structure_hook(kind, make_dict_structure_fn(kind, converter))

    converter.register_unstructure_hook_func(
        lambda kind: kind is Record, lambda one: converter.unstructure(one, unstructure_as=type(one))
    )
    converter.register_structure_hook_func(
        lambda kind: kind is Record, lambda plain, _: converter.structure(plain, _RECORDS[plain["record"]])
    )
    for kind, word in _WORDS.items():
        taught(kind, word)
