"""Bytes to documents, one format each."""
