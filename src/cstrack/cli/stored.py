"""A store given where papers may be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cstrack.errors import NothingRead

if TYPE_CHECKING:
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.register import Register


def store_among(paths: tuple[str, ...]) -> str | None:
    """The store that was given; None where papers were."""
    from cstrack.storage.layout import is_store

    stores = [path for path in paths if is_store(path)]
    if not stores:
        return None
    if len(paths) > 1:
        raise click.UsageError(f"{stores[0]} is a store: give one store alone, or papers")
    return stores[0]


def held(path: str, as_of: date, known_on: date | None) -> tuple[Register, History]:
    """What a store holds up to a day, and its history.

    Args:
        path: the store.
        as_of: papers that speak for a later day are left out.
        known_on: what was loaded after this day is left out too; None leaves it in.

    Raises:
        NothingRead: it holds nothing of that time.
        StoreError: it holds something else than was recorded.
    """
    from cstrack.workflow.keeping import open_history, whole

    history = open_history(path)
    if known_on is not None:
        history = history.known_by(known_on)
    register = whole(history, as_of)
    if not register.papers:
        known = f", loaded by {known_on.isoformat()}" if known_on is not None else ""
        raise NothingRead((path,), (f"the store holds no paper of {as_of.isoformat()} or earlier{known}",))
    return register, history
