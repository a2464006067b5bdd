"""Points to check as JSON lines, for programs: code, place, message, what the numbers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.export.json import json_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.finding import Finding


def finding_lines(findings: Iterable[Finding]) -> str:
    """Points to check, one JSON object a line.

    Keys: code, priority, state, authority, document, documents, sections, cells, message, expected, subject, records, quotes, rule.
    The lists hold one entry a citation, in order.
    """
    return "".join(
        json_line(
            {
                "code": finding.code,
                "priority": finding.priority.value,
                "state": finding.state,
                "authority": finding.authority,
                "document": finding.document or None,
                "documents": [citation.source.name for citation in finding.citations],
                "sections": [citation.section for citation in finding.citations],
                "cells": [citation.cell for citation in finding.citations],
                "message": finding.message,
                "expected": finding.expected,
                "subject": finding.subject or None,
                "records": list(finding.records),
                "quotes": [citation.quote for citation in finding.citations],
                "rule": finding.rule,
            }
        )
        for finding in findings
    )
