"""Registers and findings to bytes."""
