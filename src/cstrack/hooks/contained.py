"""Calls into a plugin's code, kept from ending the run."""

from __future__ import annotations

import traceback
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar, final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

#: Length of the one line that a person sees; the traceback keeps the rest.
LONGEST = 300


def _nobody(who: str) -> None:
    del who


#: Is told whose code is about to run, by its id, and with an empty text that it came back by itself. A process that may be ended in the
#: middle of such a call says so to its parent, who can then name the plugin.
AT_WORK: ContextVar[Callable[[str], None]] = ContextVar("at work", default=_nobody)


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


def attempt(call: Callable[[], T], of: str = "") -> T | Caught:
    """Call something that is not ours.

    ``sys.exit`` in a plugin would end the run as a success, so it is caught as an error is. An interrupted run and a machine out
    of memory are nobody's failure: both pass.

    Args:
        call: the call.
        of: id of the plugin, or of its reader, loader, check or exporter.

    Returns:
        What it returned, or what it raised.
    """
    tell = AT_WORK.get()
    if of:
        tell(of)
    try:
        returned: T | Caught = call()
    except MemoryError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001  # containment is what this function is for
        told = " ".join(str(error).split())
        kind = "sys.exit" if isinstance(error, SystemExit) else type(error).__name__
        returned = Caught(message=f"{kind}: {told}"[:LONGEST].rstrip(": "), traceback=traceback.format_exc())
    if of:
        tell("")
    return returned
