"""Christmas, Easter and the New Year as dates by which things are done: ``before Christmas``, ``after Easter 2015``."""

from __future__ import annotations

import re

from cstrack.values.notation_days import YEAR
from cstrack.values.patterns import pattern
from cstrack.values.pieces import Piece, Unit

_FEAST = pattern(
    "values.notation_feasts.feast",
    rf"(?P<feast>christmas|xmas|easter|new[ ]year)(?![a-z']|(?-i:[ ][A-Z]))(?:[ ](?:holidays?|period|break|vacation)(?![a-z]))?(?:,?[ ](?P<year>{YEAR}))?",
    re.IGNORECASE,
)
#: Only behind these are they dates: "Christmas presents" and "an Easter activity" are none.
_LED = pattern(
    "values.notation_feasts.led",
    r"\b(?:(?P<edge>by|before|until|till|since|prior[ ]to|ahead[ ]of)|in|after|from|at|over|during|around|for|of)[ ](?:the[ ])?(?:end[ ]of[ ])?\Z",
    re.IGNORECASE,
)
_DESCRIBES = pattern(
    "values.notation_feasts.describes",
    r"[ ](?:part(?:y|ies)|presents?|gifts?|cards?|appeal|lights?|tree|toys?|event|dinner|lunch|activit|food|hamper|honours|resolution|group|team|play|fair|market)",
    re.IGNORECASE,
)
_NAMES = {"xmas": "christmas"}


def feast(text: str, at: int) -> Piece | None:
    """``Christmas``, ``Easter 2015``, ``the New Year``, behind a word that leads to a date."""
    found = _FEAST.match(text, at)
    led = found and _LED.search(text, max(0, at - 24), at)
    if not found or not led or _DESCRIBES.match(text, found.end()):
        return None
    name = found["feast"].casefold()
    if name == "new year" and not text.endswith("the ", 0, at) and not text[at].isupper():
        return None
    year = None if found["year"] is None else int(found["year"])
    part = "start" if led["edge"] and name == "new year" else None
    return Piece(start=at, end=found.end(), unit=Unit.FEAST, year=year, of=_NAMES.get(name, name), part=part)
