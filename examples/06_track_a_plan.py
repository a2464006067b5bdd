"""Track a plan over three quarters: what moved, what is gone, which targets changed.

python examples/06_track_a_plan.py
"""

import itertools
import tempfile
from pathlib import Path

import cstrack

TRACKERS = Path(__file__).parent / "trackers"


def main() -> None:
    """Keep each quarter in a store, then say what moved from one to the next; every line names its cells."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "plan.cstrack"
        for path, day in zip(sorted(TRACKERS.glob("*.xlsx")), ("2024-06-30", "2024-09-30", "2024-12-31"), strict=True):
            cstrack.record(cstrack.load(path), into=store, report_date=day)
        history = cstrack.open_history(store)

    reports = [shot.register for shot in history.snapshots]
    for before, after in itertools.pairwise(reports):
        print(f"\n{after.papers[0].title}")
        for change in cstrack.compare(before, after):
            if change.kind not in {"matched", "status_changed"}:
                cells = [cited.cell for cited in (change.before, change.after) if cited]
                moved = f", {change.days} days" if change.days else ""
                print(f"- {change.kind}: {change.subject}{moved} [{' > '.join(map(str, cells))}]")


if __name__ == "__main__":
    main()
