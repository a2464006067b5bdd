"""Facts to records: what the page means."""
