"""Registers kept over time."""
