"""A paper of the examples as ModernGov shows it: pasted from Word into a page with all of a council's furniture around it."""

from __future__ import annotations

import html
import re

_BLANKS = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp; </span>'

_TOP = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Agenda item - {title} - Council</title>
<style>.mgHide {{ display: none }}</style><script>var title = "Decision: £9.9m <p>by 2099</p>";</script></head>
<body><a class="sr-only" href="#mgMainContent">Skip to main content</a>
<div id="cookie-banner"><p>We use 12 cookies. By 31 March 2099 you will accept them.</p><button>Accept</button></div>
<header id="page-header"><nav><ul><li><a href="/">Home</a></li><li><a href="mgListCommittees.aspx">Committees</a></li></ul></nav></header>
<form><input type="text" value="Search"><label>Search this site</label></form>
<nav aria-label="Breadcrumb"><ul><li>Home</li><li>Agenda item</li></ul></nav>
<div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1>
<div class="mgContent"><div class="mgWordPara"><div class="WordSection1">
"""
_BOTTOM = """
</div></div></div>
<div class="mgFooter"><p>&nbsp;</p></div></div>
<ul class="social-links"><li><a href="#">Share on Facebook</a></li><li><a href="#">Print this page</a></li></ul>
<footer><p>&copy; 2015 Council. <a href="/accessibility">Accessibility</a> £1.1m spent on this page.</p></footer></body></html>
"""


def as_page(paper: str, title: str) -> str:
    """The page of a paper written as plain text.

    Args:
        paper: a paper of the examples: bullets with ``-`` or ``·``, clauses with a typed label, bold with ``**``.
        title: what the page is called.
    """
    parts: list[str] = []
    bullets: list[str] = []
    for line in [*paper.splitlines(), ""]:
        bullet = re.match(r"- (?![0-9IVX]+[.]|[0-9])(.+)", line)
        if bullet:
            bullets.append(f"<li>{_inline(bullet[1])}</li>")
            continue
        if bullets:
            parts.append(f'<ul style="list-style-type:disc">{"".join(bullets)}</ul>')
            bullets = []
        if line.strip():
            parts.append(_block(line.strip()))
    return _TOP.format(title=html.escape(title)) + "\n".join(parts) + _BOTTOM


def _block(line: str) -> str:
    if re.fullmatch(r"[0-9]{1,2}\. [A-Z][^.:]{2,60}", line):
        return f"<h2>{_inline(line)}</h2>"
    if re.fullmatch(r"(?:Minutes|Decision|Supporting documents):", line):
        return f'<p class="mgSubItemTitleTxt">{line}</p>'
    item = re.match(r"(?:- )?([0-9.]+|[IVX]+\.|\([0-9a-z]+\)|·)\s+(.+)", line)
    if item:
        label = f'<span style=""><span style="">{item[1]}{_BLANKS}</span></span>'
        return f'<p class="MsoListParagraph" style="text-indent:-18.0pt">{label}{_inline(item[2])}</p>\n<p class="MsoNormal">&nbsp;</p>'
    if re.fullmatch(r"[A-Z][A-Za-z ]{3,40}", line):
        return f'<p class="MsoNormal"><b><span lang="EN-GB">{_inline(line)}</span></b></p>'
    return f'<p class="MsoNormal"><span lang="EN-GB">{_inline(line)}</span></p>'


def _inline(words: str) -> str:
    """Words as Word pastes them: bold, entities, lines broken anywhere, spans in the middle."""
    written = (
        html.escape(words)
        .replace("£", "&pound;")
        .replace("–", "&ndash;")
        .replace("'", "&rsquo;" if "'" in words else "'")
    )
    written = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", written)
    words = written.split(" ")
    return "".join(word + ("\n" if at % 9 == 8 else " ") for at, word in enumerate(words)).strip()
