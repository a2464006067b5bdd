"""What the authority promised, spent and did, and when that changed."""
