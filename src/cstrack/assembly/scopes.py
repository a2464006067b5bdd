"""Whom a number is about, whose money it is and out of which purse: said by the words, never assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.budget import Fund, Recurrence, Scope
from cstrack.model.record import About
from cstrack.values.authority import by_name, fold
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings

_ENGLAND = pattern(
    "assembly.scopes.england",
    r"(?i)(?<![a-z])(?:england|nationally|national\ (?:average|figure|rate|mean|picture|programme|total)|national(?=:|\ \(?[0-9£])|across\ the\ country|all\ england|english\ average)(?![a-z])",
)
_OTHERS = pattern(
    "assembly.scopes.others",
    r"(?i)(?<![a-z])(?:statistical\ neighbours?|(?:nearest\ |near\ )?neighbours?|neighbouring\ (?:councils?|authorities|boroughs?)|other\ (?:councils?|authorities|local\ authorities|boroughs)|"
    r"regionally|regional\ (?:average|figure|rate|mean|neighbours)|region(?:al)?\ average|comparator\ (?:councils?|authorities|group)|similar\ (?:councils?|authorities)|london\ average|north\ west\ average|core\ cities)(?![a-z])",
)
_COUNCIL_NAMED = pattern(
    "assembly.scopes.council_named",
    r"(?P<name>(?:[A-Z][A-Za-z'-]{1,20}\ (?:(?:and|upon|of|on|with|the)\ )?){1,4})(?:(?:City|County|Borough|Metropolitan|District)\ ){0,2}Council(?![a-z])",
)
_WHOLE = pattern(
    "assembly.scopes.whole",
    r"(?i)(?<![a-z])(?:the\ (?:whole\ )?council(?:'s)?\ (?:as\ a\ whole|overall|faces|faced|has\ a|total|budget|net|financial|overall|shortfall|savings|gap|revenue|is\ facing)|"
    r"council's\ (?:[a-z]{2,12}\ ){0,2}(?:budget|shortfall|gap|savings|deficit|reserves|position|programme)|council-wide|council\ wide|whole\ council|corporate(?:ly)?\ (?:gap|savings|shortfall)|authority-wide|across\ the\ (?:whole\ )?council)",
)
_SERVICE = pattern(
    "assembly.scopes.service",
    r"(?i)(?<![a-z])(?:child(?:ren)?(?:'?s)?|young\ people|families|fostering|adoption|placements?|send|safeguarding|social\ care|early\ help|education|schools?|high\ needs)(?![a-z])",
)
_DSG = pattern(
    "assembly.scopes.dsg",
    r"(?i)(?<![a-z])(?:dsg|dedicated\ schools\ grant|high\ needs|schools\ block|early\ years\ block|safety\ valve)(?![a-z])",
)
_GENERAL = pattern("assembly.scopes.general", r"(?i)(?<![a-z])general\ fund(?![a-z])")
_ONE_OFF = pattern(
    "assembly.scopes.one_off",
    r"(?i)(?<![a-z])(?:one[-\ ]off|non-?recurr(?:ent|ing)|invest[-\ ]to[-\ ]save|reserves?|temporary|time-limited)(?![a-z])",
)
_RECURRING = pattern(
    "assembly.scopes.recurring",
    r"(?i)(?<![a-z-])(?:recurr(?:ent|ing)|ongoing|base\ budget|permanent|per\ (?:year|annum)|a\ year|each\ year|annual(?:ly)?|future\ years)(?![a-z])",
)
_CLAUSE = pattern(
    "assembly.scopes.clause",
    r"[;(),]|\ -\ |(?i:\ (?:and|while|whilst|but|against|compared|which|below|above|than|to|with)\ )",
)


def _near(place: Place) -> str:
    """The clause around a figure: to the nearest comma, bracket or joining word on each side."""
    parts = _CLAUSE.split(place.before.rpartition(";")[2])
    before = parts[-1] if len(parts[-1].strip()) > 2 or len(parts) == 1 else parts[-2]
    return before + place.text[place.mention.start : place.mention.end] + _CLAUSE.split(place.after, maxsplit=1)[0]


def about_of(place: Place, surroundings: Surroundings) -> About:
    """Whom a number is about, by the words of its clause: this authority where nothing else is said."""
    near = _near(place)
    if _ENGLAND.search(near):
        return About.ENGLAND
    if _OTHERS.search(near) or _other_council(place.sentence, surroundings):
        return About.OTHER_COUNCIL
    return About.COUNCIL if _WHOLE.search(place.sentence) and place.mention.figure.unit.startswith("GBP") else About.OWN


def _other_council(sentence: str, surroundings: Surroundings) -> bool:
    """Whether a council of another name is spoken of."""
    own = surroundings.facts.head.authority
    for found in _COUNCIL_NAMED.finditer(sentence):
        named = by_name().get(fold(found["name"].strip())) or by_name().get(fold(found.group()))
        if own is not None and named and all(one.code != own for one in named):
            return True
    return False


def scope_of(place: Place, surroundings: Surroundings, about: About, service: str | None) -> Scope:
    """Whose money it is: the whole council's, a service's, or not stated."""
    if about is About.COUNCIL:
        return Scope.COUNCIL
    if service is not None or _SERVICE.search(place.sentence):
        return Scope.SERVICE
    above = (surroundings.texts[index] for index in surroundings.above(place.mention.block))
    return Scope.SERVICE if any(_SERVICE.search(text) for text in above) else Scope.NOT_STATED


def fund_of(place: Place) -> Fund:
    """Which purse the sentence names; not stated where it names none."""
    return fund_in(place.sentence)


def fund_in(words: str) -> Fund:
    """Which purse some words name; not stated where they name none."""
    if _DSG.search(words):
        return Fund.DSG
    return Fund.GENERAL_FUND if _GENERAL.search(words) else Fund.NOT_STATED


def recurrence_of(sentence: str) -> Recurrence:
    """Whether money comes once or every year, by the words of its sentence."""
    once, always = _ONE_OFF.search(sentence), _RECURRING.search(sentence)
    if bool(once) == bool(always):
        return Recurrence.NOT_STATED
    return Recurrence.ONE_OFF if once else Recurrence.RECURRING
