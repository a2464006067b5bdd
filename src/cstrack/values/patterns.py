r"""The register of every regular expression of the package.

A pattern that backtracks lets one page stop a whole run, so all of them are made here and a test pumps each with hostile
strings. Digits are ASCII: ``[0-9]``, since ``\\d`` also takes Arabic-Indic and full-width digits.
"""

from __future__ import annotations

import re

#: Every pattern made so far, by name.
PATTERNS: dict[str, re.Pattern[str]] = {}


def pattern(name: str, expression: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile an expression and register it under a name.

    Args:
        name: ``<room>.<module>.<what>``, one name a pattern.
        expression: the expression; verbose mode is on, so blanks must be written ``\\ `` or ``[ ]``.
        flags: further flags of :mod:`re`.

    Returns:
        The compiled pattern.

    Raises:
        ValueError: the name is taken by another expression.
    """
    compiled = re.compile(expression, flags | re.VERBOSE)
    if PATTERNS.get(name, compiled).pattern != compiled.pattern:
        raise ValueError(f"the pattern name {name!r} is taken")
    PATTERNS[name] = compiled
    return compiled
