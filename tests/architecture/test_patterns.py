"""No regular expression of the package or of its plugins can be made to run away.

Each is pumped with long strings of the kind that makes a careless pattern backtrack. What takes long on one is pumped
with ten times of it: work that grows with the length of the text still ends, work that grows with its square meets the
limit, which is there to kill and not to measure.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

import cstrack
from cstrack.values.patterns import PATTERNS

ROOT = Path(__file__).resolve().parents[2]

HOSTILE = {
    "digits": "1" * 50_000,
    "blanks": " " * 50_000,
    "letters and blanks": "a " * 25_000,
    "pounds": "£1," * 20_000,
    "from and to": "from a to " * 5_000,
    "line feeds": "\n" * 20_000,
    "articles": "the " * 12_000,
    "decimals": "1." * 25_000,
    "and": "and " * 12_000,
    "brackets": "(" * 20_000,
    "capitals": "A" * 50_000,
    "dashes": "-" * 50_000,
    "years": "2014/15 to " * 5_000,
    "initials": "A.B. " * 10_000,
    "labels": "1.1.1 (a) " * 5_000,
    "ordinals": "1st, 2nd and 3rd March " * 2_000,
    "table": "| £1.2m | 10% " * 3_000,
    "blanks in lines": ("\n" + " " * 200) * 250,
    "mixed": "£1,200.50m (10%) to the 31 March 2014/15 and A-B\n" * 1_000,
    "mixed, never closed": "(" + "by 31 March 2014, £1.2m of 10% " * 1_500,
}


def import_everything() -> None:
    """Import every module of core and plugins, since a pattern is registered when its module is."""
    for found in pkgutil.walk_packages(cstrack.__path__, "cstrack."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    for source in sorted(ROOT.glob("plugins/*/src/*/__init__.py")):
        package = importlib.import_module(source.parent.name)
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            importlib.import_module(found.name)


import_everything()


#: Seconds after which a text is pumped again, ten times longer: ten times what a pattern needs that goes on reading.
LONG = 0.25


def pump(pattern: re.Pattern[str], text: str) -> float:
    """Search all of a text, match it at its start and whole; the seconds of the processor it took, however busy the machine is."""
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - start


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_ends_on_any_text(name):
    """The time it takes grows with the length of the text and no faster."""
    pattern = PATTERNS[name]
    for text in HOSTILE.values():
        if pump(pattern, text) > LONG:
            pump(pattern, text * 10)


def test_the_register_is_not_empty():
    """The test above would hold of no pattern too."""
    assert PATTERNS


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_reads_ascii_digits_only(name):
    r"""``\d`` also takes Arabic-Indic and full-width digits, which ``Decimal`` reads and a person does not see."""
    assert r"\d" not in PATTERNS[name].pattern, "write [0-9]"
