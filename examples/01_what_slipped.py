"""What slipped: promises of one paper that a later paper shows as moved, done or still open.

python examples/01_what_slipped.py
"""

from pathlib import Path

import cstrack

PAPERS = Path(__file__).parent / "papers"
EARLIER, LATER = PAPERS / "wirral-2014-12-15.txt", PAPERS / "wirral-2015-07-07.txt"


def main() -> None:
    """Compare two papers of one council, then ask which promises were still open after their date."""
    moved = cstrack.compare(cstrack.load(EARLIER), cstrack.load(LATER))
    for change in moved:
        if change.kind in {"slipped", "brought_forward", "closed"}:
            print(f"{change.subject}: {change.kind}, {change.from_value} -> {change.to_value}")

    findings = cstrack.assess(cstrack.load([EARLIER, LATER]), as_of="2015-07-31")
    overdue = [finding for finding in findings if finding.state == "overdue"]
    print(f"\n{len(overdue)} of the dates passed while a later paper shows the work open:")
    for finding in overdue:
        print(f"- {finding.message}")
        for words in finding.citations:
            print(f'  {words.source.name}, {words.section}: "{words.quote}"')


if __name__ == "__main__":
    main()
