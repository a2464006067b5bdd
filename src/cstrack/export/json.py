"""The register and its findings as JSON, and the records as JSON lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, final

from attrs import frozen

from cstrack.codec.lines import lines
from cstrack.codec.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.export.compose import Occasion
    from cstrack.model.finding import Finding
    from cstrack.model.record import Record
    from cstrack.model.register import Register


@final
@frozen
class JsonExporter:
    """Writes everything: papers, records, problems and findings."""

    id: str = "core.json"
    title: str = "everything as JSON"
    suffix: str = ".json"
    authorities: frozenset[str] = frozenset()

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """One object with the keys title, as_of, cstrack, register and findings, in UTF-8."""
        whole = {
            "title": context.title,
            "as_of": context.as_of.isoformat() if context.as_of else None,
            "cstrack": context.version,
            "register": to_plain(register),
            "findings": to_plain(tuple(findings)),
        }
        return _encoded(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


@final
@frozen
class LinesExporter:
    """Writes the records, one JSON object a line."""

    id: str = "core.jsonl"
    title: str = "the records as JSON, one a line"
    suffix: str = ".jsonl"
    authorities: frozenset[str] = frozenset()

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """The lines in UTF-8."""
        del findings, context
        return json_lines(register.records).encode("utf-8")


def json_lines(records: Iterable[Record], *, all_kinds: bool = False) -> str:
    """Records as JSON, one object a line, each ended by a line feed."""
    return "".join(json_line(line) for line in lines(records, all_kinds=all_kinds))


def json_line(plain: Any) -> str:
    """One plain thing as a line of JSON."""
    return _encoded(json.dumps(plain, ensure_ascii=False) + "\n").decode("utf-8")


def _encoded(text: str) -> bytes:
    r"""JSON in UTF-8; half of a surrogate pair, which UTF-8 has no form for, as JSON's own ``\ud800``."""
    return text.encode("utf-8", errors="backslashreplace")
