"""Compare councils fairly: one indicator, one period, side by side, each number with its words.

python examples/03_compare_councils.py referrals_n
"""

import sys
from collections import defaultdict
from pathlib import Path

import cstrack
from cstrack.plugin import Figure

PAPERS = Path(__file__).parent / "papers"


def main(indicator: str) -> None:
    """Print the observations of an indicator by period; nothing is ranked, since few indicators have a good direction."""
    register = cstrack.load(PAPERS)
    by_period: dict[str, list[str]] = defaultdict(list)
    for seen in register.observations:
        if seen.indicator != indicator or seen.period is None or seen.change or not isinstance(seen.figure, Figure):
            continue
        printed = f"{seen.figure.value:,} ({seen.citation.source.name}, {seen.authority or 'authority not known'})"
        by_period[seen.period.label].append(printed)
    for period, numbers in sorted(by_period.items()):
        print(f"{indicator}, {period}")
        for number in sorted(set(numbers)):
            print(f"  {number}")
    known = sorted({seen.indicator for seen in register.observations if seen.indicator})
    print(f"\nindicators in these papers: {', '.join(known)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "referrals_n")
