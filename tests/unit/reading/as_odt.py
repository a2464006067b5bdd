"""A paper of the examples as a word processor holds it: how ``papers/torbay-2015-02-12.pdf`` was made.

``python tests/unit/reading/as_odt.py PAPER.txt OUT.fodt``, then ``soffice --headless --convert-to pdf OUT.fodt``.
"""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="'Liberation Sans'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Sans" fo:font-size="11pt"
 fo:language="en" fo:country="GB" fo:hyphenate="true"/></style:default-style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/></style:style>
<style:style style:name="L1" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"
 fo:margin-left="1.25cm" fo:text-indent="-1.25cm" fo:text-align="justify"><style:tab-stops>
 <style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="L2" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"
 fo:margin-left="2.5cm" fo:text-indent="-1.25cm"><style:tab-stops><style:tab-stop style:position="0cm"/>
 </style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm"
 fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin="2.2cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/>
 </style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style>
 </style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>
<text:p>Not for a citation: the running head of 2099</text:p></style:header><style:footer><text:p>Page <text:page-number/>
 of <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
"""
_FOOT = "\n</office:text></office:body></office:document>\n"


def as_odt(paper: str) -> str:
    """A paper written as plain text as a flat OpenDocument text.

    Args:
        paper: bullets with ``-``, clauses with a typed label, bold with ``**``, headings ``1. Purpose``.
    """
    return _HEAD + "\n".join(_block(line.strip()) for line in paper.splitlines() if line.strip()) + _FOOT


def _block(line: str) -> str:
    if re.fullmatch(r"[0-9]{1,2}\. [A-Z][^.:]{2,60}", line):
        return _paragraph("H", line)
    label = re.match(r"(?:- )?((?:[0-9]+\.)+[0-9]+|[IVX]+\.|\([0-9a-z]+\))\s+(.+)", line)
    if label:
        return _paragraph("L1" if label[1][0].isdigit() else "L2", label[2], label[1])
    return _paragraph("L2", line[2:], "•") if line.startswith("- ") else _paragraph("P", line)


def _paragraph(style: str, words: str, mark: str = "") -> str:
    bold = '<text:span text:style-name="B">\\1</text:span>'
    written = re.sub(r"\*\*(.+?)\*\*", bold, html.escape(words, quote=False))
    return f'<text:p text:style-name="{style}">{mark + "<text:tab/>" if mark else ""}{written}</text:p>'


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(as_odt(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
