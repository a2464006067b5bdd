"""The checks of the core, in the order in which their findings are told."""

from __future__ import annotations

from cstrack.assessment.arithmetic import ListedParts, NetSums
from cstrack.assessment.deadlines import Deadlines, Dependencies, DueByEvent, Undated
from cstrack.assessment.earlier_reports import EarlierVariances
from cstrack.assessment.measure_ratings import MeasureRatings
from cstrack.assessment.money import Movements, Variances
from cstrack.assessment.papers import NoMoney, NotYetPublished, ReliedNotHeld
from cstrack.assessment.ratings import WorkRatings
from cstrack.assessment.ratios import Halves, PrintedRatios, StatedShares
from cstrack.assessment.table_sums import TableSums
from cstrack.assessment.targets import TargetStatus
from cstrack.assessment.tensions import DatesInTension, NumbersInTension, ProgressInTension

#: What ``cstrack plugins`` lists under the core's checks.
CHECKS = (
    Deadlines(),
    Dependencies(),
    DueByEvent(),
    Undated(),
    TargetStatus(),
    ProgressInTension(),
    DatesInTension(),
    NumbersInTension(),
    WorkRatings(),
    MeasureRatings(),
    Variances(),
    Movements(),
    TableSums(),
    EarlierVariances(),
    ListedParts(),
    NetSums(),
    StatedShares(),
    PrintedRatios(),
    Halves(),
    NotYetPublished(),
    ReliedNotHeld(),
    NoMoney(),
)
