"""Registers over time: by the date of the report and by the time it was loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.errors import UnknownName
from cstrack.model.register import Register

if TYPE_CHECKING:
    from datetime import date


@final
@frozen(kw_only=True)
class Snapshot:
    """One report as it was recorded.

    Attributes:
        report_date: the date the report speaks for.
        loaded: when it was recorded, ISO text in UTC.
        register: what it held.
    """

    report_date: date
    loaded: str
    register: Register


@final
@frozen(kw_only=True)
class History:
    """Reports in order of report date, then of load.

    Attributes:
        snapshots: every report recorded; a later load of the same date supersedes, and both stay. Of loads at one time, or at
            times not told, the one that stands later counts.
    """

    snapshots: tuple[Snapshot, ...] = ()

    def __getitem__(self, report_date: str | date) -> Register:
        """The register last recorded for a report date.

        Raises:
            UnknownName: no report of this date was recorded.
        """
        asked = report_date if isinstance(report_date, str) else report_date.isoformat()
        found = [shot for shot in self.snapshots if shot.report_date.isoformat() == asked]
        if not found:
            known = tuple(dict.fromkeys(shot.report_date.isoformat() for shot in self.snapshots))
            raise UnknownName("report date", asked, known)
        return max(reversed(found), key=lambda shot: shot.loaded).register

    def as_of(self, day: date) -> Register | None:
        """The last register whose report date is not after a day; None where there is none."""
        known = [shot for shot in self.snapshots if shot.report_date <= day]
        return max(reversed(known), key=lambda shot: (shot.report_date, shot.loaded)).register if known else None

    def known_by(self, day: date) -> History:
        """The reports as they were known on a day: what was loaded later is left out. A load without a time counts as known."""
        return History(snapshots=tuple(shot for shot in self.snapshots if shot.loaded[:10] <= day.isoformat()))

    def whole(self, day: date) -> Register:
        """Every paper whose report date is not after a day, as it was last recorded, the earliest first."""
        last: dict[date, Snapshot] = {}
        for shot in self.snapshots:
            if shot.report_date <= day:
                last[shot.report_date] = shot
        registers = [last[date].register for date in sorted(last)]
        return Register(
            papers=tuple(paper for register in registers for paper in register.papers),
            records=tuple(record for register in registers for record in register.records),
            problems=tuple(problem for register in registers for problem in register.problems),
        )

    def __len__(self) -> int:
        """Number of reports recorded."""
        return len(self.snapshots)
