"""The kit that a plugin's tests inherit."""
