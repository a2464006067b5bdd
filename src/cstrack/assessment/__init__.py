"""Registers to findings: due, variance, arithmetic, statements in tension."""
