"""Two registers to changes: the same promise again, and what moved."""
