"""Files read one after the other for the parent, each with an answer, until it has no more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from cstrack.errors import CstrackError
from cstrack.hooks import builtin_readers, paper_loader
from cstrack.hooks.contained import AT_WORK
from cstrack.hooks.plugins import plugin_of
from cstrack.problems import Problem, Severity
from cstrack.worker.confining import alarmed
from cstrack.workflow.arrival import Arrival, arrival_to_plain, error_to_plain
from cstrack.workflow.seeing import TRIPS
from cstrack.workflow.told import told_of
from cstrack.workflow.trip import arrive
from cstrack.workflow.wire import MOST, from_line, input_from_plain, to_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.reading.inputs import Input
    from cstrack.workflow.account import Wanted
    from cstrack.workflow.told import Told

#: Imported before the first file, so that the time of a file is the file's own.
WARM = (builtin_readers, paper_loader)


def serve(orders: Mapping[str, Any], take: BinaryIO, give: BinaryIO) -> None:
    """Read the files that the parent names.

    Args:
        orders: what the load was told.
        take: questions come from here.
        give: answers go here.
    """
    told = told_of(orders)

    def say(answer: Mapping[str, Any]) -> None:
        give.write(to_line(answer))
        give.flush()

    with suppress(BrokenPipeError):  # nobody hears the answer any more
        AT_WORK.set(lambda who: say({"at": who}))
        say({"ready": True})
        while line := take.readline():
            question = from_line(line)
            content = take.read(question["bytes"]) if question["bytes"] is not None else None
            with alarmed(told.limits.seconds):
                answer = answer_to(input_from_plain(question["input"], content), told, question["wanted"])
            say(answer)
            if "memory" in answer:
                return


def answer_to(found: Input, told: Told, wanted: Wanted) -> Mapping[str, Any]:
    """What came of one file: an arrival, an error of the caller, or that the memory did not suffice.

    Args:
        found: the file.
        told: what the load was told.
        wanted: what of it is wanted.
    """
    try:
        return _checked(found, arrive(found, told, TRIPS[wanted]))
    except MemoryError:
        return {"memory": True}
    except CstrackError as error:
        return {"error": error_to_plain(error)}
    except BaseException as error:  # noqa: BLE001  # what would end the process ends the file
        how = f"what read it ended with {type(error).__name__}: {error}".rstrip(": ")
        return {"arrival": arrival_to_plain(_lost(found, "worker.died", how))}


def _checked(found: Input, arrival: Arrival) -> Mapping[str, Any]:
    """The arrival as it can be sent; what only this process could understand is the plugin's fault."""
    try:
        plain = {"arrival": arrival_to_plain(arrival)}
        size = len(to_line(plain))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # a record of a class of the plugin's own may raise anything
        loader = arrival.result.paper.loader if arrival.result else ""
        how = f"{loader or 'its loader'} returned what is no record of cstrack ({type(error).__name__}: {error})"
        return {"arrival": arrival_to_plain(_lost(found, "plugin.bad_return", how, plugin_of(loader) or None))}
    if size > MOST:
        how = f"it gives {size:,} bytes of records, and {MOST:,} is the limit: divide it"
        return {"arrival": arrival_to_plain(_lost(found, "input.too_complex", how))}
    return plain


def _lost(found: Input, code: str, how: str, plugin: str | None = None) -> Arrival:
    problem = Problem(
        code=code, message=f"{found.name}: {how}", severity=Severity.ERROR, document=found.name, plugin=plugin
    )
    return Arrival(problems=(problem,))
