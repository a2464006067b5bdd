"""Calls into a plugin's code, kept from ending the run."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, TypeVar, final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

#: Length of the one line that a person sees; the traceback keeps the rest.
LONGEST = 300


@final
@frozen(kw_only=True)
class Caught:
    """What a call raised.

    Attributes:
        message: one line: the kind of error and its text.
        traceback: as Python prints it.
    """

    message: str
    traceback: str


def attempt(call: Callable[[], T]) -> T | Caught:
    """Call something that is not ours.

    ``sys.exit`` in a plugin would end the run as a success, so it is caught as an error is. An interrupted run and a machine out
    of memory are nobody's failure: both pass.

    Args:
        call: the call.

    Returns:
        What it returned, or what it raised.
    """
    try:
        return call()
    except MemoryError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001  # containment is what this function is for
        told = " ".join(str(error).split())
        kind = "sys.exit" if isinstance(error, SystemExit) else type(error).__name__
        return Caught(message=f"{kind}: {told}"[:LONGEST].rstrip(": "), traceback=traceback.format_exc())
