"""The version of cstrack, where the program and what it writes can name it."""

#: As in pyproject.toml; a test compares the two.
VERSION = "0.1.0"
