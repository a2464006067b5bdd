"""Points to check as flat dicts and JSON lines, for programs: code, place, message, what the numbers say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cstrack.export.json import json_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.finding import Finding


def finding_line(finding: Finding) -> dict[str, Any]:
    """A point to check as a flat dict; its lists hold one entry a citation, in order."""
    return {
        "code": finding.code,
        "priority": finding.priority.value,
        "state": finding.state,
        "authority": finding.authority,
        "document": finding.document or None,
        "message": finding.message,
        "expected": finding.expected,
        "subject": finding.subject or None,
        "documents": [citation.source.name for citation in finding.citations],
        "sections": [citation.section for citation in finding.citations],
        "cells": [citation.cell for citation in finding.citations],
        "quotes": [citation.quote for citation in finding.citations],
        "records": list(finding.records),
        "rule": finding.rule,
    }


def finding_lines(findings: Iterable[Finding]) -> str:
    """Points to check, one JSON object a line."""
    return "".join(json_line(finding_line(finding)) for finding in findings)
