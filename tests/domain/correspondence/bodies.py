"""Bodies of letters of every shape, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from app.domain.correspondence.body import (
    Align,
    Asked,
    Body,
    Cell,
    Chip,
    Condition,
    Image,
    Item,
    Listing,
    ListKind,
    Marks,
    PageTurn,
    Paragraph,
    Passage,
    Style,
    Table,
    Words,
)

_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=12)
_MARKS = st.builds(Marks, st.booleans(), st.booleans(), st.booleans())
_FIELDS = st.sampled_from(("contact.name", "letter.date", "company.name", "unknown.field"))
_INLINES = st.lists(
    st.builds(Words, _TEXTS, _MARKS) | st.builds(Chip, _FIELDS, _MARKS), max_size=3
).map(tuple)
_ALIGN = st.sampled_from(Align)
_PARAGRAPHS = st.builds(Paragraph, _INLINES, st.sampled_from(Style), _ALIGN)
_ITEMS = st.lists(st.builds(Item, _INLINES, st.integers(0, 2)), min_size=1, max_size=3)
_LISTS = st.builds(Listing, _ITEMS.map(tuple), st.sampled_from(ListKind))
_ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.builds(Cell, _INLINES, _ALIGN), min_size=width, max_size=width).map(tuple),
        min_size=1,
        max_size=3,
    )
)
_TABLES = st.builds(Table, _ROWS.map(tuple), has_head=st.booleans())
_IMAGES = st.builds(Image, st.just("a" * 64), st.integers(5, 170), _TEXTS, _ALIGN)
SIMPLE = _PARAGRAPHS | _LISTS | _TABLES | _IMAGES | st.just(PageTurn(is_page_turn=True))
_CONDITIONS = st.builds(Condition, _FIELDS, st.sampled_from(Asked), _TEXTS)
PASSAGES = st.builds(Passage, _CONDITIONS, st.lists(SIMPLE, min_size=1, max_size=2).map(tuple))
BODIES = st.builds(Body, st.lists(SIMPLE | PASSAGES, max_size=4).map(tuple))
