"""Where a fact was read: the file, the characters or the cell, and the words."""
