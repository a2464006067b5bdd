"""A change as one flat line: the stable contract of ``cstrack changes``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.change import Change, ChangeKind

if TYPE_CHECKING:
    from cstrack.codec.lines import Plain

#: The keys of every line, in order.
CHANGE_KEYS: tuple[str, ...] = (
    *("change", "detail", "kind", "subject", "from_document", "from_cell", "to_document", "to_cell", "from", "to"),
    *(
        "days_from_last",
        "days_from_original",
        "moves",
        "doubtful",
        "evidence",
        "from_quote",
        "to_quote",
        "owner",
        "others",
    ),
)

#: Names of the contract, where they differ from those of the library; of measures, and of everything else.
_OF_MEASURES = {
    ChangeKind.MATCHED: "kpis_matched",
    ChangeKind.ADDED: "kpi_added",
    ChangeKind.NO_LONGER_REPORTED: "kpi_dropped_silently",
    ChangeKind.RESTATED: "kpi_restated",
    ChangeKind.REDEFINED: "definition_changed",
}
_NAMES = {
    ChangeKind.CLOSED: "closed_properly",
    ChangeKind.WITHDRAWN: "withdrawn_stated",
    ChangeKind.NO_LONGER_REPORTED: "dropped_silently",
}
_OF_TARGETS = {
    ChangeKind.WEAKENED: "weakened",
    ChangeKind.STRENGTHENED: "strengthened",
    ChangeKind.PUSHED: "date_pushed",
    ChangeKind.TARGET_BROUGHT_FORWARD: "date_brought_forward",
    ChangeKind.TARGET_SET: "set",
    ChangeKind.TARGET_WITHDRAWN: "withdrawn",
}


def change_line(change: Change) -> dict[str, Plain]:
    """One change with every key of :data:`CHANGE_KEYS`, in order."""
    before, after = change.before, change.after
    name, detail = _named(change)
    told: dict[str, Plain] = {
        "change": name,
        "detail": detail,
        "kind": change.record_kind,
        "subject": change.subject,
        "from_document": before.source.name if before else None,
        "from_cell": before.cell if before else None,
        "to_document": after.source.name if after else None,
        "to_cell": after.cell if after else None,
        "from": change.from_value,
        "to": change.to_value,
        "days_from_last": change.days,
        "days_from_original": change.days_from_original,
        "moves": change.moves,
        "doubtful": change.doubtful,
        "evidence": change.evidence or None,
        "from_quote": before.quote if before else None,
        "to_quote": after.quote if after else None,
        "owner": "; ".join(change.owners) or None,
        "others": [other.cell or other.quote for other in change.others] or None,
    }
    return {key: told[key] for key in CHANGE_KEYS}


def _named(change: Change) -> tuple[str, str | None]:
    if change.kind in _OF_TARGETS:
        return "target_changed", _OF_TARGETS[change.kind]
    if change.record_kind == "measure":
        name = _OF_MEASURES.get(change.kind) or (
            "target_changed" if change.kind is ChangeKind.REDEFINED else str(change.kind)
        )
        return name, change.detail
    return _NAMES.get(change.kind, str(change.kind)), change.detail
