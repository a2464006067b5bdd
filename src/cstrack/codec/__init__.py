"""Nouns to plain dicts and back; the only room that knows cattrs."""
