"""A plugin that could not be used, and at which step."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import frozen

from cstrack.errors import PluginFailure
from cstrack.problems import Problem, Severity


class Phase(StrEnum):
    """The step at which a plugin failed."""

    API = "api"  # it speaks another version of the doors; nothing of it was imported
    NAME = "name"  # two distributions claim its name, or the name cannot be one; nothing of it was imported
    IMPORT = "import"
    VALIDATE = "validate"  # its hooks are not those of the doors
    CALL = "call"  # a hook, or what came in through it, raised or returned something of the wrong kind


@final
@frozen(kw_only=True)
class Failure:
    """One plugin that failed.

    Attributes:
        plugin: its name.
        distribution: the distribution or distributions that bring it.
        version: version of the distribution; empty where several do.
        phase: the step.
        message: one line.
        authorities: GSS codes it claims to serve.
        needed: the run asked for an authority that it serves.
        code: ``plugin.failed`` or ``plugin.bad_return``.
        traceback: as Python prints it; empty where nothing was raised.
    """

    plugin: str
    distribution: str
    version: str
    phase: Phase
    message: str
    authorities: frozenset[str] = frozenset()
    needed: bool = False
    code: str = "plugin.failed"
    traceback: str = ""

    @property
    def problem(self) -> Problem:
        """What the run says about it; an error where the run needed the plugin."""
        return Problem(
            code=self.code,
            message=f"the plugin {self.plugin} ({self.told}) failed ({self.phase}): {self.message}",
            severity=Severity.ERROR if self.needed else Severity.WARNING,
            plugin=self.plugin,
        )

    @property
    def told(self) -> str:
        """Distribution and version, for a person."""
        return f"{self.distribution} {self.version}".strip()

    @property
    def error(self) -> PluginFailure:
        """What strict mode raises."""
        return PluginFailure(self.plugin, self.phase.value, f"{self.told}: {self.message}")
