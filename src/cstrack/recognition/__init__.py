"""Documents to facts: what the page says, with its place."""
