"""The arrows joined: load, assess, export, record, compare. Nothing is decided here."""

from cstrack.workflow.assessing import assess
from cstrack.workflow.exporting import export
from cstrack.workflow.keeping import compare, open_history, record
from cstrack.workflow.loading import load

__all__ = ["assess", "compare", "export", "load", "open_history", "record"]
