"""The records as a data frame: what was promised by whom and until when, counted.

python examples/04_records_to_pandas.py
"""

from pathlib import Path

import cstrack

PAPERS = Path(__file__).parent / "papers"


def main() -> None:
    """Count the records by kind and council, and show the actions that are due first."""
    register = cstrack.load(PAPERS)
    try:
        frame = cstrack.to_pandas(register)
    except cstrack.CstrackError as missing:
        print(missing)
        return
    print(frame.pivot_table(index="kind", columns="authority", values="id", aggfunc="count", fill_value=0))
    due = frame[(frame.kind == "action") & frame.due.notna()].sort_values("due")
    print(due[["due", "status", "label", "document"]].head(10).to_string(index=False))


if __name__ == "__main__":
    main()
