"""The law of the codec: what is made plain and read back is the same noun."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cstrack.codec.lines import KEYS, line, number
from cstrack.codec.plain import from_plain, to_plain
from cstrack.model.action import Action, Lifecycle, Rating
from cstrack.model.budget import BudgetLine, Fund, Measure, Scope
from cstrack.model.record import About, Actor, Firmness, Record
from cstrack.model.target import Comparator, Target, TargetKind
from cstrack.sources.citation import Citation
from cstrack.sources.source import Source
from cstrack.sources.span import Span
from cstrack.values.figure import Figure, Qualifier
from cstrack.values.missing import Direction, NotStated, Reason
from cstrack.values.period import Period, PeriodKind

texts = st.text(max_size=30)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)
maybe_text = st.none() | texts
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(0, 500))
sources = st.builds(Source, name=texts, path=texts, sha256=texts, encoding=maybe_text, published=st.booleans())
citations = st.builds(
    Citation,
    source=sources,
    span=st.none() | spans,
    cell=maybe_text,
    page=st.none() | st.integers(1, 999),
    quote=texts,
    sentence=maybe_text,
)
figures = st.builds(
    lambda ends, **fields: Figure(low=min(ends), high=max(ends), **fields),
    ends=st.tuples(decimals, decimals),
    value=decimals,
    value_high=st.none() | decimals,
    low_open=st.booleans(),
    unit=texts,
    noun=maybe_text,
    qualifier=st.sampled_from(Qualifier),
    printed=texts,
)
not_stated = st.builds(
    NotStated, reason=st.sampled_from(Reason), direction=st.sampled_from(Direction), unit=texts, printed=texts
)
periods = st.builds(
    lambda start, days, **fields: Period(
        start=start, end=None if days is None else date.fromordinal(start.toordinal() + days), **fields
    ),
    start=st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    days=st.none() | st.integers(1, 4000),
    kind=st.sampled_from(PeriodKind),
    label=texts,
    edtf=texts,
    approximate=st.booleans(),
)
shared = {
    "id": texts,
    "authority": maybe_text,
    "citations": st.lists(citations, min_size=1, max_size=3).map(tuple),
    "subject": texts,
    "label": texts,
    "about": st.sampled_from(About),
    "firmness": st.sampled_from(Firmness),
    "rule": texts,
    "inferred": st.lists(texts, max_size=2).map(tuple),
}
actions = st.builds(
    Action,
    **shared,
    title=texts,
    lifecycle=st.sampled_from(Lifecycle),
    owners=st.lists(texts, max_size=2).map(tuple),
    actor=st.none() | st.sampled_from(Actor),
    due=st.none() | periods,
    revised_due=st.lists(periods, max_size=2).map(tuple),
    rating=st.none() | st.builds(Rating, scheme=texts, word=texts),
    depends=st.lists(citations, max_size=1).map(tuple),
)
budgets = st.builds(
    BudgetLine,
    **shared,
    figure=figures | not_stated,
    measure=st.sampled_from(Measure),
    period=st.none() | periods,
    fund=st.sampled_from(Fund),
    scope=st.sampled_from(Scope),
    change=st.booleans(),
)
targets = st.builds(
    Target,
    **shared,
    figure=figures | not_stated,
    kind=st.sampled_from(TargetKind),
    comparator=st.sampled_from(Comparator),
    baseline=st.none() | figures,
    due=st.none() | periods,
)
records = actions | budgets | targets


@given(records)
def test_the_plain_form_of_a_record_reads_back_as_the_record(record):
    """Also after a way through JSON, and asked for as a record of any kind."""
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(type(record), plain) == record
    assert from_plain(Record, plain) == record


@given(records)
def test_a_line_has_every_key_and_only_plain_values(record):
    """A line can always be written as JSON, and its keys never vary."""
    told = line(record)
    assert tuple(told) == KEYS
    assert json.loads(json.dumps(told)) == told


@given(
    decimals | st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e20"), max_value=Decimal("1e20"))
)
def test_plain_decimal_text_is_the_same_number(value):
    """No digit is lost and none is added, and no exponent is printed."""
    text = number(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert "e" not in text
