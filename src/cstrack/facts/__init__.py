"""What the page says: figures, periods and statements where they stand, and the words they are told by."""
