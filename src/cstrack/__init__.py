"""Reads what English councils publish about their children's services, and says what was promised and what moved."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cstrack.version import VERSION

if TYPE_CHECKING:
    from cstrack.errors import CstrackError
    from cstrack.export.frames import to_arrow, to_dicts, to_pandas, to_polars
    from cstrack.export.table import table
    from cstrack.model.finding import Finding
    from cstrack.model.history import History
    from cstrack.model.register import Register
    from cstrack.workflow.assessing import assess
    from cstrack.workflow.exporting import export
    from cstrack.workflow.keeping import compare, open_history, record
    from cstrack.workflow.loading import load

__version__ = VERSION

#: Where each public name lives; it is imported when it is first asked for, so that `import cstrack` costs little.
_HOMES = {
    "CstrackError": "cstrack.errors",
    "Finding": "cstrack.model.finding",
    "History": "cstrack.model.history",
    "Register": "cstrack.model.register",
    "assess": "cstrack.workflow.assessing",
    "compare": "cstrack.workflow.keeping",
    "export": "cstrack.workflow.exporting",
    "load": "cstrack.workflow.loading",
    "open_history": "cstrack.workflow.keeping",
    "record": "cstrack.workflow.keeping",
    "table": "cstrack.export.table",
    "to_arrow": "cstrack.export.frames",
    "to_dicts": "cstrack.export.frames",
    "to_pandas": "cstrack.export.frames",
    "to_polars": "cstrack.export.frames",
}

__all__ = [
    "CstrackError",
    "Finding",
    "History",
    "Register",
    "__version__",
    "assess",
    "compare",
    "export",
    "load",
    "open_history",
    "record",
    "table",
    "to_arrow",
    "to_dicts",
    "to_pandas",
    "to_polars",
]

# The room of the exporters has the name of a public function. It is imported here, where it is a docstring and no more, so that
# no later import of one of its modules puts the room in the function's place.
import_module("cstrack.export")
globals().pop("export")


def __getattr__(name: str) -> Any:
    """A public name, imported from the module that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cstrack' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
