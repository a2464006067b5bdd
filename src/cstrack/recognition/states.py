"""States that a form of "be" tells of work: under way, complete, due, on hold."""

from __future__ import annotations

STATES = {
    "underway": "under way",
    "ongoing": "under way",
    "on-going": "under way",
    "complete": "complete",
    "operational": "operational",
    "live": "live",
    "due": "due",
    "imminent": "due",
    "forthcoming": "due",
    "outstanding": "outstanding",
}
STATE_PAIRS = {
    ("under", "way"): "under way",
    ("in", "progress"): "under way",
    ("in", "hand"): "under way",
    ("in", "train"): "under way",
    ("in", "development"): "under way",
    ("out", "to"): "under way",
    ("under", "review"): "under way",
    ("under", "development"): "under way",
    ("under", "construction"): "under way",
    ("under", "consideration"): "under way",
    ("under", "preparation"): "under way",
    ("under", "discussion"): "under way",
    ("on", "hold"): "on hold",
    ("in", "place"): "in place",
    ("in", "operation"): "operational",
    ("in", "negotiation"): "under way",
    ("in", "negotiations"): "under way",
    ("in", "talks"): "under way",
    ("in", "discussion"): "under way",
    ("in", "discussions"): "under way",
    ("in", "dialogue"): "under way",
    ("up", "and"): "operational",
    ("through", "the"): "through",
    ("with", "the"): "with",
}
