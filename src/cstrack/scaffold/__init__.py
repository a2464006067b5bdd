"""The beginning of a plugin, written for its author."""
