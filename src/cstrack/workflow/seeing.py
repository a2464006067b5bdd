"""What is done with one file: its records, an account of what was seen in it, its text alone, or what its profile needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.hooks.calls import load_with
from cstrack.hooks.paper_loader import PaperLoader
from cstrack.workflow.account import Account, account_of
from cstrack.workflow.arrival import Arrival
from cstrack.workflow.profile_trips import drafted, tried
from cstrack.workflow.sightings import Sight
from cstrack.workflow.trip import choose, context_of, read, travel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.reading.inputs import Input
    from cstrack.workflow.account import Wanted
    from cstrack.workflow.told import Told
    from cstrack.workflow.trip import Trip


def look(found: Input, told: Told) -> Arrival:
    """The account of a file, or the problems that stopped it."""
    outcome = read(found, told)
    document = outcome.value
    if document is None:
        return Arrival(problems=outcome.problems)
    choice = choose(document, told)
    problems = (*outcome.problems, *choice.problems)
    if choice.loader is None:
        return Arrival(account=account_of(Sight(document=document, choice=choice)), problems=problems)
    context = context_of(choice, document, told)
    result = load_with(choice.loader, document, context)
    facts = choice.loader.facts(document, context) if isinstance(choice.loader, PaperLoader) else None
    own = result.value.problems if result.value is not None else ()
    sight = Sight(document=document, choice=choice, facts=facts, result=result.value)
    return Arrival(account=account_of(sight), problems=(*problems, *result.problems, *own))


def show(found: Input, told: Told) -> Arrival:
    """The text of a file, or the problems that stopped it."""
    outcome = read(found, told)
    account = None if outcome.value is None else Account(text=outcome.value.text)
    return Arrival(account=account, problems=outcome.problems)


#: What is done with a file, by what is wanted of it.
TRIPS: Mapping[Wanted, Trip] = {
    "records": travel,
    "account": look,
    "text": show,
    "draft": drafted,
    "trial": tried,
}
