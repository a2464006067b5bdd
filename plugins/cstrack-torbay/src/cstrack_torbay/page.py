"""One self-contained page: everything out of a paper is escaped, and no script runs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;max-width:75rem;margin:0 auto;padding:1rem}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2rem}caption{text-align:left;font-size:1.3rem;font-weight:600}"
    "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#f1f1f1}"
    "@media print{body{max-width:none;padding:0}tr{break-inside:avoid}thead{display:table-header-group}}"
)


def page(title: str, as_at: str, parts: Iterable[str]) -> str:
    """The whole page.

    Args:
        title: title of the report.
        as_at: the day it speaks for, in words.
        parts: tables, as :func:`table` writes them.
    """
    head = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Children's Dashboard: {safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
    )
    body = f"<body>\n<main>\n<h1>Children's Dashboard</h1>\n<p>{safe(title)}. {safe(as_at)}.</p>\n{''.join(parts)}"
    return f"{head}{body}</main>\n</body>\n</html>\n"


def table(caption: str, headings: tuple[str, ...], rows: Iterable[str]) -> str:
    """A table with its caption; one row says so where there is nothing to tell."""
    head = "".join(f'<th scope="col">{safe(heading)}</th>' for heading in headings)
    body = "".join(rows) or f'<tr><td colspan="{len(headings)}">Nothing is reported in the papers read.</td></tr>\n'
    return f"<table>\n<caption>{safe(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def cells(first: str, *others: str) -> str:
    """One row; its first cell names it for a screen reader."""
    told = "".join(f"<td>{safe(other)}</td>" for other in others)
    return f'<tr><th scope="row">{safe(first)}</th>{told}</tr>\n'


def safe(words: str) -> str:
    """Words out of a paper: markup escaped, control characters left out, blanks folded.

    >>> safe("<script>")
    '&lt;script&gt;'
    """
    return escape(" ".join("".join(letter if letter.isprintable() else " " for letter in words).split()))
