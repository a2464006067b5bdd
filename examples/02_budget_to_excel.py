"""The money of several papers as a workbook: one table a sheet, numbers as numbers, each with its words.

python examples/02_budget_to_excel.py budget.xlsx
"""

import sys
from pathlib import Path

import cstrack

PAPERS = Path(__file__).parent / "papers"


def main(workbook: Path) -> None:
    """Print the sums of money of each paper, and write the whole report as a workbook."""
    register = cstrack.load(PAPERS)
    for line in register.budgets:
        years = line.period.label if line.period else "year not stated"
        basis = line.basis or "basis not stated"
        print(f"{line.citation.source.name}: {line.measure} {line.citation.quote}, {basis}, {years}, {line.fund}")

    findings = cstrack.assess(register, as_of="2015-03-31")
    written = cstrack.export(register, findings, workbook, as_of="2015-03-31", title="Money", force=True)
    print(f"\n{len(register.budgets)} sums of money; the workbook is {written}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "budget.xlsx"))
