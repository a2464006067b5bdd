"""How the documentation is built: Sphinx, furo and MyST, from this checkout and without a network."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from cstrack import __version__

project = "cstrack"
author = "the cstrack contributors"
copyright = "the cstrack contributors"
version = release = __version__

extensions = ["myst_parser", "spec_chapter", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
language = "en_GB"

# Every heading down to the third level can be linked to: errors.md#unknownauthority.
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]

# The docstrings are written for people who read the source; a name that has no page of its own is no fault.
nitpicky = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_format = "short"
autodoc_typehints_description_target = "documented"
autoclass_content = "class"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# Attributes become a field list instead of object entries, which autodoc would make a second time.
napoleon_use_ivar = True
# The docstrings name the definition of a rule under this heading.
napoleon_custom_sections = [("Source", "returns_style")]

html_theme = "furo"
html_title = f"cstrack {__version__}"
html_show_sphinx = False
html_copy_source = False
