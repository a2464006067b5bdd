"""Reads what English councils publish about their children's services, and says what was promised and what moved."""

__version__ = "0.1.0"
