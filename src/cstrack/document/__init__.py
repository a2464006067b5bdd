"""How a page is built: text, blocks in reading order, and grids."""
